"""What somebody typed into a spreadsheet where nothing is read: named, so that nobody counts on it."""

from collections.abc import Iterator, Sequence

from survey.engagement.value_sheet_cells import Cell, Sheet
from survey.engagement.value_sheet_headings import Headed
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem
from survey.engagement.value_sheet_rows import is_sum
from survey.value import layout

COLUMN = "Nothing in this column is read. What belongs to an outcome can stand in the Note of its row."
ROW = "This row is not read: it says neither what changed nor what was put in."
SHEET = "This sheet is not read."


def unread(
    sheets: Sequence[Sheet], tables: Sequence[Headed], lines: Sequence[Places], read: Sequence[str]
) -> Iterator[Problem]:
    """One for each column, row and sheet with typed cells; `read` are the sheets of settings and rates."""
    for sheet in sheets:
        here = [each for each in tables if each.sheet is sheet]
        if here:
            rows = {row for each in lines if each.sheet == sheet.name for row in each.lines.values()}
            yield from _beside(sheet, here, rows)
        elif sheet.name not in (*read, layout.ABOUT, layout.RESULTS) and any(map(_typed, _cells(sheet))):
            yield Problem(SHEET, sheet.name)


def _beside(sheet: Sheet, tables: Sequence[Headed], rows: set[int]) -> Iterator[Problem]:
    """Columns of rows that are read, and rows that are not."""
    known = {place for each in tables for place in each.places.values()}
    said: set[int] = set()
    for row in sorted(each for each in sheet.rows if each > tables[0].row):
        typed = {place for place, cell in sheet.rows[row].items() if _typed(cell)}
        if row not in rows:
            if typed and not any(is_sum(each) for each in _named(tables, row)):
                yield Problem(ROW, sheet.name, row)
            continue
        for place in sorted(typed - known - said):
            said.add(place)
            yield Problem(COLUMN, sheet.name, row, _heading(sheet, tables[0].row, place))


def _named(tables: Sequence[Headed], row: int) -> Iterator[dict[str, Cell]]:
    for each in tables:
        cells = each.sheet.rows[row]
        yield {name: cells[place] for name, place in each.places.items() if place in cells}


def _heading(sheet: Sheet, row: int, place: int) -> str:
    cell = sheet.rows[row].get(place)
    return str(cell.value) if cell and cell.value is not None else layout.letters(place)


def _typed(cell: Cell) -> bool:
    return not cell.formula and cell.value is not None


def _cells(sheet: Sheet) -> Iterator[Cell]:
    return (cell for cells in sheet.rows.values() for cell in cells.values())
