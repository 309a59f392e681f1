"""What a spreadsheet says of the whole map: discounting, rates, forecast or evaluative; or what we assume."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from survey.engagement.value_sheet_cells import Cell, Sheet
from survey.engagement.value_sheet_places import Places
from survey.engagement.value_sheet_problems import Problem
from survey.engagement.value_sheet_rates import block, read_rates
from survey.engagement.value_sheet_rows import Reading
from survey.value import layout
from survey.value.discounting import END_OF_YEAR, Rates, flat
from survey.value.model import FORECAST, KINDS, Assumptions

USUAL_RATE = Decimal("0.035")
CHOICES = {
    layout.KIND: {each: each for each in KINDS},
    layout.DISCOUNTING: {words: name for name, words in layout.TIMING_WORDS.items()},
    layout.INPUTS_DISCOUNTED: {layout.YES: True, layout.NO: False},
}
USUAL = {layout.KIND: FORECAST, layout.DISCOUNTING: END_OF_YEAR, layout.INPUTS_DISCOUNTED: False}
ASSUMED = {
    layout.KIND: "The file does not say whether it is a forecast or evaluative: it is taken for a forecast.",
    layout.DISCOUNTING: "The file does not say how it is discounted: at the end of a year, as in the Guide.",
    layout.INPUTS_DISCOUNTED: "The file does not say whether inputs are discounted: they are not.",
    layout.RATE_TABLE: "The file gives no discount rate: 3.5 per cent a year is used.",
}


def settings(sheets: Sequence[Sheet], reading: Reading) -> tuple[str, Assumptions]:
    """The title and the assumptions. What is not said is assumed, and each such assumption told."""
    sheet, row = block(sheets, layout.SETTING, layout.SET_TO)
    labels = _labels(sheet, row) if sheet else {}
    said = {label: found for label, found in labels.items() if found[1] is not None}
    title = said.get(layout.TITLE, (0, Cell("")))[1].value
    if not title:
        reading.silent.append(layout.TITLE)
    chosen = {label: _chosen(label, said, sheet, reading) for label in CHOICES}
    assumptions = Assumptions(
        rates=_rates(sheets, said, reading),
        timing=chosen[layout.DISCOUNTING],
        inputs_discounted=chosen[layout.INPUTS_DISCOUNTED],
        kind=chosen[layout.KIND],
    )
    lines = {label: number for label, (number, _) in labels.items()}
    reading.settings = Places(sheet.name if sheet else "", lines | {layout.RATE: reading.rates_from})
    return str(title or ""), assumptions


def _labels(sheet: Sheet, row: int) -> Mapping[str, tuple[int, Cell | None]]:
    """What is set to what, down to the next blank row."""
    found = {}
    while (row := row + 1) in sheet.rows and 0 in sheet.rows[row]:
        found[str(sheet.rows[row][0].value)] = row, sheet.rows[row].get(1)
    return found


def _chosen(label: str, said: Mapping, sheet: Sheet | None, reading: Reading):
    if label not in said:
        _assume(label, reading)
        return USUAL[label]
    row, cell = said[label]
    text = str(cell.value or "").casefold()
    if text not in CHOICES[label]:
        known = ", or ".join(f"“{each}”" for each in CHOICES[label])
        message = f"“{cell.value}” is not known as a setting of {label.lower()}. Write {known}."
        reading.problems.append(Problem(message, sheet.name, row, layout.SET_TO))
        return USUAL[label]
    return CHOICES[label][text]


def _assume(label: str, reading: Reading) -> None:
    reading.assumed[ASSUMED[label]] = None
    reading.silent.append(label)


def _rates(sheets: Sequence[Sheet], said: Mapping, reading: Reading) -> Rates:
    name = str(said[layout.RATE_TABLE][1].value or "") if layout.RATE_TABLE in said else ""
    before, reading.rates_called = len(reading.problems), name
    found = read_rates(sheets, name, reading)
    if found is None and len(reading.problems) == before:
        _assume(layout.RATE_TABLE, reading)
    return found or flat(USUAL_RATE)
