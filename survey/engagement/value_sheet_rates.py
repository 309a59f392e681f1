"""The discount rates that a spreadsheet gives: one for all years, a table of ours, or one of its own."""

from collections.abc import Sequence
from decimal import Decimal

from survey.engagement.value_sheet_cells import Sheet
from survey.engagement.value_sheet_problems import Problem
from survey.engagement.value_sheet_rows import Reading
from survey.engagement.value_sheet_values import value
from survey.value import layout
from survey.value.discounting import HIGHEST, TABLES, Rates, flat
from survey.value.map_columns import COUNT, SHARE, Column

TO_YEAR = Column("to year", layout.TO_YEAR, COUNT, 0)
RATE = Column("rate", layout.RATE, SHARE, 0, needed=True)
NO_RATE = "This is blank. Write a rate from 0% to 25%, such as 3.5%."
CHANGED = ", changed"
FOLLOWS = (
    "These rates begin in year {}, where those above end. Change “To year” instead: the first year follows."
)


def read_rates(sheets: Sequence[Sheet], name: str, reading: Reading) -> Rates | None:
    """The rates under their headings; None where there are none, or where one does not fit."""
    sheet, row = block(sheets, layout.FROM_YEAR, layout.TO_YEAR)
    if sheet is None:
        return None
    before, first, bands = len(reading.problems), row + 1, []
    while (row := row + 1) in sheet.rows:
        _check_first(sheet, row, bands, reading)
        bands.append(_band(sheet, row, reading))
    reading.rates_from, reading.rates_on = first, sheet.name
    if len(reading.problems) > before:
        return None
    try:
        return _named(name, Rates(name, tuple(bands)))
    except ValueError as error:
        row = first + _wrong_at(bands)
        reading.problems.append(Problem(str(error), sheet.name, row, layout.RATE))
        return None


def block(sheets: Sequence[Sheet], first: str, second: str) -> tuple[Sheet | None, int]:
    """The sheet and the row where a block begins, by its first two headings."""
    for sheet in sheets:
        for row in sorted(sheet.rows, reverse=True):
            cells = sheet.rows[row]
            if [cells[place].value for place in (0, 1) if place in cells] == [first, second]:
                return sheet, row
    return None, 0


def _band(sheet: Sheet, row: int, reading: Reading) -> tuple[int | None, Decimal | None]:
    cells = sheet.rows[row]
    found: list = []
    for place, column in ((1, TO_YEAR), (2, RATE)):
        cell = cells.get(place)
        if cell and column is TO_YEAR and str(cell.value).casefold() == layout.AND_AFTER:
            cell = None
        try:
            found.append(value(column, cell))
        except ValueError as error:
            said = str(error) if cell else NO_RATE
            reading.problems.append(Problem(said, sheet.name, row, column.heading))
            found.append(None)
    return found[0], found[1]


def _check_first(sheet: Sheet, row: int, bands: list, reading: Reading) -> None:
    """A first year that somebody typed says the same as the years above, or is a slip."""
    first, above = sheet.rows[row].get(0), bands[-1][0] if bands else 0
    if first is None or first.formula or first.value is None or above is None:
        return
    if first.value != above + 1:
        reading.problems.append(Problem(FOLLOWS.format(above + 1), sheet.name, row, layout.FROM_YEAR))


def _wrong_at(bands: list) -> int:
    """The first band that is wrong by itself, counted from 0; the first of all where it is their order."""
    for count, (last, rate) in enumerate(bands, 1):
        if (last is None) is not (count == len(bands)) or not 0 <= rate <= HIGHEST:
            return count - 1
    return 0


def _named(name: str, rates: Rates) -> Rates:
    """Rates that were changed do not keep the name of those they were."""
    only = rates.bands[0][1]
    if len(rates.bands) == 1 and (not name or name.endswith(" per cent")):
        return flat(only)
    if not name or (name in TABLES and TABLES[name] != rates):
        return Rates((name or "Own rates") + CHANGED * bool(name), rates.bands)
    return rates
