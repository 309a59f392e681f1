import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.value.discounting import TABLES, Rates
from survey.value.document import from_json, to_json
from survey.value.model import EVALUATIVE, FISCAL_AVOIDED, Wrong
from tests.value import maps
from tests.value.maps import row

ROW = {
    "id": "R2",
    "stakeholder": "Residents",
    "outcome": "Made friends",
    "quantity": 10,
    "proxy": "club fee",
    "unit_value": 48.25,
    "duration_years": 2,
    "deadweight": 0.1,
}
RATE = {"discount_rate": 0.035, "discounting": "end_of_year"}
WHOLE = {
    "title": "Ours",
    "assumptions": RATE,
    "inputs": [{"stakeholder": "Council", "input": "grant", "value": 1000}],
    "rows": [ROW],
}


def with_row(**more):
    return WHOLE | {"rows": [ROW | more]}


def without(key):
    return WHOLE | {"rows": [{name: ROW[name] for name in ROW if name != key}]}


def proxied(*rows, **assumed):
    return maps.of(*(replace(each, proxy="club fee") for each in rows), **assumed)


def test_numbers_are_read_exactly_and_what_is_left_out_is_usual():
    found = from_json(json.dumps(WHOLE | {"currency": "GBP", "notes": ["made up"]}))
    assert found.rows[0].unit_value == Decimal("48.25") and found.rows[0].deadweight == Decimal("0.1")
    assert (found.rows[0].drop_off, found.rows[0].starts, found.inputs[0].year) == (0, 1, 1)
    assert found.assumptions.rates.rate(1) == Decimal("0.035") and found.title == "Ours"


def test_a_rate_table_goes_by_its_name():
    assumed = {"rate_table": "Green Book 2026, health", "inputs_discounted": True, "kind": "evaluative"}
    found = from_json(json.dumps(WHOLE | {"assumptions": assumed})).assumptions
    assert found.rates == TABLES["Green Book 2026, health"]
    assert found.inputs_discounted and found.kind == EVALUATIVE


@settings(max_examples=40, deadline=None)
@given(maps.any_rows(), st.decimals(0, "0.25", places=4), st.booleans())
def test_what_is_written_is_read_back(any_row, rate, discounted):
    more = replace(row("R2"), n=7, indicator="asked", column=FISCAL_AVOIDED)
    whole = proxied(any_row, more, rate=str(rate.normalize()), inputs_discounted=discounted)
    assert from_json(to_json(whole)) == whole


def test_a_table_by_name_is_written_by_name_and_an_unknown_one_is_not():
    whole = proxied(row())
    for rates in TABLES.values():
        named = replace(whole, assumptions=replace(whole.assumptions, rates=rates))
        assert from_json(to_json(named)) == named
    own = Rates("Ours", ((5, Decimal("0.03")), (None, Decimal("0.02"))))
    with pytest.raises(ValueError, match="Ours is not one of"):
        to_json(replace(whole, assumptions=replace(whole.assumptions, rates=own)))


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "file: this is an object"),
        ({key: WHOLE[key] for key in ("assumptions", "inputs")}, "rows: these are missing"),
        (WHOLE | {"rows": []}, "rows: there is none"),
        (WHOLE | {"rows": {}}, "rows: this is a list"),
        (WHOLE | {"rows": ["R1"]}, "row 1: this is an object"),
        (WHOLE | {"rows": [ROW] * 1001}, "rows: there are 1,001; the most is 1,000"),
        (WHOLE | {"rows": [ROW, ROW]}, "row R2: 2 rows have this id"),
        (WHOLE | {"inputs": []}, "inputs: these add up to nought"),
        (WHOLE | {"inputs": [{"value": 0}]}, "inputs: these add up to nought"),
        (WHOLE | {"inputs": [{"value": -5}]}, "input 1: its value is a sum of money"),
        (WHOLE | {"inputs": [{"stakeholder": "Council"}]}, "input 1: value is missing"),
        (WHOLE | {"inputs": [{"value": 5, "year": 0}]}, "input 1: its year"),
        (WHOLE | {"assumptions": {}}, "assumptions: these need either"),
        (WHOLE | {"assumptions": RATE | {"rate_table": "x"}}, "assumptions: these need either"),
        (
            WHOLE | {"assumptions": {"rate_table": "Green Book 1899"}},
            "assumptions: rate_table is one of",
        ),
        (WHOLE | {"assumptions": {"discount_rate": -0.01}}, "assumptions: discount_rate is a share from 0"),
        (WHOLE | {"assumptions": {"discount_rate": 3.5}}, "assumptions: discount_rate is a share from 0"),
        (WHOLE | {"assumptions": RATE | {"discounting": "later"}}, "discounting: this is one of"),
        (
            WHOLE | {"assumptions": RATE | {"inputs_discounted": "no"}},
            "assumptions: inputs_discounted",
        ),
        (without("proxy"), "row R2: proxy is missing"),
        (with_row(proxy=" "), "row R2: proxy is missing"),
        (without("unit_value"), "row R2: unit_value is missing"),
        (without("id"), "row 1: id is missing"),
        (with_row(unit_value="94"), "row R2: unit_value is a number, without quotes"),
        (with_row(unit_value=float("nan")), "row R2: unit_value is not a number"),
        (with_row(quantity=float("-inf")), "row R2: quantity is not a number"),
        (with_row(duration_years=0), "row R2: duration is in whole years, from 1 to 30"),
        (with_row(duration_years=60), "row R2: duration is in whole years, from 1 to 30"),
        (with_row(duration_years=1.5), "row R2: duration_years is a whole number, not 1.5"),
        (with_row(deadweight=35), "row R2: deadweight is a share from 0 to 1 .*; 35 looks like per cent"),
        (
            with_row(attribution=0.3),
            "row R2: .*; is attribution_to_others meant",
        ),
        (with_row(starts=3), "row R2: an outcome starts"),
        (with_row(column="savings"), "row R2: its kind of value"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place_in_one_line(document, said):
    with pytest.raises(Wrong, match=f"^{said}") as refused:
        from_json(json.dumps(document))
    assert "\n" not in str(refused.value)
