from dataclasses import replace

import pytest

from survey.reports.value_workbook import xlsx
from survey.value import discounting, layout, model
from survey.value.worth import worth
from tests.value import books, maps


def about(value_map):
    return books.sheet(xlsx(value_map, worth(value_map), ()), layout.ABOUT)


def test_bands_follow_one_another():
    table = discounting.TABLES["Green Book 2026, standard"]
    rows = about(replace(maps.guide(), assumptions=model.Assumptions(table)))
    start = next(number for number, row in enumerate(rows) if row[0] == layout.FROM_YEAR) + 1
    assert [row[:3] for row in rows[start : start + 2]] == [[1, 30, 0.035], [31, 75, 0.03]]
    assert rows[-1][:3] == [301, "and after", pytest.approx(0.01)]
