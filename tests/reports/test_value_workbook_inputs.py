from dataclasses import replace
from decimal import Decimal

import pytest

from survey.reports.value_workbook import xlsx
from survey.value import layout, model
from survey.value.worth import worth
from tests.value import books, maps


@pytest.mark.parametrize("discounted, factor", [(False, 1), (True, 1.035**-2)])
def test_each_input_stands_with_what_it_counts_as(discounted, factor):
    value_map = maps.of(inputs_discounted=discounted)
    given = (model.Input("Council", "grant", Decimal(500), 2), model.Input("Volunteers", "", Decimal(0)))
    value_map = replace(value_map, inputs=given)
    rows = books.sheet(xlsx(value_map, worth(value_map), ()), layout.INPUTS)
    assert rows[5] == ["Council", "grant", 500, 2, pytest.approx(factor), pytest.approx(500 * factor)]
    assert rows[6][:4] == ["Volunteers", "", 0, 1]
    assert rows[3][2] == 500 and rows[3][5] == pytest.approx(float(worth(value_map).inputs))
