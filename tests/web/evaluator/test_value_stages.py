"""The stages say what is there and what is missing."""

from decimal import Decimal

import pytest

from survey.records.base import db
from survey.reports.value_building import build
from survey.web.evaluator.value_stages import stages
from tests import making, valuing


@pytest.fixture
def value_map(app):
    return valuing.value_map(making.evaluation(), inputs=0)


def said(app, value_map):
    with app.test_request_context():
        found = stages(value_map, build(value_map.evaluation, value_map))
    return {task.name: task.status for tasks in found.values() for task in tasks}


def test_an_empty_map_and_a_full_one(app, value_map):
    empty = said(app, value_map)
    assert empty["What it covers"] == "Missing: scope, what was done, who was involved"
    assert empty["What was put in"] == "Nothing yet" and empty["How many changed"] == "No outcome yet"
    valuing.given(value_map, Decimal("10.5"))
    row = valuing.row(value_map, typed={"quantity": 5, **valuing.NOTHING_OFF})
    valuing.row(value_map, outcome="hope", included=False, reason="Too few")
    value_map.negative_found = "Nothing"
    full = said(app, value_map)
    assert full["What was put in"] == "£10.50" and full["Outcomes"] == "2 listed, 1 left out"
    assert full["What is not ours to claim"] == full["How many changed"] == "All known"
    assert full["Negative and unintended outcomes"] == "Asked"
    row.proxy_id = None
    db.session.commit()
    assert said(app, value_map)["What a change is worth"] == "One outcome without"
