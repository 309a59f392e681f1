"""A scenario says how many people, what more is put in, and how that is known."""

from decimal import Decimal

import pytest

from tests.reading import text
from tests.trust.addresses_value import scenario
from tests.web.evaluator.value_client import at, world

MORE = {"name": "One more", "people": "125", "inputs_added": "£45,000", "note": "As in the <b>budget</b>."}
PER_CENT = "Write a number from 0 to 10,000, such as 150; 100 is as many as now."


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def add(signed_in, value_map, **typed):
    return signed_in.fill(at(value_map, "/scenarios/new"), **MORE | typed)


def test_a_scenario_is_added_changed_and_removed(signed_in, maps):
    value_map, others = maps
    page = add(signed_in, value_map)
    assert "The scenario is added." in text(page) and "&lt;b&gt;budget&lt;/b&gt;" in page.text
    [kept] = value_map.scenarios
    assert (kept.people, kept.inputs_added) == (Decimal("1.25"), Decimal(45_000))
    there = at(value_map, f"/scenarios/{kept.id}")
    assert "The scenario is saved." in text(signed_in.fill(there, people="80%", inputs_added="0"))
    assert (kept.name, kept.people, kept.inputs_added) == ("One more", Decimal("0.8"), 0)
    assert "The scenario is removed." in text(signed_in.fill(there + "/remove"))
    assert [each.scenarios for each in (value_map, *others)] == [[], [], []]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Write what the scenario is called."),
        ({"name": "ONE MORE COORDINATOR"}, "There is a scenario of this name."),
        ({"people": "-1"}, PER_CENT),
        ({"people": "10,001"}, PER_CENT),
        ({"people": ""}, PER_CENT),
        ({"inputs_added": ""}, "Write a sum in pounds, such as 45,000; 0 for nothing."),
        ({"inputs_added": "-1"}, "Write a sum in pounds, such as 45,000; 0 for nothing."),
        ({"people": "100", "inputs_added": "0"}, "this is as now. Change one of the two."),
        ({"note": " "}, "Write what would be different, and where the two figures come from."),
    ],
    ids=str,
)
def test_what_means_nothing_is_refused(signed_in, maps, typed, said):
    value_map, _ = maps
    scenario(value_map)
    page = add(signed_in, value_map, **typed)
    assert page.status_code == 422 and said in text(page)
    assert len(value_map.scenarios) == 1


def test_its_own_name_is_not_taken_and_that_of_another_map_is_free(signed_in, maps):
    value_map, (other, _) = maps
    kept = scenario(value_map)
    scenario(other, "Half")
    there = at(value_map, f"/scenarios/{kept.id}")
    assert "The scenario is saved." in text(signed_in.fill(there, name="one more COORDINATOR"))
    assert "The scenario is saved." in text(signed_in.fill(there, name="Half"))
