from dataclasses import replace

import pytest

from survey.reports.value_workbook import xlsx
from survey.value import layout, model
from survey.value.worth import worth
from tests.value import books, maps


def results(value_map):
    return {row[0]: row[1] for row in books.sheet(xlsx(value_map, worth(value_map), ()), layout.RESULTS)}


def test_kinds_of_value_stand_apart():
    rows = (maps.row("R1"), replace(maps.row("R2", 5), column=model.FISCAL_AVOIDED))
    found = results(maps.of(*rows))
    assert found["Social"] == pytest.approx(1000 / 1.035)
    assert found["Fiscal, avoided"] == pytest.approx(500 / 1.035)
    assert found["Fiscal, cashable"] == 0


def test_the_ratio_stands_with_how_it_is_discounted_and_what_kind_it_is():
    found = results(maps.guide())
    assert found["Discount rate of the first years"] == 0.035
    assert found["Discounting"] == "at the end of each year"
    assert found["Forecast or evaluative"] == "forecast"
    assert found["Payback (months)"] == pytest.approx(6.163, abs=0.001)


def test_what_is_never_paid_back_says_so():
    assert results(maps.of(maps.row("R1", -5)))["Payback (months)"] == "none"
