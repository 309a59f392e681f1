import pytest
from lxml import etree

from survey.reports.value_workbook import xlsx
from survey.value import layout
from survey.value.worth import worth
from tests.value import books, maps


def test_every_year_stands_with_its_value_and_factor_and_those_without_are_folded():
    found = worth(maps.guide())
    content = xlsx(maps.guide(), found, ())
    rows = books.sheet(content, layout.RESULTS)
    start = next(number for number, row in enumerate(rows) if row[0] == "Value by year") + 1
    assert len(rows[start:]) == layout.YEARS
    for year, (row, value, present) in enumerate(
        zip(rows[start:], found.years, found.present_values, strict=False), 1
    ):
        assert row[:4] == pytest.approx([year, float(value), float(present), 1.035**-year])
    hidden = [
        each
        for each in etree.fromstring(books.parts(content)["xl/worksheets/sheet4.xml"]).iter("{*}row")
        if each.get("hidden")
    ]
    assert len(hidden) == layout.YEARS - 5
