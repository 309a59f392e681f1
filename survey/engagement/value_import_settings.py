"""What a spreadsheet would change in the settings of a value map."""

from collections.abc import Iterator, Mapping

from survey.engagement import value_maps
from survey.engagement.value_import_rows import Change, Step
from survey.engagement.value_import_words import shown
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_problems import Problem, Unreadable
from survey.records.value_map import ValueMap
from survey.value import layout
from survey.value.discounting import TABLES, Rates

LONGEST_NAME = 120
OWN_RATES = (
    "The rates in this file are neither one of our tables nor one rate for all years, and a map keeps no "
    "others. Give one rate, or the rates of a table as they were."
)
TAKEN = "Another map of this evaluation is called “{}” already. Write another title, or the one it had: “{}”."
TOO_LONG = f"This title has {{:,}} letters, and {LONGEST_NAME} is the most. Say it shorter."
OTHER_NAME = (
    "“{}” is not taken over: the rates that stand under it count, and they are “{}”. To use another table, "
    "choose it among the settings of the map."
)


def of_settings(record: ValueMap, read: Read) -> Iterator[Step]:
    """One step for each setting of the file that differs. Raises Unreadable for what no map can keep."""
    if problems := tuple(_problems(record, read)):
        raise Unreadable(problems)
    for label, settings in _wanted(read).items():
        kept = {name: getattr(record, name) for name in settings}
        if kept != settings:
            change = Change("Settings", label, _shown(kept), _shown(settings))
            yield Step(change, lambda settings=settings: value_maps.change(record, settings))


def settings_left(record: ValueMap, read: Read) -> Iterator[Problem]:
    """What the rates are called follows from the rates: another name alone changes nothing."""
    called = read.rates_called
    if layout.RATE_TABLE in read.silent or layout.RATE_TABLE not in read.settings.lines:
        return
    now = record.rate_table or _name(record.rate)
    then = _shown(_rates(read.value_map.assumptions.rates))
    if called.casefold() not in (now.casefold(), then.casefold()):
        said = OTHER_NAME.format(called[:60] or "blank", then)
        yield read.settings.at(layout.RATE_TABLE, layout.SET_TO, said)


def _name(rate: object) -> str:
    return "" if rate is None else shown(rate)


def _problems(record: ValueMap, read: Read) -> Iterator[Problem]:
    title = read.value_map.title
    if len(title) > LONGEST_NAME:
        yield read.settings.at(layout.TITLE, layout.SET_TO, TOO_LONG.format(len(title)))
    elif title and value_maps.is_taken(record.evaluation, title, record):
        yield read.settings.at(layout.TITLE, layout.SET_TO, TAKEN.format(title, record.name))
    if layout.RATE_TABLE not in read.silent and not _rates(read.value_map.assumptions.rates):
        yield _own_rates(record, read)


def _own_rates(record: ValueMap, read: Read) -> Problem:
    """Rates of a file's own, at the first that is none of those that the map has now."""
    given, kept = read.value_map.assumptions.rates.bands, TABLES.get(record.rate_table)
    same = zip(given, kept.bands if kept else (), strict=False)
    first = next((count for count, (each, other) in enumerate(same) if each != other), 0)
    row = read.settings.lines.get(layout.RATE, 0)
    return Problem(OWN_RATES, read.settings.sheet or layout.ABOUT, row and row + first, layout.RATE)


def _wanted(read: Read) -> dict[str, dict[str, object]]:
    """What the file itself says of the whole map; what it does not say stays as it is."""
    assumed, title = read.value_map.assumptions, read.value_map.title
    wanted = {
        layout.KIND: {"kind": assumed.kind},
        layout.DISCOUNTING: {"timing": assumed.timing},
        layout.INPUTS_DISCOUNTED: {"inputs_discounted": assumed.inputs_discounted},
        layout.RATE_TABLE: _rates(assumed.rates),
    }
    said = {label: settings for label, settings in wanted.items() if label not in read.silent}
    return said | ({layout.TITLE: {"name": title}} if title else {})


def _rates(rates: Rates) -> dict[str, object]:
    """As a map keeps them; nothing where it cannot. What counts is the rates, not what they are called."""
    for table in TABLES.values():
        if table.bands == rates.bands:
            return {"rate_table": table.name, "rate": None}
    return {"rate_table": "", "rate": rates.bands[0][1]} if len(rates.bands) == 1 else {}


def _shown(settings: Mapping[str, object]) -> str:
    return ", ".join(shown(each) for each in settings.values() if each not in (None, ""))
