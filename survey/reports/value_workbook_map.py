"""The sheet of a value map: a row for each outcome, and what it is worth year by year as live formulas."""

from collections.abc import Sequence
from decimal import Decimal

from survey.reports.looks import Looks
from survey.reports.value_workbook_paper import FACTOR, MONEY, PLAIN, PRICE, SHARE, YEAR, Paper, at, span
from survey.value import layout, map_columns
from survey.value.discounting import factor, years_until
from survey.value.layout import YEARS, letters
from survey.value.map_columns import LEADING, MAP_COLUMNS, TRAILING
from survey.value.model import STARTS, Assumptions, Row, ValueMap
from survey.value.worth import RowWorth, Worth

RATES, FACTORS, TOTALS, PRESENT, HEADINGS = 3, 4, 5, 6, 7
FIRST = HEADINGS + 1
LAST = FIRST + layout.MOST_ROWS - 1
GROSS, IMPACT = len(LEADING), len(LEADING) + 1
YEAR_1 = IMPACT + 1
YEAR_LAST = YEAR_1 + YEARS - 1
WORTH = YEAR_LAST + 1
PLACES = {each.name: place for place, each in enumerate(LEADING)} | {
    each.name: WORTH + place for place, each in enumerate(TRAILING, 1)
}
SHOWN = {
    map_columns.SHARE: SHARE,
    map_columns.COUNT: "0",
    map_columns.NUMBER: PLAIN,
    map_columns.MONEY: PRICE,
}
NOTE = (
    "White cells are typed, grey cells are formulas. Percentages are what is deducted; attribution is the "
    "part that others brought about. To add an outcome, copy a whole row and change it. "
    "Years after the last one needed are folded away."
)
OUTCOME = PLACES["outcome"]
A3, SCALE = 8, 75


def write_map(workbook, looks: Looks, value_map: ValueMap, found: Worth) -> None:
    width = {
        place: MAP_COLUMNS[place if place < GROSS else place - WORTH - 1 + GROSS].width
        for place in PLACES.values()
    }
    paper = Paper(
        workbook, layout.MAP, [width.get(place, 14) for place in range(WORTH + 1 + len(TRAILING))], looks
    )
    paper.top("Value map, one row for each outcome", NOTE, OUTCOME + 1)
    _years(workbook, paper, value_map.assumptions, found)
    names = [*(each.heading for each in LEADING), "Gross value a year", "Impact (a year)"]
    paper.headings(HEADINGS, names, [place for place in range(YEAR_1) if _is_figure(place)])
    for place, name in enumerate(("Present value", *(each.heading for each in TRAILING)), WORTH):
        paper.words(HEADINGS, place, name, "heading" if place == WORTH else "typed heading")
    for row, each in enumerate(found.rows, FIRST):
        _typed(paper, row, each.row)
        _worked_out(paper, row, each)
    _choices(paper)
    _fold(paper, len(found.years))
    workbook.define_name("discount_factors", f"='{layout.MAP}'!{_across(FACTORS)}")
    paper.on_paper((FIRST, OUTCOME + 1), HEADINGS)
    # Too wide for one page: what is typed, then what it comes to, each beside the names.
    paper.sheet.set_paper(A3)
    paper.sheet.set_print_scale(SCALE)
    paper.sheet.repeat_columns(0, OUTCOME)
    paper.sheet.set_v_pagebreaks([GROSS])


def _is_figure(place: int) -> bool:
    return place >= GROSS or LEADING[place].kind != map_columns.WORDS


def factors(assumed: Assumptions) -> list[Decimal]:
    """What a pound of each year is worth today, for as many years as the sheet has."""
    return [factor(assumed.rates, years_until(assumed.timing, year)) for year in range(1, YEARS + 1)]


def _across(row: int) -> str:
    return span((row, YEAR_1), (row, YEAR_LAST))


