from dataclasses import replace

import pytest

from survey.engagement import value_sheet
from survey.engagement.value_sheet_problems import Unreadable
from survey.reports.value_workbook import xlsx
from survey.value import discounting, model
from survey.value.worth import worth
from tests.value import books, maps

GREEN_BOOK = discounting.TABLES["Green Book 2026, standard"]


def out(rates=GREEN_BOOK):
    value_map = replace(maps.guide(), assumptions=model.Assumptions(rates))
    return xlsx(value_map, worth(value_map), ())


def replaced(content, old, new):
    return books.packed({name: part.replace(old, new) for name, part in books.parts(content).items()})


def test_a_setting_that_nobody_knows_is_named_with_what_may_be_written():
    with pytest.raises(Unreadable) as refused:
        value_sheet.read(replaced(out(), b"at the end of each year<", b"sometimes<"))
    (problem,) = refused.value.problems
    assert (problem.sheet, problem.row, problem.column) == ("About", 11, "Set to")
    assert "“at the end of each year”, or “first year not discounted”" in problem.message


def test_settings_in_capitals_are_known():
    content = replaced(out(), b">no<", b">YES<")
    assert value_sheet.read(content).assumptions.inputs_discounted


def test_each_setting_is_known_by_its_place_and_rates_by_what_they_are_called():
    read = value_sheet.opened(replaced(out(), b">Green Book 2026, standard<", b">Ours<"))
    assert read.settings.at("Discounting", "Set to", "").place == "sheet About, row 11, column Set to"
    assert read.rates_called == "Ours"
    # The Guide's own example has no title.
    assert read.silent == {"Title"}
