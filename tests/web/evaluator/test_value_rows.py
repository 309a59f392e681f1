"""Outcomes as they are listed, with how each figure is known."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.records.base import db
from tests import making, valuing
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def value_map(signed_in, evaluator):
    return world(evaluator)[0]


def test_figures_come_from_answers_or_show_as_typed(signed_in, value_map):
    making.pairs(value_map.evaluation, "hope", [(1, 4), (2, 3), (3, 3)])
    valuing.row(value_map, outcome="hope", typed={"deadweight": "0.125"}, description="<b>Hope</b>")
    page = signed_in.get(at(value_map, "/rows"))
    assert "&lt;b&gt;Hope&lt;/b&gt;" in page.text and "Noise" not in text(page)
    assert "33.3 from three answers" in text(page) and "£100: proxy" in text(page)
    filters = text(signed_in.page(at(value_map, "/filters")))
    assert "12.5 per cent typed" in filters and "Not known yet" in filters


def test_how_many_changed_is_not_among_what_is_taken_off(signed_in, value_map):
    valuing.row(value_map, typed={"deadweight": "0.125", "attribution_to_others": 0})
    assert "Not known yet" in text(signed_in.page(at(value_map, "/rows")))
    assert "One figure is still to be found out." in text(signed_in.page(at(value_map, "/filters")))
    value_parts.type_figure(value_map.rows[0], "displacement", Decimal(0), "a study")
    db.session.commit()
    assert "Nothing is missing here." in text(signed_in.page(at(value_map, "/filters")))


def test_what_is_left_out_stands_below_with_its_reason(signed_in, value_map):
    valuing.row(value_map, description="Sleep", included=False, reason="Too few spoke of it")
    gone = valuing.stakeholder(value_map, "Friends", included=False, reason="Nobody asked them")
    valuing.row(value_map, description="Visits", stakeholder_id=gone.id)
    db.session.commit()
    for rest in ("/rows", "/filters"):
        said = text(signed_in.page(at(value_map, rest)))
        assert "Sleep : Too few spoke of it" in said.replace("Sleep:", "Sleep :")
        assert "Nobody asked them" in said
