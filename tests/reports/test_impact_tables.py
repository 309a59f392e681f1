import pytest

from survey.analysis.change import change, moves_from_pairs
from survey.analysis.impact import figures
from survey.analysis.said import Entered, Said
from survey.questionnaires import loading
from survey.reports import impact_tables as tables
from survey.reports import sheets
from survey.reports.impact_tables import Measured

HEADLINE = "pct_relative_ratio_of_means"
SAID = {
    "deadweight": {"residents": Said((50.0,) * 5), "partners": Said((25.0,) * 5)},
    "attribution_to_others": {"residents": Said((0.0, 20.0, 20.0, 40.0), unknown=2)},
    "displacement": {"partners": Said((0.0,))},
}
CONTROL = loading.library()["resident-outcomes"].question("control")


def measured(gross=50.0, said=SAID, entered=None, **more):
    usual = {
        "id": "control",
        "name": "control",
        "n": 12,
        "gross": gross,
        "figures": figures(said, entered or {}),
    }
    return Measured(**{**usual, **more})


def cells(table):
    return dict(table.rows[0].cells)


def test_from_the_change_to_what_is_due_to_the_programme():
    table = tables.impact_table([measured()], HEADLINE, "All areas")
    assert cells(table) == {
        "n_pairs": 12, "gross": 50.0, "deadweight": 50.0, "attribution_to_others": 20.0, "displacement": 0.0,
        "net": pytest.approx(50 * 0.5 * 0.8), "drop_off": None, "grade": "B",
    }  # fmt: skip
    assert [column.key for column in table.columns] == list(cells(table))
    assert table.columns[1].heading == "Percentage change from before"


def test_a_missing_filter_leaves_a_dash_and_no_grade():
    row = cells(tables.impact_table([measured(said={"deadweight": SAID["deadweight"]})], HEADLINE, "x"))
    assert (row["displacement"], row["net"], row["grade"]) == (None, None, "–")


def test_the_grade_is_of_the_weakest_figure_that_counts():
    entered = {"displacement": Entered(10, "analyst", "no police in the street before")}
    assert cells(tables.impact_table([measured(entered=entered)], HEADLINE, "x"))["grade"] == "D"
    drop = {"drop_off": Entered(10, "analyst", "as in the years before")}
    assert cells(tables.impact_table([measured(entered=drop)], HEADLINE, "x"))["grade"] == "B"


def test_what_was_entered_is_marked_in_every_table_and_named_under_it():
    one = measured(entered={"deadweight": Entered(60, "records", "police log")}, unit="GP visits")
    note = "Entered by an evaluator, for the whole evaluation: Control, deadweight (from records)."
    for table in (tables.impact_table([one], HEADLINE, "x"), tables.counted_table([one], "x")):
        assert table.rows[0].marks == {"deadweight": "entered"} and table.team_notes == (note,)
        assert cells(table)["deadweight"] == 60.0
    marks = {row.key: row.marks for row in tables.filters_table(one).rows}
    assert marks["deadweight"] == {"used": "entered"} and not marks["displacement"]
    assert not tables.impact_table([measured()], HEADLINE, "x").rows[0].marks


def test_counted_outcomes_carry_their_unit_and_their_sign():
    table = tables.counted_table([measured(-80.0, unit="GP visits")], "All areas")
    assert table.rows[0].heading == "control (GP visits)"
    assert cells(table)["n_amounts"] == 12 and cells(table)["net"] == pytest.approx(-32)


def test_filters_show_what_is_used_why_and_what_each_voice_said():
    rows = {row.key: row.cells for row in tables.filters_table(measured()).rows}
    assert list(rows) == ["deadweight", "attribution_to_others", "displacement", "drop_off"]
    assert rows["deadweight"] == {
        "used": 50.0, "basis": "said by residents", "grade": "A",
        "residents": 50.0, "residents_n": 5, "residents_spread": "50 to 50",
        "partners": 25.0, "partners_n": 5, "partners_spread": "25 to 25",
    }  # fmt: skip
    assert rows["attribution_to_others"]["residents_spread"] == "15 to 25"
    assert (rows["drop_off"]["used"], rows["drop_off"]["basis"]) == (None, "nobody has said")


def test_one_blended_answer_fills_one_filter_and_says_where_the_other_is():
    blended = {
        "attribution_to_others": Entered(70, "records", "one question on both", covers_deadweight=True)
    }
    one = measured(entered=blended)
    rows = {row.key: row.cells for row in tables.filters_table(one).rows}
    assert (rows["deadweight"]["used"], rows["deadweight"]["basis"]) == (
        None,
        "counted in attribution to others",
    )
    assert one.net == pytest.approx(50 * 0.3) and one.share == pytest.approx(30)
    assert tables.impact_marks(one) == {"attribution_to_others": "entered"}


def test_the_table_of_change_gains_the_columns_row_by_row():
    found = {"control": change(*moves_from_pairs([(2, 4)] * 3, 1, 5), 1, 5, "higher")}
    plain = sheets.change_table([CONTROL], found, HEADLINE, "x")
    one = measured(entered={"deadweight": Entered(60, "analyst", "my own view of it")})
    other = measured(id="hope", name="hope", said={})
    gained = tables.with_impact(plain, tables.impact_table([other, one], HEADLINE, "x"))
    new = ["deadweight", "attribution_to_others", "displacement", "net"]
    assert [column.key for column in gained.columns] == [*(column.key for column in plain.columns), *new]
    assert [gained.rows[0].cells[key] for key in new] == [60.0, 20.0, 0.0, pytest.approx(16)]
    assert gained.rows[0].cells["n_pairs"] == 3 and gained.rows[0].marks == {"deadweight": "entered"}
    assert gained.rows[0].bases == plain.rows[0].bases


def test_whether_anybody_spoke():
    assert not measured(said={"deadweight": {"residents": Said(skipped=3)}}).is_spoken_of
    assert measured(said={"deadweight": {"residents": Said(unknown=1)}}).is_spoken_of
    assert (
        measured(said={}, unit="hours").is_spoken_of and not measured(said={}, unit="hours", n=0).is_spoken_of
    )
    assert measured(said={}, entered={"drop_off": Entered(5, "records", "a log of it")}).is_spoken_of
