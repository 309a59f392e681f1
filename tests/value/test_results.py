import json
from decimal import Decimal

import pytest

from survey.value.results import results_json
from survey.value.worth import worth
from tests.value import maps


def test_results_hold_every_figure_with_its_digits():
    found = json.loads(results_json(maps.guide()), parse_float=Decimal, parse_int=Decimal)
    exact = worth(maps.guide())
    assert list(found)[:5] == [
        "total_inputs",
        "total_present_value",
        "net_present_value",
        "sroi_ratio",
        "net_sroi_ratio",
    ]
    assert abs(found["sroi_ratio"] - exact.sroi_ratio) < Decimal("1e-26") and found["total_inputs"] == 42375
    assert [each["year"] for each in found["years"]] == [1, 2, 3, 4, 5]
    assert found["rows"][0] == {
        "id": "R1a",
        "impact": Decimal("625.1"),
        "present_value": pytest.approx(exact.rows[0].present_value, abs=Decimal("1e-20")),
    }
    assert found["assumptions"] == {
        "discount_rate": Decimal("0.035"),
        "discounting": "end_of_year",
        "inputs_discounted": False,
        "kind": "forecast",
    }
