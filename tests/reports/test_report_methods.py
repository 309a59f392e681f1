from survey.reports.report_methods import methods
from tests import valuing
from tests.reports import report_worlds, value_worlds

# Section 6 of the method: what has to be printed with every ratio.
SETTINGS = (
    *("Kind", "Whose answers", "People supported", "Quantity rule", "Discounting", "Inputs discounted"),
    *("Volunteers’ time", "Filters", "Drop-off", "Price year", "Percentage change", "Kind of before"),
    *("Small numbers", "As printed"),
)


def test_every_setting_is_printed(app):
    draft = report_worlds.draft()
    [settings] = report_worlds.grids(methods(draft)).values()
    assert set(SETTINGS) <= {row[0] for row in settings.rows}
    assert all(row[1] for row in settings.rows)


def test_what_is_left_out_stands_with_its_reason(app):
    made = value_worlds.world(volunteers_counted=False, negative_found="Some leaned too much.")
    valuing.row(made, description="Know neighbours", included=False, reason="It would count twice.")
    valuing.row(made, "control", description="Less in control", of_worse=True, unintended=True)
    valuing.given(made, 0, kind="volunteers", hours=10, rate=12, description="Lifts", source="the diary")
    draft = report_worlds.draft(made)
    said = report_worlds.words(methods(draft))
    assert "Know neighbours It would count twice." in said
    assert "£120 [1] in year 1 is not counted among the inputs." in said
    assert "Some leaned too much." in said
    assert "Less in control counts those for whom it got worse; was not meant to happen" in said


def test_where_nobody_looked_for_harm_it_says_so(app):
    said = report_worlds.words(methods(report_worlds.draft()))
    assert "changed for the worse, or that nobody meant to, is not said yet" in said
    assert "Nothing is left out." in said and "No comparison group" in said
