from survey.reports.report_sure import how_sure
from tests import valuing
from tests.reports import impact_worlds, report_worlds, value_worlds


def test_the_range_the_swings_and_where_the_ratio_would_be_one(app):
    draft = report_worlds.draft()
    chapter = how_sure(draft)
    tables = report_worlds.grids(chapter)
    ratios = tables["The ratio under other assumptions"]
    assert [row[0] for row in ratios.rows][:3] == [
        "As it is",
        "Low end of the range",
        "High end of the range",
    ]
    [swings] = (table for name, table in tables.items() if name.startswith("What the ratio hangs on"))
    assert len(swings.rows) == len(draft.value.results.swings)
    lines = {line.source.what: line.source.exact for line in draft.annex.lines}
    assert lines["Ratio: as it is"].startswith(str(draft.value.results.worth.sroi_ratio)[:10])


def test_what_is_out_of_the_ordinary_is_told(app):
    made = valuing.value_map(impact_worlds.world())
    valuing.row(made, typed={"quantity": 8, **valuing.NOTHING_OFF})
    valuing.row(made, typed={"quantity": 9, **valuing.NOTHING_OFF})
    said = report_worlds.words(how_sure(report_worlds.draft(made)))
    assert "Out of the ordinary" in said and "Without the largest row, R2" in said


def test_without_a_ratio_nothing_is_made_up(app):
    made = valuing.value_map(impact_worlds.world(), inputs=None)
    chapter = how_sure(report_worlds.draft(made))
    assert "cannot be said before" in report_worlds.words(chapter) and not report_worlds.grids(chapter)


def test_where_nothing_varies_no_range_is_made_up(app):
    draft = report_worlds.draft(value_worlds.typed())
    chapter = how_sure(draft)
    named = [row[0] for row in report_worlds.grids(chapter)["The ratio under other assumptions"].rows]
    assert "range not known" in report_worlds.words(chapter)
    assert not [each for each in named if "end of the range" in each]
    [ratio] = [line.source.exact for line in draft.annex.lines if line.number == 1]
    assert ratio.endswith("; range not known")


def test_nobody_has_to_look_up_which_row_a_figure_is_of(app):
    draft = report_worlds.draft()
    said = report_worlds.words(how_sure(draft))
    assert "Which row is which" in said and "R1 More in control" in said.split("Which row is which")[1]
    assert any(
        line.source.what.startswith("The widest swing, R1 More in control: ") for line in draft.annex.lines
    )
