import pytest

from survey.analysis.disclosure import internal, release
from survey.analysis.side_by_side import laid_together, released_cell
from survey.analysis.tables import HIDDEN, Column, Row, Table

N = Column("n", "People", "people")
EXACT = Table(
    "change",
    "Change",
    (N,),
    (Row("hope", "Hope", {"n": 43}, {"n": (43,)}), Row("control", "Control", {"n": 3}, {"n": (3,)})),
)
SAFE = release(EXACT, 10)
COLUMNS = (Column("a", "Ours", "people"), Column("b", "Theirs", "people"))


def test_it_holds_released_cells_and_nothing_else():
    cells = {"a": (SAFE, "hope", "n"), "b": (SAFE, "control", "n")}
    made = laid_together("beside", "Side by side", "Outcome", COLUMNS, [("hope", "Hope", cells)])
    assert made.kind == "release"
    assert made.rows[0].cells == {"a": 45, "b": HIDDEN}


def test_what_is_not_told_stays_empty():
    cells = {"a": None, "b": (SAFE, "nothing", "n")}
    made = laid_together("beside", "Side by side", "Outcome", COLUMNS, [("hope", "Hope", cells)])
    assert made.rows[0].cells == {"a": None, "b": None}


def test_what_has_to_be_said_of_it_stands_under_it():
    made = laid_together("beside", "Side by side", "Outcome", COLUMNS, [], ("Not told of areas.",))
    assert made.notes == ("Not told of areas.",)


def test_no_exact_figure_is_laid_beside_others():
    with pytest.raises(ValueError, match="internal"):
        released_cell((internal(EXACT), "hope", "n"))
