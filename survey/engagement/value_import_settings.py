"""What a spreadsheet would change in the settings of a value map."""

from collections.abc import Iterator, Mapping

from survey.engagement import value_maps
from survey.engagement.value_import_rows import Change, Step
from survey.engagement.value_import_words import shown
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_problems import refuse
from survey.records.value_map import ValueMap
from survey.value import layout
from survey.value.discounting import TABLES, Rates

LONGEST_NAME = 120
OWN_RATES = (
    "The rates in this file are neither one of our tables nor one rate for all years, and a map keeps no "
    "others. Give one rate, or the rates of a table as they were."
)


def of_settings(record: ValueMap, read: Read) -> Iterator[Step]:
    """One step for each setting of the file that differs. Raises Unreadable for rates of its own."""
    wanted = _wanted(read)
    title = read.value_map.title
    if title and len(title) <= LONGEST_NAME and not value_maps.is_taken(record.evaluation, title, record):
        wanted[layout.TITLE] = {"name": title}
    for label, settings in wanted.items():
        kept = {name: getattr(record, name) for name in settings}
        if kept != settings:
            change = Change("Settings", label, _shown(kept), _shown(settings))
            yield Step(change, lambda settings=settings: value_maps.change(record, settings))


def _wanted(read: Read) -> dict[str, dict[str, object]]:
    """What the file itself says of the whole map; what it does not say stays as it is."""
    assumed = read.value_map.assumptions
    wanted = {
        layout.KIND: {"kind": assumed.kind},
        layout.DISCOUNTING: {"timing": assumed.timing},
        layout.INPUTS_DISCOUNTED: {"inputs_discounted": assumed.inputs_discounted},
    }
    if layout.RATE_TABLE not in read.silent:
        wanted[layout.RATE_TABLE] = _rates(assumed.rates)
    return {label: settings for label, settings in wanted.items() if label not in read.silent}


def _rates(rates: Rates) -> dict[str, object]:
    if TABLES.get(rates.name) == rates:
        return {"rate_table": rates.name, "rate": None}
    if len(rates.bands) == 1:
        return {"rate_table": "", "rate": rates.bands[0][1]}
    raise refuse(OWN_RATES, layout.ABOUT)


def _shown(settings: Mapping[str, object]) -> str:
    return ", ".join(shown(each) for each in settings.values() if each not in (None, ""))
