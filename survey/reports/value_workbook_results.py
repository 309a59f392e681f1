"""The sheet of results: the ratio and what it is made of, all of it from the cells of the other sheets."""

from collections.abc import Iterator
from decimal import Decimal

from survey.reports import value_workbook_inputs as inputs
from survey.reports import value_workbook_map as map_sheet
from survey.reports.looks import Looks
from survey.reports.value_words import CAVEAT, COLUMN_MEANINGS
from survey.reports.value_workbook_paper import MONEY, RATIO, SHARE, Paper, at, span
from survey.reports.value_workbook_years import write_years
from survey.value import layout
from survey.value.model import ValueMap
from survey.value.worth import MONTHS, Worth

WIDTHS = (40, 22, 20, 16, 64)
HEADINGS, FIRST = 3, 4
NONE = "none"
FIRST_YEAR = f"'{layout.MAP}'!{at(map_sheet.TOTALS, map_sheet.YEAR_1, 'cr')}"
NOTE = (
    "Nothing is typed here. Never tell a ratio without its range, whether it is forecast or evaluative, and "
    f"how it is discounted. {CAVEAT}"
)
Line = tuple[str, str, str, Decimal | int | str, str, str]
# Name, label, field of what the map comes to, formula, how it is shown, how it is worked out.
RATIO_LINES = (
    (
        *("total_inputs", "Total inputs", "inputs"),
        f"={layout.INPUTS}!{at(inputs.TOTALS, inputs.WORTH, 'cr')}",
        *(MONEY, "All that was put in, discounted if the settings say so"),
    ),
    (
        *("total_present_value", "Total present value", "total_present_value"),
        f"='{layout.MAP}'!{at(map_sheet.TOTALS, map_sheet.WORTH, 'cr')}",
        *(MONEY, "The present values of all outcomes, those for the worse included"),
    ),
    (
        *("net_present_value", "Net present value", "net_present_value"),
        "=total_present_value-total_inputs",
        *(MONEY, "Total present value less total inputs"),
    ),
    (
        *("sroi_ratio", "Social return for each pound put in", "sroi_ratio"),
        "=total_present_value/total_inputs",
        *(RATIO, "Total present value divided by total inputs"),
    ),
    (
        *("net_sroi_ratio", "Net return for each pound put in", "net_sroi_ratio"),
        "=net_present_value/total_inputs",
        *(RATIO, "Net present value divided by total inputs: one less than the ratio above"),
    ),
    (
        *("payback_months", "Payback (months)", "payback_months"),
        f'=IF({FIRST_YEAR}>0,total_inputs/({FIRST_YEAR}/{MONTHS}),"{NONE}")',
        *(RATIO, "Total inputs divided by a twelfth of the first year's value"),
    ),
)


def write_results(workbook, looks: Looks, value_map: ValueMap, found: Worth) -> None:
    paper = Paper(workbook, layout.RESULTS, WIDTHS, looks)
    paper.top("Results", NOTE)
    row = _block(workbook, paper, HEADINGS, "Result", (*_ratio(found), *_settings(value_map)))
    by_kind = "Present value by kind of value, never one sum called savings"
    row = _block(workbook, paper, row + 1, by_kind, tuple(_kinds(found)))
    write_years(paper, row + 1, value_map, found)
    paper.on_paper((HEADINGS + 1, 0), HEADINGS)


def _ratio(found: Worth) -> Iterator[Line]:
    """Name, label, formula, what we make of it, how it is shown, how it is worked out."""
    for name, label, field, formula, shown, how in RATIO_LINES:
        value = getattr(found, field)
        yield name, label, formula, NONE if value is None else value, shown, how
    typed, made = (_column(place) for place in (map_sheet.PLACES["quantity"], map_sheet.IMPACT))
    how = "Should be 0; otherwise copy the formulas down to the rows that were added"
    yield "", "Check: rows without formulas", f"=COUNT({typed})-COUNT({made})", 0, "0", how


def _settings(value_map: ValueMap) -> Iterator[Line]:
    assumed = value_map.assumptions
    yield "", layout.KIND, "=kind_of_map", assumed.kind, "@", "As set on the sheet About"
    timing = layout.TIMING_WORDS[assumed.timing]
    yield "", layout.DISCOUNTING, "=discounting", timing, "@", "As set on the sheet About"
    rate = assumed.rates.bands[0][1]
    yield (
        "",
        "Discount rate of the first years",
        "=INDEX(rates,1,1)",
        rate,
        SHARE,
        "As set on the sheet About",
    )


def _kinds(found: Worth) -> Iterator[Line]:
    kinds, values = _column(map_sheet.PLACES["column"]), _column(map_sheet.WORTH)
    for name, words in layout.KINDS_OF_VALUE.items():
        formula = f'=SUMIF({kinds},"{words}",{values})'
        yield (
            "",
            words.capitalize(),
            formula,
            found.present_value_of(name),
            MONEY,
            COLUMN_MEANINGS[name].capitalize(),
        )


def _column(place: int) -> str:
    return f"'{layout.MAP}'!{span((map_sheet.FIRST, place), (map_sheet.LAST, place))}"


def _block(workbook, paper: Paper, row: int, heading: str, lines: tuple[Line, ...]) -> int:
    paper.headings(row, (heading, "Figure", "", "", "How it is worked out"), (1,), 32)
    for name, label, formula, value, shown, how in lines:
        row += 1
        paper.words(row, 0, label, "label")
        paper.formula(row, 1, formula, value, shown, "total")
        for place, words in enumerate(("", "", how), 2):
            paper.words(row, place, words, "told")
        if name:
            workbook.define_name(name, f"={layout.RESULTS}!{at(row, 1, 'cr')}")
    return row + 1
