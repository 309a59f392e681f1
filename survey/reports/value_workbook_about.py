"""The first sheet of a value map's workbook: what it is, and the settings that every formula follows."""

from collections.abc import Iterator, Sequence

from survey.reports.fitting import height
from survey.reports.looks import Looks
from survey.reports.value_workbook_paper import Paper, at
from survey.reports.value_workbook_rates import write_rates
from survey.value import layout
from survey.value.discounting import END_OF_YEAR
from survey.value.model import KINDS, ValueMap

WIDTHS = (28, 36, 14, 80)
NOTE = (
    "White cells are typed and may be changed; grey cells are formulas, which follow, or say what something "
    "is. Everything is worked out from the typed cells of this sheet and of the sheets Inputs and Value map."
)
WHAT = (
    ("How it reckons", "As the Guide to Social Return on Investment (2012) does; see the sheet Results."),
    ("Kept", "A spreadsheet keeps 15 figures of a number; only what is shown is rounded."),
)


def write_about(workbook, looks: Looks, value_map: ValueMap, about: Sequence[tuple[str, str]]) -> None:
    paper = Paper(workbook, layout.ABOUT, WIDTHS, looks)
    paper.top(f"Value map: {value_map.title}" if value_map.title else "Value map", NOTE)
    row = 4
    for label, said in (*about, *WHAT):
        paper.words(row, 0, label, "label")
        paper.sheet.merge_range(row, 1, row, 3, "", looks("told"))
        paper.words(row, 1, said, "told")
        paper.sheet.set_row(row, height((said,), (sum(WIDTHS[1:]),)))
        row += 1
    row = _settings(workbook, paper, row + 1, value_map)
    write_rates(workbook, paper, row + 1, value_map.assumptions)
    paper.on_paper((3, 0), 0)


def _settings(workbook, paper: Paper, row: int, value_map: ValueMap) -> int:
    paper.headings(row, (layout.SETTING, layout.SET_TO, "", "What it means"), high=20)
    for name, label, value, choices, meaning in _lines(value_map):
        row += 1
        paper.words(row, 0, label, "label")
        paper.words(row, 1, value)
        paper.words(row, 3, meaning, "told")
        paper.row_of(row, (label, value, "", meaning))
        if choices:
            paper.sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": list(choices)})
        if name:
            workbook.define_name(name, f"={layout.ABOUT}!{at(row, 1, 'cr')}")
    return row + 1


def _lines(value_map: ValueMap) -> Iterator[tuple[str, str, str, Sequence[str], str]]:
    """Name in formulas, label, value, what may be chosen, what it means."""
    assumed, timings = value_map.assumptions, layout.TIMING_WORDS
    yield "", layout.TITLE, value_map.title, (), "What this map is of"
    yield (
        "kind_of_map",
        layout.KIND,
        assumed.kind,
        KINDS,
        "Forecast: what is expected. Evaluative: what has happened.",
    )
    yield (
        "discounting",
        layout.DISCOUNTING,
        timings[assumed.timing],
        tuple(timings.values()),
        f"{timings[END_OF_YEAR].capitalize()}: year 1 is discounted once, as in the Guide. "
        "First year not discounted: as in the Green Book, where it is year 0.",
    )
    yield (
        "inputs_discounted",
        layout.INPUTS_DISCOUNTED,
        layout.YES if assumed.inputs_discounted else layout.NO,
        (layout.YES, layout.NO),
        "Whether what was put in stands on the same calendar as what came of it",
    )
    yield "rate_table", layout.RATE_TABLE, assumed.rates.name, (), "The name of the rates below"
