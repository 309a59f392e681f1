from decimal import Decimal

import pytest
from lxml import etree

from survey.reports import value_workbook_map as map_sheet
from survey.reports.value_workbook import xlsx
from survey.value import discounting, layout, map_columns
from survey.value.worth import worth
from tests.value import books, maps


def made(value_map):
    return xlsx(value_map, worth(value_map), ())


def test_headings_are_those_of_the_common_map_in_its_order():
    row = books.sheet(made(maps.guide()), layout.MAP)[map_sheet.HEADINGS]
    assert row[:16] == [each.heading for each in map_columns.LEADING]
    assert row[16:20] == ["Gross value a year", "Impact (a year)", 1, 2]
    assert row[-3:] == ["Present value", "Kind of value", "Note"]


def test_rows_hold_what_was_typed_and_what_it_comes_to():
    found = worth(maps.guide())
    rows = books.sheet(made(maps.guide()), layout.MAP)[map_sheet.FIRST :]
    assert [row[0] for row in rows] == [each.row.id for each in found.rows]
    assert rows[3][:6] == ["R2", "Residents", "Made friends", "", "", 90]
    assert rows[3][17:20] == pytest.approx([1539, 1539, 1385.1])
    assert [row[map_sheet.WORTH] for row in rows] == pytest.approx(
        [float(each.present_value) for each in found.rows]
    )


def test_years_that_no_outcome_reaches_are_folded_and_not_lost():
    part = books.parts(made(maps.guide()))["xl/worksheets/sheet3.xml"]
    hidden = [each for each in etree.fromstring(part).iter("{*}col") if each.get("hidden")]
    assert [(each.get("min"), each.get("max")) for each in hidden] == [("24", "49")]
    assert layout.letters(map_sheet.YEAR_LAST) == "AW"


def test_a_map_of_all_years_folds_none():
    part = books.parts(made(maps.of(maps.row(duration_years=30, starts=2))))["xl/worksheets/sheet3.xml"]
    assert not [each for each in etree.fromstring(part).iter("{*}col") if each.get("hidden")]


def test_factors_are_for_every_year_there_can_be():
    factors = map_sheet.factors(maps.guide(timing=discounting.YEAR_0).assumptions)
    assert len(factors) == 31
    assert factors[:2] == [Decimal(1), 1 / Decimal("1.035")]
