"""The list of incidents says what they would have cost, and what deserves a second look."""

from decimal import Decimal

import pytest

from tests.reading import text
from tests.trust.addresses_value import incident
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def listed(signed_in, value_map):
    return text(signed_in.page(at(value_map, "/incidents")))


def test_no_incident_is_no_fault(signed_in, maps):
    assert "No incident is listed." in listed(signed_in, maps[0])
    assert "stands beside the ratio and not in it" in listed(signed_in, maps[0])


def test_each_is_listed_with_what_all_would_have_cost(signed_in, maps):
    value_map, others = maps
    incident(others[0], what="Noise")
    incident(value_map)
    said = listed(signed_in, value_map)
    assert "One kind of incident listed." in said and "Noise" not in said
    assert "£900 (£700 to £1,200)" in said and "50 per cent" in said and "the fire service" in said
    # Two of them, each half as likely as not: as much as one.
    assert said.count("£900 (£700 to £1,200)") == 2 and "second look" not in said


def test_a_total_that_is_given_as_the_cost_of_one_is_noticed(signed_in, maps):
    value_map, _ = maps
    dear = dict.fromkeys(("low", "unit_cost", "high"), Decimal(200_000))
    incident(value_map, count=53, likelihood=Decimal(1), **dear)
    said = listed(signed_in, value_map)
    assert "£10,600,000" in said and "Worth a second look:" in said
    assert "£200,000 is given as the cost of one incident, and so £10,600,000 for the 53 of them." in said
    assert "one costs £3,774" in said and "every one is taken as certain" in said
    assert "a low and a high cost of one incident would show how sure this is." in said
