"""Cells are read as another's reader reads them, and nothing that a file says of itself is believed."""

from decimal import Decimal

import pytest

from survey.engagement.value_sheet_cells import Cell, sheets
from survey.engagement.value_sheet_package import unpack
from survey.engagement.value_sheet_problems import Unreadable
from survey.reports.value_workbook import xlsx
from survey.value.worth import worth
from tests.value import books, maps

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cells(content):
    return {each.name: each.rows for each in sheets(unpack(content))}


def with_sheet(inside, before=""):
    every = books.parts(books.common(("a",)))
    data = f"<x:sheetData>{inside}</x:sheetData>"
    part = f'<?xml version="1.0"?>{before}<x:worksheet xmlns:x="{MAIN}">{data}</x:worksheet>'
    return books.packed({**every, "xl/worksheets/sheet1.xml": part.encode()})


def test_every_cell_reads_as_it_does_for_another_reader():
    value_map = books.by_chance(1)
    content = xlsx(value_map, worth(value_map), [("Odd", each) for each in books.NASTY if each])
    for name, rows in cells(content).items():
        for number, line in enumerate(books.sheet(content, name), 1):
            for place, found in enumerate(line):
                ours = rows.get(number, {}).get(place, Cell("")).value or ""
                assert (float(ours) if isinstance(ours, Decimal) else ours) == (found or "")


@pytest.mark.parametrize("inside, expected", [
    ('<x:row r="3"><x:c r="B3"><x:v>0.28999999999999998</x:v></x:c></x:row>',
     {3: {1: Cell(Decimal("0.29"))}}),
    ("<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>",
     {1: {0: Cell(Decimal(1)), 1: Cell(Decimal(2))}}),
    ('<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r>'
     '<x:r><x:t>b</x:t></x:r></x:is></x:c></x:row>',
     {1: {0: Cell("ab")}}),
    ('<x:row r="1"><x:c r="A1"><x:f>1+1</x:f></x:c></x:row>', {1: {0: Cell(None, True)}}),
    ('<x:row r="1"><x:c r="A1"><x:f t="shared" si="0"/><x:v>2</x:v></x:c></x:row>',
     {1: {0: Cell(Decimal(2), True)}}),
    ('<x:row r="1"><x:c r="A1"><x:f t="array" ref="A1:A2">1</x:f><x:v>2</x:v></x:c></x:row>'
     '<x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row>',
     {1: {0: Cell(Decimal(2), True)}, 2: {0: Cell(Decimal(3), True)}}),
    ('<x:row r="1"><x:c r="A1" t="e"><x:v>#REF!</x:v></x:c></x:row>', {1: {0: Cell(None, False, "#REF!")}}),
    ('<x:row r="1"><x:c r="A1"><x:v>1e999</x:v></x:c></x:row>', {1: {0: Cell(None, False, "1e999")}}),
    ('<x:row r="1"><x:c r="A1" t="b"><x:v>1</x:v></x:c></x:row>', {1: {0: Cell("TRUE")}}),
    ('<x:row r="1"><x:c r="A1" s="4"/></x:row>', {}),
    ('<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
     {1048576: {16383: Cell(Decimal(1))}}),
])  # fmt: skip
def test_cells_as_other_programs_write_them(inside, expected):
    assert cells(with_sheet(inside)) == {"Map": expected}


@pytest.mark.parametrize("content", [
    with_sheet("", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
    with_sheet('<x:row r="one"/>'),
    with_sheet('<x:row r="1"><x:c r="A1" t="s"><x:v>99</x:v></x:c></x:row>'),
    with_sheet('<x:row r="1"><x:c r="A1"><x:v>many</x:v></x:c></x:row>'),
    with_sheet("<x:row>"),
    books.packed({"[Content_Types].xml": b"<a/>"}),
    books.packed({**books.parts(books.common(("a",))), "xl/workbook.xml": b"nothing"}),
], ids=range(7))  # fmt: skip
def test_what_is_no_spreadsheet_after_all_is_refused(content):
    with pytest.raises(Unreadable):
        cells(content)


def test_a_sheet_with_too_many_cells_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr("survey.engagement.value_sheet_cells.MOST_CELLS", 3)
    with pytest.raises(Unreadable, match="more than a value map can"):
        cells(books.common(books.TYPED))
    assert cells(books.common((), headings=("a", "b")))


def test_letters_that_xml_cannot_hold_are_read_back_and_control_signs_left_out():
    inside = '<x:row r="1"><x:c r="A1" t="str"><x:v>a_x0041__xD800__x0000_b</x:v></x:c></x:row>'
    assert cells(with_sheet(inside)) == {"Map": {1: {0: Cell("aAb")}}}
    assert cells(xlsx(maps.of(), worth(maps.of()), [("Odd", "_x0041_")]))["About"][5][1] == Cell("_x0041_")
