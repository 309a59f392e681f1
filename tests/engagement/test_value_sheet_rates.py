from dataclasses import replace
from decimal import Decimal

import pytest

from survey.engagement import value_sheet
from survey.engagement.value_sheet_problems import Unreadable
from survey.reports.value_workbook import xlsx
from survey.value import discounting, model
from survey.value.worth import worth
from tests.value import books, maps

GREEN_BOOK = discounting.TABLES["Green Book 2026, standard"]
# Where the first band stands on the sheet About.
FIRST, LAST, RATE = "A16", "B16", "C16"


def out(rates=GREEN_BOOK):
    value_map = replace(maps.guide(), assumptions=model.Assumptions(rates))
    return xlsx(value_map, worth(value_map), ())


def rates(content):
    return value_sheet.read(content).assumptions.rates


def test_rates_that_were_changed_lose_the_name_of_those_they_were():
    assert rates(out()) == GREEN_BOOK
    changed = rates(books.typed(out(), 1, RATE, 0.04))
    assert changed.name == "Green Book 2026, standard, changed"
    assert changed.bands[0] == (30, Decimal("0.04"))
    flat = books.typed(out(discounting.flat(Decimal("0.035"))), 1, RATE, 0.05)
    assert rates(flat) == discounting.flat(Decimal("0.05"))


def test_a_first_year_that_was_typed_says_the_same_as_the_years_above():
    assert rates(books.typed(out(), 1, FIRST, 1)) == GREEN_BOOK
    with pytest.raises(Unreadable) as refused:
        value_sheet.read(books.typed(out(), 1, FIRST, 5))
    (problem,) = refused.value.problems
    assert "These rates begin in year 1" in problem.message
    assert (problem.sheet, problem.row, problem.column) == ("About", 16, "From year")


@pytest.mark.parametrize("cell, typed, words", [
    (RATE, -0.03, "-3 per cent is below nought"),
    (RATE, 0.3, "A discount rate is from 0 to 25 per cent a year."),
    (LAST, 100, "The years of a rate table rise"),
    (LAST, 2.5, "2.5 is not a whole number"),
])  # fmt: skip
def test_rates_that_cannot_be_are_named_with_their_place(cell, typed, words):
    with pytest.raises(Unreadable) as refused:
        value_sheet.read(books.typed(out(), 1, cell, typed))
    (problem,) = refused.value.problems
    assert words in problem.message
    assert (problem.sheet, problem.row) == ("About", 16)
