import io

import pytest
import xlsxwriter

from survey.reports.grids import Grid, Sheet
from survey.reports.looks import Looks
from survey.reports.worksheet import LONGEST_TEXT, Page, clean
from tests.reports.files import read


def written(sheet):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        Page(workbook.add_worksheet("S"), sheet, Looks(workbook)).write("internal", "Programme", "The mark")
    return read(made.getvalue())["S"]


@pytest.mark.parametrize("text, left", [
    ("a\x00b\x0bc\td\n", "abc\td\n"),
    ("\ud800x\ufffe", "x"),
    ("é 🌻 _x0041_", "é 🌻 _x0041_"),
    ("y" * 40_000, "y" * LONGEST_TEXT),
])  # fmt: skip
def test_text_that_a_sheet_cannot_hold_is_left_out(text, left):
    assert clean(text) == left


def test_headings_that_all_share_are_written_once_and_others_each_time():
    one = Grid(("Outcome", "n"), (("a", 1),), "First", formats=("", "0"))
    other = Grid(("Outcome", "n"), (("b", 2),), "Second", formats=("", "0"))
    third = Grid(("Wave", "n"), (("c", 3),), "Third", formats=("", "0"))
    assert sum(row[1] == "n" for row in written(Sheet("S", "T", (one, other)))) == 1
    assert sum(row[1] == "n" for row in written(Sheet("S", "T", (one, third)))) == 2


def test_the_top_says_what_the_sheet_is_and_numbers_stay_numbers():
    cells = written(Sheet("S", "Title", (Grid(("Outcome", "n"), (("a", 1.25),), formats=("", "0")),)))
    assert [row[0] for row in cells[:3]] == ["Title", "Programme", "The mark"]
    assert cells[-1] == ["a", 1.25]
