"""The discount rates at the end of the first sheet of a value map's workbook."""

from survey.reports.value_workbook_paper import SHARE, Paper, at, span
from survey.value import layout
from survey.value.model import Assumptions


def write_rates(workbook, paper: Paper, row: int, assumed: Assumptions) -> None:
    """The bands, in order; the first year of each follows from the last year of the one before."""
    paper.headings(row, (layout.FROM_YEAR, layout.TO_YEAR, layout.RATE), figures=(0, 1, 2), high=20)
    first, start = row + 1, 1
    for row, (last, rate) in enumerate(assumed.rates.bands, first):
        if row == first:
            # Grey as those that follow: the first year is always 1.
            paper.figure(row, 0, start, "0", "worked out")
        else:
            paper.formula(row, 0, f"={at(row - 1, 1)}+1", start, "0")
        if last is None:
            paper.words(row, 1, layout.AND_AFTER, "typed")
        else:
            paper.figure(row, 1, last, "0")
            start = last + 1
        paper.figure(row, 2, rate, SHARE)
    for name, place in (("rates_from", 0), ("rates", 2)):
        workbook.define_name(name, f"={layout.ABOUT}!{span((first, place), (row, place))}")
