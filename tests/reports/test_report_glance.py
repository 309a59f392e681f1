from survey.reports.report_glance import glance
from tests.reports import report_worlds


def test_ratio_and_net_ratio_stand_apart_and_each_says_how_it_is_made(app):
    draft = report_worlds.draft()
    made = glance(draft, draft.value.results)
    rows = {name: (figure.striptags().split(" [")[0], how) for name, figure, how in made.rows}
    assert rows["What was put in"][0] == "£1,000" and rows["Present value"][0] == "£1,293"
    assert rows["Ratio"] == ("1.29", "Present value for each pound put in")
    assert rows["Net ratio"][0] == "0.29" and rows["Payback"][0].endswith("months")
    # 50 people were supported at Level 2.
    assert rows["Value for each person"][0] == "£26"
