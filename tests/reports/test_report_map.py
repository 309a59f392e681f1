from survey.reports.report_map import value_map
from tests import valuing
from tests.reports import impact_worlds, report_worlds, value_worlds


def test_every_figure_of_a_row_has_a_source_of_its_own(app):
    draft = report_worlds.draft()
    first, measures = report_worlds.grids(value_map(draft)).values()
    # 750 and, a year later, 562.50: the first year is not discounted.
    figures = [cell.striptags().split()[0] for cell in first.rows[0][2:]]
    assert figures == ["50.0", "100.00", "2", "60", "0", "63", "25", "750", "1,293"]
    lines = {line.source.what: line.source for line in draft.annex.lines}
    assert lines["R1, how many changed"].n == "6 answers"
    assert "Of six people" in lines["R1, how many changed"].rule
    assert lines["R1, deadweight"].exact == "60 per cent"
    assert lines["R1, deadweight"].path == (
        *("Impact", "Feeling in control", "Deadweight (/control/deadweight)"),
    )
    assert lines["R1, worth in its first year; present value"].exact.startswith("750; ")
    assert measures.rows[0][0] == "R1"


def test_a_typed_figure_is_marked_and_says_where_it_comes_from(app):
    made = valuing.value_map(impact_worlds.world())
    valuing.row(made, typed={"quantity": 8, **valuing.NOTHING_OFF})
    draft = report_worlds.draft(made)
    said = report_worlds.words(value_map(draft))
    assert "8.0*" in said and "* Typed" in said
    line = next(line for line in draft.annex.lines if line.source.what == "R1, how many changed")
    assert line.source.rule == "Typed: the log of calls" and line.source.path[0] == "Value map"


def test_the_rule_of_scores_is_not_said_of_what_partners_counted(app):
    made = value_worlds.world()
    valuing.row(made, "fewer_gp_visits", description="Fewer visits")
    draft = report_worlds.draft(made)
    said = report_worlds.words(value_map(draft))
    rules = {line.source.what: line.source.rule for line in draft.annex.lines}
    assert "at least one point better" in rules["R1, how many changed"]
    assert "added up" in rules["R2, how many changed"] and "point better" not in rules["R2, how many changed"]
    assert "How many changed is of people; of R2 it is GP visits." in said


def test_a_figure_that_is_missing_is_a_dash_and_no_line(app):
    made = value_worlds.world()
    valuing.row(made)
    draft = report_worlds.draft(made)
    value_map(draft)
    assert not any(line.source.what.startswith("R2, deadweight") for line in draft.annex.lines)


def test_an_empty_map_says_so(app):
    made = valuing.value_map(impact_worlds.world())
    assert "No outcome stands" in report_worlds.words(value_map(report_worlds.draft(made)))
