"""Parts go after a question that says what goes with them; parts of another map stay."""

import pytest

from survey.records.base import db
from tests import valuing
from tests.reading import text
from tests.trust.addresses_value import incident, scenario
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def test_a_stakeholder_goes_with_its_inputs_and_outcomes(signed_in, maps):
    value_map, _ = maps
    valuing.given(value_map, 10)
    valuing.row(value_map)
    there = at(value_map, f"/stakeholders/{value_map.stakeholders[0].id}/remove")
    assert "This goes with it: one input and one outcome." in text(signed_in.page(there))
    assert "The stakeholder is removed." in text(signed_in.fill(there))
    db.session.expire_all()
    assert (value_map.stakeholders, value_map.inputs, value_map.rows) == ([], [], [])


def test_an_outcome_goes_with_what_was_typed_for_it(signed_in, maps):
    value_map, _ = maps
    row = valuing.row(value_map, typed=valuing.NOTHING_OFF)
    there = at(value_map, f"/rows/{row.id}/remove")
    assert "4 figures that you typed" in text(signed_in.page(there)).replace("four", "4")
    assert "The outcome is removed." in text(signed_in.fill(there))


@pytest.mark.parametrize(
    ("parts", "make", "name"), [("incidents", incident, "what"), ("scenarios", scenario, "name")]
)
def test_an_incident_or_a_scenario_goes_alone(signed_in, maps, parts, make, name):
    value_map, _ = maps
    stays, goes = make(value_map), make(value_map, **{name: "the other"})
    there = at(value_map, f"/{parts}/{goes.id}/remove")
    assert "Remove the other for good?" in text(signed_in.page(there))
    assert getattr(value_map, parts) == [stays, goes]
    assert "is removed." in text(signed_in.fill(there))
    assert getattr(value_map, parts) == [stays]


def test_parts_of_another_map_stay(signed_in, maps):
    value_map, others = maps
    for other in others:
        ids = {
            "stakeholders": other.stakeholders[0].id,
            "inputs": other.inputs[0].id,
            "rows": other.rows[0].id,
        }
        for parts, part_id in ids.items():
            there = at(value_map, f"/{parts}/{part_id}/remove")
            assert signed_in.get(there).status_code == signed_in.post(there).status_code == 404
    assert signed_in.get(at(value_map, "/proxies/1/remove")).status_code == 404
