from dataclasses import replace

from survey.engagement import value_sheet
from survey.reports.value_workbook import xlsx
from survey.value import layout
from survey.value.worth import worth
from tests.value import books, edits, maps
from tests.value.books import with_cells


def places(content):
    return [(each.sheet, each.row, each.column) for each in value_sheet.opened(content).unread]


def out():
    value_map = replace(maps.guide(), title="Wheels")
    return xlsx(value_map, worth(value_map), [("Programme", "Walking")])


def test_our_own_file_is_read_whole():
    assert places(out()) == []


def test_a_number_in_place_of_a_formula_is_named_with_its_column():
    assert places(edits.retyped(out(), 3, "R12", 99999.0)) == [("Value map", 12, "Impact (a year)")]


def test_columns_that_no_map_has_are_named_once_each():
    # Impact is a formula: what is worked out, nobody misses.
    content = books.common(with_cells(D=5), with_cells(E=None), with_cells())
    assert places(content) == [("Map", 2, "No. in group"), ("Map", 2, "Outputs")]


def test_rows_that_say_nothing_of_a_map_are_named_and_sums_are_not():
    plain = with_cells(B=None, D=5, E=None)
    below = [("Total", None, None, 5), (), ("written by the team",)]
    assert places(books.common(plain, *below)) == [("Map", 5, "")]


def test_a_sheet_of_ones_own_is_named():
    every = books.parts(out())
    renamed = every | {"xl/workbook.xml": every["xl/workbook.xml"].replace(b'name="Results"', b'name="Ours"')}
    assert places(books.packed(renamed)) == [("Ours", 0, "")]
    assert layout.RESULTS not in {sheet for sheet, _, _ in places(out())}
