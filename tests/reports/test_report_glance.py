from markupsafe import Markup

from survey.analysis.money import pounds
from survey.reports.report_glance import glance, put_in
from survey.reports.value_words import money
from tests import valuing
from tests.reports import report_worlds, value_worlds


def test_ratio_and_net_ratio_stand_apart_and_each_says_how_it_is_made(app):
    draft = report_worlds.draft()
    made = glance(draft, draft.value.results)
    rows = {name: (figure.striptags().split(" [")[0], how) for name, figure, how in made.rows}
    assert rows["What was put in"][0] == "£1,000" and rows["Present value"][0] == "£1,293"
    assert rows["Ratio"] == ("1.29", "Present value, divided by what was put in")
    assert rows["Net ratio"][0] == "0.29"
    # 50 people were supported at Level 2. Both are told as on the page of results.
    assert rows["Value for each person"][0] == money(draft.value.results.per_person) == "£25.87"
    assert rows["Payback"][0] == "16.0 months"


def test_the_sum_that_was_put_in_stands_first_and_then_what_it_is_in_todays_money(app):
    made = value_worlds.world(inputs_discounted=True)
    valuing.given(made, 1000, year=2)
    draft = report_worlds.draft(made)
    found = draft.value.results
    rows = [[cell.striptags() for cell in map(Markup, row)] for row in glance(draft, found).rows]
    assert rows[0] == ["What was put in", "£2,000 [1]", "All inputs, added up"]
    name, figure, how = rows[1]
    assert (name, how) == ("The same in today’s money", "All inputs, each discounted from its year")
    assert figure == f"{pounds(found.worth.inputs)} [2]" and found.worth.inputs < 2000
    assert all("in today’s money" in how for name, _, how in rows if name in ("Ratio", "Payback"))
    assert put_in(draft, found).striptags() == f"£2,000 [1], which is {figure} in today’s money"
