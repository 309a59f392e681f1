"""What was put in, added up as far as it counts."""

from decimal import Decimal

import pytest

from survey.records.base import db
from tests import valuing
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def value_map(signed_in, evaluator):
    return world(evaluator)[0]


def test_volunteers_time_is_in_or_out_by_choice(signed_in, value_map):
    valuing.given(value_map, "1000.50")
    time = {"kind": "volunteers", "hours": Decimal("7.5"), "rate": Decimal("12.21"), "description": "tea"}
    valuing.given(value_map, 0, **time)
    db.session.commit()
    said = text(signed_in.page(at(value_map, "/inputs")))
    assert "Together £1,092.075 counts as put in." in said and "7.5 hours at £12.21: £91.575" in said
    page = signed_in.fill(at(value_map, "/inputs"), counted="no")
    assert "Together £1,000.50 counts as put in." in text(page) and "£91.575, not counted" in text(page)
    db.session.expire_all()
    assert value_map.volunteers_counted is False
    wrong = signed_in.fill(at(value_map, "/inputs"), counted="perhaps")
    assert wrong.status_code == 422 and "Choose whether volunteers’ time counts." in text(wrong)


def test_what_a_stakeholder_that_is_left_out_put_in_does_not_count(signed_in, value_map):
    valuing.given(value_map, 1000)
    valuing.given(value_map, 200)
    out = valuing.stakeholder(value_map, "Friends", included=False, reason="Not asked")
    value_map.inputs[1].stakeholder_id = out.id
    db.session.commit()
    assert "Together £1,000 counts as put in." in text(signed_in.page(at(value_map, "/inputs")))