def _years(workbook, paper: Paper, assumed: Assumptions, found: Worth) -> None:
    """Above the headings: the rate and the factor of each year, and what all rows come to."""
    labels = ("Rate of the year", "Discount factor", "Total of all outcomes", "Present value of the year")
    for row, label in enumerate(labels, RATES):
        paper.words(row, OUTCOME, label, "label")
    not_discounted = layout.TIMING_WORDS["year_0"]
    of_year = list(zip(factors(assumed), padded(found.years), padded(found.present_values), strict=True))
    for year, (each, value, present) in enumerate(of_year, 1):
        place = YEAR_1 + year - 1
        paper.sheet.write_number(HEADINGS, place, year, paper.looks("heading", YEAR))
        times = f'{at(HEADINGS, place)}-IF(discounting="{not_discounted}",1,0)'
        until = years_until(assumed.timing, year)
        rate = assumed.rates.rate(until) if until else Decimal(0)
        paper.formula(RATES, place, f"=IF({times}=0,0,LOOKUP({times},rates_from,rates))", rate, SHARE)
        before = "1" if year == 1 else at(FACTORS, place - 1)
        paper.formula(FACTORS, place, f"={before}/(1+{at(RATES, place)})", each, FACTOR)
        _total(paper, place, value)
        paper.formula(PRESENT, place, f"={at(TOTALS, place)}*{at(FACTORS, place)}", present, look="total")
    _total(paper, IMPACT, sum(each.impact for each in found.rows))
    _total(paper, WORTH, found.total_present_value)


def _total(paper: Paper, place: int, value: Decimal) -> None:
    column = letters(place)
    paper.formula(TOTALS, place, f"=SUM({column}{FIRST + 1}:{column}{LAST + 1})", value, look="total")


def padded(values: Sequence[Decimal]) -> list[Decimal]:
    return [*values, *[Decimal(0)] * (YEARS - len(values))]


def _typed(paper: Paper, row: int, given: Row) -> None:
    words = [""] * GROSS
    for column in MAP_COLUMNS:
        place, value = PLACES[column.name], getattr(given, column.name)
        if column.kind == map_columns.KIND_OF_VALUE:
            paper.words(row, place, layout.KINDS_OF_VALUE[value])
        elif column.kind == map_columns.WORDS:
            paper.words(row, place, value)
            if place < GROSS:
                words[place] = value
        else:
            paper.figure(row, place, value, SHOWN[column.kind])
    paper.row_of(row, words)


def _worked_out(paper: Paper, row: int, found: RowWorth) -> None:
    cell = {name: at(row, place, "c") for name, place in PLACES.items()}
    paper.formula(row, GROSS, f"={cell['quantity']}*{cell['unit_value']}", found.gross)
    left = "".join(f"*(1-{cell[name]})" for name in ("deadweight", "displacement", "attribution_to_others"))
    paper.formula(row, IMPACT, f"={at(row, GROSS, 'c')}{left}", found.impact)
    starts, lasts = cell["starts"], cell["duration_years"]
    for place, value in enumerate(padded(found.years), YEAR_1):
        year = at(HEADINGS, place, "r")
        # From an outcome's second year on it is what the year before left.
        kept = f"IF({year}={starts},{at(row, IMPACT, 'c')},{at(row, place - 1)}*(1-{cell['drop_off']}))"
        paper.formula(row, place, f"=IF(AND({year}>={starts},{year}<{starts}+{lasts}),{kept},0)", value)
    years = f"{at(row, YEAR_1, 'c')}:{at(row, YEAR_LAST, 'c')}"
    paper.formula(row, WORTH, f"=SUMPRODUCT({years},{_across(FACTORS)})", found.present_value, MONEY, "total")


def _choices(paper: Paper) -> None:
    """What may be typed, said where it is typed."""
    share = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    rules = {column.name: share for column in LEADING if column.kind == map_columns.SHARE}
    rules["starts"] = {"validate": "list", "source": [str(each) for each in STARTS]}
    whole = {"validate": "integer", "criteria": "between", "minimum": 1}
    rules["duration_years"] = {**whole, "maximum": YEARS - 1}
    rules["column"] = {"validate": "list", "source": list(layout.KINDS_OF_VALUE.values())}
    for name, rule in rules.items():
        paper.sheet.data_validation(FIRST, PLACES[name], LAST, PLACES[name], rule)


def _fold(paper: Paper, years: int) -> None:
    if years < YEARS:
        paper.sheet.set_column(YEAR_1 + years, YEAR_LAST, 14, None, {"level": 1, "hidden": True})
        paper.sheet.set_column(WORTH, WORTH, 16, None, {"collapsed": True})
