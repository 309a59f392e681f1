"""The sheet of what was put in, each sum with its year and what it counts for."""

from decimal import Decimal

from survey.reports.looks import Looks
from survey.reports.value_workbook_map import factors
from survey.reports.value_workbook_paper import FACTOR, MONEY, Paper, at
from survey.value import layout
from survey.value.layout import letters
from survey.value.map_columns import INPUT_COLUMNS
from survey.value.model import LONGEST, ValueMap

TOTALS, HEADINGS = 3, 4
FIRST = HEADINGS + 1
LAST = FIRST + layout.MOST_ROWS - 1
PLACES = {each.name: place for place, each in enumerate(INPUT_COLUMNS)}
VALUE = PLACES["value"]
FACTOR_AT, WORTH = len(INPUT_COLUMNS), len(INPUT_COLUMNS) + 1
NOTE = (
    "White cells are typed, grey cells are formulas. Discounted only if the sheet About says so. "
    "To add an input, copy a whole row and change it."
)


def write_inputs(workbook, looks: Looks, value_map: ValueMap) -> None:
    widths = (*(each.width for each in INPUT_COLUMNS), 16, 18)
    paper = Paper(workbook, layout.INPUTS, widths, looks)
    paper.top("What was put in", NOTE)
    paper.headings(
        HEADINGS, (*(each.heading for each in INPUT_COLUMNS), "Discount factor", "Counts as"), range(2, 6), 32
    )
    assumed = value_map.assumptions
    of_year = factors(assumed)
    worth = Decimal(0)
    for row, given in enumerate(value_map.inputs, FIRST):
        counts = of_year[given.year - 1] if assumed.inputs_discounted else Decimal(1)
        worth += given.value * counts
        paper.words(row, PLACES["stakeholder"], given.stakeholder)
        paper.words(row, PLACES["description"], given.description)
        paper.figure(row, VALUE, given.value, MONEY)
        paper.figure(row, PLACES["year"], given.year, "0")
        found = f"INDEX(discount_factors,1,{at(row, PLACES['year'])})"
        paper.formula(row, FACTOR_AT, f'=IF(inputs_discounted="{layout.YES}",{found},1)', counts, FACTOR)
        paper.formula(row, WORTH, f"={at(row, VALUE)}*{at(row, FACTOR_AT)}", given.value * counts)
        paper.row_of(row, (given.stakeholder, given.description))
    paper.words(TOTALS, 0, "Total", "label")
    for place, total in ((VALUE, sum(each.value for each in value_map.inputs)), (WORTH, worth)):
        column = letters(place)
        paper.formula(TOTALS, place, f"=SUM({column}{FIRST + 1}:{column}{LAST + 1})", total, look="total")
    year = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": LONGEST}
    paper.sheet.data_validation(FIRST, PLACES["year"], LAST, PLACES["year"], year)
    paper.on_paper((FIRST, 0), HEADINGS)
