"""What an outcome may be: one proxy for each change, and nothing counted twice."""

import pytest

from survey.records.base import db
from tests import valuing
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def value_map(signed_in, evaluator):
    return world(evaluator)[0]


def proxies(value_map, *kinds, **more):
    found = [valuing.proxy(value_map.evaluation, f"of {kind}", kind=kind, **more) for kind in kinds]
    db.session.commit()
    return found


def filled(client, value_map, worth, **given):
    given = {"description": "Hope", "outcome": "hope", "proxy": str(worth.id), **given}
    return client.fill(at(value_map, "/rows/new"), **given)


def test_a_unit_cost_and_a_wellbeing_value_of_the_same_change_are_refused(signed_in, value_map):
    cost, wellbeing = proxies(value_map, "unit_cost", "wellbeing")
    filled(signed_in, value_map, cost)
    page = filled(signed_in, value_map, wellbeing, description="More hope")
    assert page.status_code == 422 and "The same change is valued in row R1 already" in text(page)
    # Another change, another kind of stakeholder, or a row that is left out: nothing is counted twice.
    neighbours = valuing.stakeholder(value_map, "Neighbours")
    db.session.commit()
    for other in (
        {"outcome": "control"},
        {"stakeholder": str(neighbours.id)},
        {"included": [], "reason": "It would count twice"},
    ):
        assert "The outcome is added." in text(filled(signed_in, value_map, wellbeing, **other)), other


def test_a_row_may_be_saved_again_with_its_own_proxy(signed_in, value_map):
    [cost] = proxies(value_map, "unit_cost")
    filled(signed_in, value_map, cost)
    [row] = value_map.rows
    assert "The outcome is saved." in text(signed_in.fill(at(value_map, f"/rows/{row.id}"), indicator="x"))


def test_distance_with_a_proxy_of_an_average_move_is_refused(signed_in, value_map):
    [proxy] = proxies(value_map, "wellbeing", values_average_move=True)
    value_map.rule = "distance"
    db.session.commit()
    page = filled(signed_in, value_map, proxy)
    assert page.status_code == 422 and "values an average move already" in text(page)


def test_neither_a_proxy_nor_a_stakeholder_of_another_evaluation_can_be_chosen(signed_in, value_map):
    there = valuing.row(valuing.value_map(value_map.evaluation, "More"), outcome="hope")
    for given in ({"proxy": "99999"}, {"stakeholder": str(there.stakeholder_id)}, {"outcome": "sleep"}):
        assert filled(signed_in, value_map, there.proxy, **given).status_code == 422


def test_what_lasts_longer_than_a_year_says_how_that_is_known(signed_in, value_map):
    [worth] = proxies(value_map, "market")
    page = filled(signed_in, value_map, worth, duration_years="3")
    assert page.status_code == 422 and "Write how it is known that it lasts so long" in text(page)
    known = {"duration_years": "3", "duration_source": "The Guide to SROI"}
    assert "The outcome is added." in text(filled(signed_in, value_map, worth, **known))
