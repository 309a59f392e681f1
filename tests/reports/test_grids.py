from dataclasses import replace

import pytest

from survey.analysis import disclosure
from survey.analysis.tables import HIDDEN, Column, Row, Table
from survey.reports.grids import heading, number_format, of_table, sheet_of, value

TABLE = Table(
    "t",
    "T",
    (Column("n", "People", "people"),),
    (Row("a", "A", {"n": 12}),),
    notes=("One.",),
    team_notes=("Two.",),
)


def test_only_what_was_let_out_becomes_a_grid():
    with pytest.raises(TypeError):
        of_table(TABLE)
    assert of_table(disclosure.internal(TABLE)).rows == (("A", 12),)


def test_units_stand_in_the_headings():
    assert heading(Column("x", "Change", "points")) == "Change\n(points)"
    assert heading(Column("x", "Before (mean)", "score")) == "Before (mean)"
    assert heading(Column("x", "Would have happened anyway", "band")) == "Would have happened anyway"


def test_a_hidden_cell_says_so_and_one_without_a_figure_is_empty():
    assert (value(HIDDEN), value(None), value(0)) == ("hidden", None, 0)


@pytest.mark.parametrize("unit, decimals, exact, shown", [
    ("people", None, False, "#,##0"),
    ("score", None, False, "#,##0.0"),
    ("per cent", None, False, "#,##0"),
    ("per cent", None, True, "#,##0.0"),
    ("score", 2, True, "#,##0.00"),
    ("text", None, True, "@"),
    ("band", None, False, "@"),
    ("organisations", None, False, "#,##0"),
])  # fmt: skip
def test_numbers_are_shown_by_their_unit(unit, decimals, exact, shown):
    assert number_format(Column("x", "X", unit, decimals), exact) == shown


def test_what_is_said_of_all_tables_is_said_once():
    table = disclosure.internal(TABLE)
    sheet = sheet_of("S", "Title", [table, table], ("Three.",))
    assert sheet.notes == ("One.", "Three.")
    assert [grid.notes for grid in sheet.grids] == [("Two.",), ("Two.",)]
    other = disclosure.internal(replace(TABLE, notes=("One.", "Its own.")))
    sheet = sheet_of("S", "Title", [table, other], ("Three.",))
    assert sheet.notes == ("One.", "Three.")
    assert [grid.notes for grid in sheet.grids] == [("Two.",), ("Its own.", "Two.")]
    assert sheet.shared_headings == ("", "People\n(people)")
