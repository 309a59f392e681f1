"""The value of each year at the end of a value map's sheet of results."""

from survey.reports import value_workbook_map as map_sheet
from survey.reports.value_workbook_paper import FACTOR, MONEY, YEAR, Paper, at
from survey.value import layout
from survey.value.model import ValueMap
from survey.value.worth import Worth


def write_years(paper: Paper, row: int, value_map: ValueMap, found: Worth) -> None:
    paper.headings(row, ("Value by year", "Value", "Present value", "Discount factor"), range(1, 4), 32)
    values, present = (map_sheet.padded(each) for each in (found.years, found.present_values))
    lines = zip(map_sheet.factors(value_map.assumptions), values, present, strict=True)
    for year, (factor, value, worth) in enumerate(lines, 1):
        place = map_sheet.YEAR_1 + year - 1
        sources = (map_sheet.HEADINGS, map_sheet.TOTALS, map_sheet.PRESENT, map_sheet.FACTORS)
        shown = (YEAR, MONEY, MONEY, FACTOR)
        for across, (source, figure, how) in enumerate(
            zip(sources, (year, value, worth, factor), shown, strict=True)
        ):
            look = "worked out" if across else "label"
            paper.formula(row + year, across, f"='{layout.MAP}'!{at(source, place, 'cr')}", figure, how, look)
        if year > len(found.years):
            paper.sheet.set_row(row + year, None, None, {"level": 1, "hidden": True})
