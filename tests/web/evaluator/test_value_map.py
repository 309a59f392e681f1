"""The overview of a map: stages, what is missing, and the principles, as the map stands now."""

import pytest

from survey.engagement import value_maps
from survey.records.base import db
from tests import valuing
from tests.reading import text
from tests.trust.addresses_value import incident, scenario
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def test_the_overview_says_what_is_missing_and_leads_there(signed_in, maps):
    value_map, _ = maps
    page = signed_in.page(at(value_map))
    assert "2 things are missing" in text(page) or "two things are missing" in text(page).lower()
    assert "Say what was put in: a ratio needs it." in text(page) and "Noise" not in text(page)
    valuing.given(value_map, 1000)
    row = valuing.row(value_map, outcome="hope")
    said = signed_in.page(at(value_map))
    assert f"{at(value_map)}/rows/{row.id}/figures/quantity" in said.xpath("//a/@href")
    for address in {each for each in said.xpath("//main//a/@href") if each.startswith("/evaluations")}:
        assert signed_in.get(address.split("#")[0]).status_code == 200, address


def test_a_proxy_without_a_licence_is_a_link_away(signed_in, maps):
    value_map, _ = maps
    row = valuing.row(value_map, outcome="hope")
    row.proxy.licence = ""
    db.session.commit()
    [there] = signed_in.page(at(value_map)).xpath("//a[contains(., 'under which licence')]/@href")
    assert there == f"/evaluations/{value_map.evaluation_id}/proxies/{row.proxy_id}"


def test_a_whole_map_lacks_nothing_for_a_ratio(signed_in, maps):
    value_map, _ = maps
    valuing.given(value_map, 1000)
    valuing.row(value_map, typed={"quantity": 10, **valuing.NOTHING_OFF})
    assert "Everything is there that the ratio needs." in text(signed_in.page(at(value_map)))


def test_a_map_is_removed_after_a_question(signed_in, maps):
    value_map, (other, _) = maps
    valuing.given(value_map, 10)
    incident(value_map)
    scenario(value_map)
    asked = text(signed_in.page(at(value_map, "/remove")))
    assert "Remove Walking for good?" in asked
    assert "This goes with it: one stakeholder, one input, one incident and one scenario." in asked
    evaluation = value_map.evaluation
    signed_in.fill(at(value_map, "/remove"))
    db.session.expire_all()
    assert [each.id for each in value_maps.of(evaluation)] == [other.id]


def test_a_map_of_another_evaluation_looks_as_if_there_was_none(signed_in, maps):
    value_map, (_, theirs) = maps
    for rest in ("", "/scope", "/stakeholders", "/inputs", "/rows", "/filters", "/settings", "/remove"):
        there = f"/evaluations/{value_map.evaluation_id}/value-maps/{theirs.id}{rest}"
        assert signed_in.get(there).status_code == 404, there


def test_it_is_reached_from_the_evaluation(signed_in, maps):
    value_map, _ = maps
    page = signed_in.page(f"/evaluations/{value_map.evaluation_id}")
    assert f"/evaluations/{value_map.evaluation_id}/value-maps" in page.xpath("//a/@href")
    assert "2 made" in text(page)
