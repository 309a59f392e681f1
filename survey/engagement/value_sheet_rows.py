"""Rows of a spreadsheet become outcomes and inputs; whatever does not fit is said with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from survey.engagement.value_sheet_cells import Cell
from survey.engagement.value_sheet_headings import Headed
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem
from survey.engagement.value_sheet_values import value
from survey.value.layout import MOST_ROWS, plain
from survey.value.model import SOCIAL, Input, Row

# A row with one of these is an outcome; without any it is left alone, as are sums under the map.
OF_OUTCOMES = {"outcome", "indicator", "quantity", "duration_years", "proxy", "unit_value"}
OF_INPUTS = {"description", "value"}
SUMS = ("total", "totals", "grand total", "total inputs", "total present value", "sum")
FIRST_YEAR = "Inputs without a year count as put in in year 1."
STARTS_AT_ONCE = "Outcomes that do not say when they start count from year 1, the period of activity."
ALL_SOCIAL = "Outcomes that do not say what kind of value they are count as social."


@dataclass
class Reading:
    """What came of a file so far: what is wrong, and what was taken for granted."""

    problems: list[Problem] = field(default_factory=list)
    assumed: dict[str, None] = field(default_factory=dict)
    # Settings that the file does not give.
    silent: list[str] = field(default_factory=list)
    # IDs that the file does not give: they are ours.
    unnamed: set[str] = field(default_factory=set)
    # Where each outcome stands, by its ID, each input, by its number from 0, and each setting, by its label.
    places: Places = field(default_factory=Places)
    inputs: Places = field(default_factory=Places)
    settings: Places = field(default_factory=Places)
    # What the rates are called in the file, whatever they are.
    rates_called: str = ""
    # The row of the first of them, and their sheet.
    rates_from: int = 0
    rates_on: str = ""

    def values(self, found: Headed, row: int, cells: Mapping[str, Cell]) -> dict | None:
        """Every column of one row; None where one of them does not fit."""
        read = {}
        for name, column in found.columns.items():
            try:
                read[name] = value(column, cells.get(name))
            except ValueError as error:
                # A column that is not there was told once, for all rows.
                if name in found.places:
                    self.problems.append(Problem(str(error), found.sheet.name, row, found.heading(name)))
        return read if read.keys() == found.columns.keys() else None

    def or_else(self, read: dict, name: str, usual: object, why: str) -> None:
        if read[name] is None:
            read[name] = usual
            self.assumed[why] = None


def outcomes(found: Headed, reading: Reading) -> tuple[Row, ...]:
    """The outcomes of a sheet, each with an ID."""
    rows, numbers = [], {}
    typed = list(_outcomes(found))
    if len(typed) > MOST_ROWS:
        message = f"There are {len(typed):,} outcomes, and {MOST_ROWS:,} is the most. Put like with like."
        reading.problems.append(Problem(message, found.sheet.name))
        return ()
    if not typed:
        message = "There is no outcome under the headings. A value map needs one at least."
        reading.problems.append(Problem(message, found.sheet.name, found.row))
    for number, cells in typed:
        read = reading.values(found, number, cells)
        if read is None:
            continue
        reading.or_else(read, "starts", 1, STARTS_AT_ONCE)
        reading.or_else(read, "column", SOCIAL, ALL_SOCIAL)
        rows.append((number, Row(**read)))
        _once(found, reading, numbers, number, read["id"])
    named = _with_ids([row for _, row in rows], reading)
    lines = {row.id: number for row, (number, _) in zip(named, rows, strict=True)}
    reading.places = found.named(lines)
    return named


def inputs(found: Headed, reading: Reading) -> tuple[Input, ...]:
    """What was put in. Nothing of a row is an input unless it has a description or a sum."""
    made, typed = [], list(_inputs(found))
    if len(typed) > MOST_ROWS:
        message = f"There are {len(typed):,} inputs, and {MOST_ROWS:,} is the most. Put like with like."
        reading.problems.append(Problem(message, found.sheet.name))
        return ()
    for number, cells in typed:
        read = reading.values(found, number, cells)
        if read is not None:
            reading.or_else(read, "year", 1, FIRST_YEAR)
            made.append((number, Input(**read)))
    if not sum(each.value for _, each in made) and len(made) == len(typed):
        message = "These add up to nought. A ratio needs what was put in: write the sums in pounds."
        reading.problems.append(
            Problem(message, found.sheet.name, made[0][0] if made else found.row, found.heading("value"))
        )
    reading.inputs = found.named({str(count): number for count, (number, _) in enumerate(made)})
    return tuple(each for _, each in made)


def _outcomes(found: Headed) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    return (each for each in _carried(found) if each[1].keys() & OF_OUTCOMES)


def _inputs(found: Headed) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    return (each for each in _carried(found) if each[1].keys() & OF_INPUTS)


def _carried(found: Headed) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """In the common layout a stakeholder is named once for several outcomes, and sums stand below.

    Ours names it in each row, and has no sums under the headings.
    """
    named = None
    is_ours = "id" in found.places or "year" in found.places
    for number, cells in found.below():
        named = cells.get("stakeholder", named)
        if is_ours or named is None:
            yield number, cells
        elif not is_sum(cells):
            yield number, {**cells, "stakeholder": named}


def is_sum(cells: Mapping[str, Cell]) -> bool:
    """Whether a row adds up those above it."""
    first = (cells[name].value for name in ("stakeholder", "outcome", "description", "id") if name in cells)
    return any(isinstance(each, str) and plain(each) in SUMS for each in first)


def _once(found: Headed, reading: Reading, numbers: dict[str, int], number: int, name: str) -> None:
    if name and name in numbers:
        message = f"The ID {name[:60]} stands in row {numbers[name]} too. Each outcome needs its own."
        reading.problems.append(Problem(message, found.sheet.name, number, found.heading("id")))
    numbers.setdefault(name, number)


def _with_ids(rows: list[Row], reading: Reading) -> tuple[Row, ...]:
    """Rows that were added without an ID get the next free one."""
    taken = {row.id for row in rows}
    free = (name for name in (f"R{count}" for count in range(1, 2 * MOST_ROWS + 1)) if name not in taken)
    named = tuple(row if row.id else replace(row, id=next(free)) for row in rows)
    reading.unnamed = {each.id for each in named} - taken
    return named
