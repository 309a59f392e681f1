"""An input: money, or hours at a rate, always with its source."""

from decimal import Decimal

import pytest

from survey.records.base import db
from tests.reading import text
from tests.web.evaluator.value_client import at, world

MONEY = {"description": "Grant", "kind": "money", "value": "£1,760,000.50", "year": "2", "source": "accounts"}


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def test_money_and_time_are_kept_to_the_last_digit(signed_in, maps):
    value_map, _ = maps
    assert "An hour at the National Living Wage" in text(signed_in.page(at(value_map, "/inputs/new")))
    page = signed_in.fill(at(value_map, "/inputs/new"), **MONEY, hours="5")
    assert "The input is added." in text(page) and "£1,760,000.50" in text(page)
    [kept] = value_map.inputs
    assert (kept.value, kept.hours, kept.year) == (Decimal("1760000.50"), None, 2)
    time = {"kind": "volunteers", "value": "5", "hours": "7.5", "rate": "12.21"}
    signed_in.fill(at(value_map, f"/inputs/{kept.id}"), **time)
    db.session.expire_all()
    assert (kept.value, kept.hours, kept.worth) == (None, Decimal("7.5"), Decimal("91.575"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"value": ""}, "Write a sum in pounds"),
        ({"value": "1e6"}, "Write a sum in pounds"),
        ({"value": "NaN"}, "Write a sum in pounds"),
        ({"kind": "time", "hours": "", "rate": "5"}, "Write a number of hours"),
        ({"kind": "time", "hours": "5", "rate": ""}, "Write a sum in pounds"),
        ({"kind": "guess"}, "Choose what kind it is."),
        ({"year": "31"}, "Write the year of the map"),
        ({"source": " "}, "Write where this comes from."),
        ({"stakeholder": "999999"}, "Choose one of the stakeholders here."),
    ],
)
def test_what_is_missing_or_makes_no_sense_is_said(signed_in, maps, given, said):
    value_map, _ = maps
    page = signed_in.fill(at(value_map, "/inputs/new"), **MONEY | given)
    assert page.status_code == 422 and said in text(page) and "Grant" in page.text
    assert value_map.inputs == []


def test_a_stakeholder_of_another_map_is_not_taken(signed_in, maps):
    value_map, others = maps
    for other in others:
        whose = str(other.stakeholders[0].id)
        page = signed_in.fill(at(value_map, "/inputs/new"), **MONEY, stakeholder=whose)
        assert page.status_code == 422 and value_map.inputs == []
