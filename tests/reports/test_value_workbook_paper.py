import io

import pytest
import xlsxwriter

from survey.reports.looks import Looks
from survey.reports.value_workbook_paper import Paper, at, span
from tests.value import books


def test_cells_are_addressed_as_a_spreadsheet_does():
    assert [at(0, 0), at(7, 21, "r"), at(7, 27, "c"), at(7, 27, "cr")] == ["A1", "V$8", "$AB8", "$AB$8"]
    assert span((0, 1), (9, 2)) == "$B$1:$C$10"


@pytest.mark.parametrize("text", books.NASTY)
def test_words_stay_words(text):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        paper = Paper(book, "One", (20, 20), Looks(book))
        paper.words(0, 0, text)
        paper.figure(0, 1, 3)
    assert books.sheet(made.getvalue(), "One") == [[text, 3.0]]
    assert b"<f>" not in books.parts(made.getvalue())["xl/worksheets/sheet1.xml"]
