import pytest

from survey.analysis.disclosure import internal
from survey.analysis.tables import Column, Row, Table
from survey.reports.report_annex import Annex
from survey.reports.report_tables import Origin, grid

COLUMNS = (
    Column("n", "People", "people"),
    Column("pct", "Change", "per cent"),
    Column("why", "Why", "text"),
)
ROWS = (
    Row("hope", "Hope", {"n": 48, "pct": 52.6, "why": "said"}, marks={"pct": "entered"}),
    Row("control", "Control", {"n": 0}),
)
TABLE = Table("change", "Change: all areas", COLUMNS, ROWS, "Outcome", ("A note.",))
ORIGIN = Origin("the change divided by the start", ("Results",))


def test_a_row_is_printed_as_everywhere_with_one_number():
    annex = Annex()
    made = grid(internal(TABLE), annex, ORIGIN)
    assert made.columns[2] == ("Change (per cent)", "number")
    assert made.rows[0][1:] == ("48", "53 (entered)", "said") and "Hope" in made.rows[0][0]
    assert made.notes == ("A note.",)


def test_its_line_holds_all_figures_of_the_row_unrounded_and_in_order():
    annex = Annex()
    grid(internal(TABLE), annex, ORIGIN)
    hope, control = (line.source for line in annex.lines)
    assert (hope.exact, hope.n, hope.path) == ("48; 52.6", "48 people", ("Results", "Hope"))
    assert control.exact == "0; –"


def test_rows_are_numbered_as_petals_are():
    rows = grid(internal(TABLE), Annex(), ORIGIN, numbered=True).rows
    assert [row[0].striptags() for row in rows] == ["1. Hope [1]", "2. Control [2]"]


def test_a_table_that_nobody_let_out_is_refused():
    with pytest.raises(TypeError, match="let out"):
        grid(TABLE, Annex(), ORIGIN)
