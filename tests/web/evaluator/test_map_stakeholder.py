"""A stakeholder of a map: added, changed, and left out only with a reason."""

import pytest

from survey.records.base import db
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def maps(signed_in, evaluator):
    return world(evaluator)


def test_one_is_added_and_changed(signed_in, maps):
    value_map, _ = maps
    given = {"name": "<b>Police</b>", "size": "1,200", "involved": "3", "reason": "Fewer calls"}
    page = signed_in.fill(at(value_map, "/stakeholders/new"), **given)
    assert "The stakeholder is added." in text(page) and "&lt;b&gt;Police&lt;/b&gt;" in page.text
    db.session.expire_all()
    added = value_map.stakeholders[-1]
    assert (added.size, added.involved, added.included) == (1200, 3, True)
    signed_in.fill(at(value_map, f"/stakeholders/{added.id}"), size="", involved="", included=[])
    db.session.expire_all()
    assert (added.size, added.involved, added.included) == (None, None, False)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": ""}, "Write who it is."),
        ({"name": "residents"}, "This stakeholder is listed already."),
        ({"size": "3", "involved": "4"}, "More were involved than there are."),
        ({"size": "many"}, "Write a whole number, such as 40"),
        ({"included": []}, "Write why it is left out"),
    ],
)
def test_what_makes_no_sense_is_said_and_stays_typed(signed_in, maps, given, said):
    value_map, _ = maps
    page = signed_in.fill(at(value_map, "/stakeholders/new"), **{"name": "Police", **given})
    assert page.status_code == 422 and said in text(page)
    assert all(value in page.text for value in given.values() if value)
    assert len(value_map.stakeholders) == 1
