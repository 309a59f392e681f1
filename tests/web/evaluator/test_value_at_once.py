"""Two who change value maps at the same moment: the second meets what the first has kept, not an error.

On PostgreSQL only: SQLite lets one write after another anyway.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text as sql

from survey.engagement import value_maps, value_parts
from survey.engagement.value_maps import NewMap
from survey.records.base import db
from survey.records.value_map import MapStakeholder
from survey.records.value_row import Scenario, ValueRow
from tests import making, valuing
from tests.reading import text
from tests.trust.servers import wait_until
from tests.web.evaluator.value_client import at

VISIT = {"kind": "unit_cost", "value": "90", "unit": "a visit", "price_year": "2024", "source": "A table"}
HALF = {"people": "50", "inputs_added": "0", "note": "as planned"}


@pytest.fixture
def database_url(postgres):
    return postgres


@pytest.fixture
def value_map(signed_in, evaluator):
    return valuing.value_map(making.evaluation(evaluator))


def somebody_waits():
    with db.engine.connect() as aside:
        return aside.scalar(sql("SELECT count(*) FROM pg_locks WHERE NOT granted"))


def second(app, client, there, first, **typed):
    """What the second meets, who pressed the button while what the first sent was still being kept."""
    page = client.page(there)
    [form] = [each for each in page.forms if "/sign-out" not in (each.action or "")]
    sent = dict(form.form_values()) | typed

    def press():
        with app.app_context():
            return client.post(there, data=sent)

    first()
    with ThreadPoolExecutor(1) as pool:
        answered = pool.submit(press)
        try:
            wait_until(lambda: answered.done() or somebody_waits())
        finally:
            db.session.commit()
        return answered.result()


def kept_by_the_first(value_map, what):
    """What the first has sent, as far as its page has come: all is done, and nothing is committed."""
    evaluation = value_map.evaluation

    def keep():
        value_maps.hold(evaluation)
        if what == "value map":
            value_maps.make(evaluation, NewMap("Half"))
        elif what == "proxy":
            valuing.proxy(evaluation, "Half")
        elif what == "stakeholder":
            value_parts.add(value_map, MapStakeholder(name="Half"))
        else:
            value_parts.add(value_map, Scenario(name="Half", people=0, inputs_added=0, note="as planned"))

    return keep


@pytest.mark.parametrize(
    ("what", "rest", "typed", "said"),
    [
        ("value map", "", {"kind": "forecast"}, "There is a value map of this name."),
        ("proxy", "", VISIT, "There is a proxy of this name."),
        ("stakeholder", "/stakeholders/new", {}, "This stakeholder is listed already."),
        ("scenario", "/scenarios/new", HALF, "There is a scenario of this name."),
    ],
)
def test_a_name_that_was_given_a_moment_ago_is_said_to_be_taken(
    app, signed_in, value_map, what, rest, typed, said
):
    everywhere = f"/evaluations/{value_map.evaluation_id}"
    of_all = {"value map": "/value-maps/new", "proxy": "/proxies/new"}
    there = everywhere + of_all[what] if what in of_all else at(value_map, rest)
    response = second(app, signed_in, there, kept_by_the_first(value_map, what), **{"name": "Half", **typed})
    assert response.status_code == 422 and said in text(response) and 'value="Half"' in response.text


def test_two_outcomes_that_are_added_at_once_get_two_codes(app, signed_in, value_map):
    def first():
        value_maps.hold(value_map.evaluation)
        whose = value_map.stakeholders[0].id
        value_parts.add(value_map, ValueRow(description="Hope", stakeholder_id=whose))

    response = second(app, signed_in, at(value_map, "/rows/new"), first, description="Friends")
    assert response.status_code == 303
    db.session.expire_all()
    assert [(row.code, row.description) for row in value_map.rows] == [("R1", "Hope"), ("R2", "Friends")]
