"""Reading a value map out of a spreadsheet: our own, changed, or one in the layout that is common."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey.engagement import value_sheet_headings as headings
from survey.engagement.value_sheet_cells import sheets
from survey.engagement.value_sheet_headings import Headed
from survey.engagement.value_sheet_package import unpack
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem, Unreadable, refuse
from survey.engagement.value_sheet_rows import Reading, inputs, outcomes
from survey.engagement.value_sheet_settings import settings
from survey.engagement.value_sheet_unread import unread
from survey.value.layout import INPUTS
from survey.value.map_columns import INPUT_COLUMNS
from survey.value.model import ValueMap, Wrong

NO_MAP = (
    "No sheet has the headings of a value map. One row needs headings such as Stakeholders, Outcome "
    "description, Quantity, Duration, Financial proxy, Value of proxy, Deadweight %, Displacement %, "
    "Attribution % and Drop off %."
)
DEDUCTED = headings.IN_MAP["attribution_to_others"]
# Other tools keep the share that is the programme's own under the same name.
DEDUCTED_WORDS = "Attribution is read as the share that others brought about: it is deducted."


@dataclass(frozen=True)
class Read:
    """The map that a file holds, and in sentences what it did not say and was assumed."""

    value_map: ValueMap
    assumed: tuple[str, ...] = ()
    # The settings that it does not give, by their labels.
    silent: frozenset[str] = frozenset()
    # The IDs of rows that have none in the file.
    unnamed: frozenset[str] = frozenset()
    # Where its outcomes stand, by their IDs, inputs, by their number from 0, and settings, by their labels.
    places: Places = Places()
    inputs: Places = Places()
    settings: Places = Places()
    # What its rates are called, whatever they are.
    rates_called: str = ""
    # What was typed where nothing is read.
    unread: tuple[Problem, ...] = ()


def read(content: bytes) -> ValueMap:
    """The value map in an .xlsx file. Raises Unreadable with every problem and its place."""
    return opened(content).value_map


def opened(content: bytes) -> Read:
    """As `read`, with what was assumed. Only typed columns are read: what is worked out, we work out."""
    found = sheets(unpack(content))
    value_map = _only(headings.maps(found))
    reading = Reading([*value_map.missing(), *headings.twice(value_map)])
    title, assumptions = settings(found, reading)
    put_in = headings.inputs(found, value_map)
    given = _inputs(put_in, value_map, reading)
    rows = outcomes(value_map, reading)
    if value_map.heading(DEDUCTED.name) != DEDUCTED.heading:
        reading.assumed[DEDUCTED_WORDS] = None
    if reading.problems:
        # A row can hold an outcome and an input, and is then looked at twice.
        raise Unreadable(dict.fromkeys(reading.problems))
    try:
        made = ValueMap(given, rows, assumptions, title)
    except Wrong as wrong:
        # Nothing should be left to find; if something is, it is still refused in words.
        raise Unreadable([Problem(str(wrong), value_map.sheet.name)]) from None
    silent, unnamed = frozenset(reading.silent), frozenset(reading.unnamed)
    where = reading.places, reading.inputs, reading.settings
    beside = unread(found, (value_map, put_in), where[:2], (reading.settings.sheet, reading.rates_on))
    called = reading.rates_called
    return Read(made, tuple(reading.assumed), silent, unnamed, *where, called, tuple(beside))


def _only(found: Sequence[Headed]) -> Headed:
    if not found:
        raise refuse(NO_MAP)
    if len(found) > 1:
        names = " and ".join(f"“{each.sheet.name}”" for each in found)
        raise refuse(f"The sheets {names} each hold a value map. Leave one of them in the file.")
    return found[0]


def _inputs(headed: Headed | None, value_map: Headed, reading: Reading) -> tuple:
    if headed is None:
        wanted = INPUT_COLUMNS[2].heading
        message = f"There is no column headed “{wanted}”, here or on a sheet {INPUTS}. A ratio needs inputs."
        reading.problems.append(Problem(message, value_map.sheet.name, value_map.row))
        return ()
    reading.problems.extend([*headed.missing(), *headings.twice(headed)])
    return inputs(headed, reading)
