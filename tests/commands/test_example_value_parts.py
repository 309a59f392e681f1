"""The parts of a made-up value map are kept as they were typed."""

from decimal import Decimal

import pytest

from survey.commands import example_value_parts, made_up_value
from survey.engagement import value_maps
from survey.engagement.value_maps import NewMap
from survey.records.base import db
from survey.records.value_map import TIME
from tests import making, valuing

DERBY = made_up_value.value_map("derby")


@pytest.fixture(scope="module")
def kept(kept_app):
    evaluation = making.evaluation()
    made = value_maps.make(evaluation, NewMap("Derby"))
    worth = {name: valuing.proxy(evaluation, name) for name in {row["proxy"] for row in DERBY["rows"]}}
    example_value_parts.keep(made, DERBY, worth)
    db.session.commit()
    return made


def test_every_part_is_there_in_its_order(kept):
    assert [each.name for each in kept.stakeholders] == [each["name"] for each in DERBY["stakeholders"]]
    assert [each.description for each in kept.rows] == [each["description"] for each in DERBY["rows"]]
    assert [each.what for each in kept.incidents] == [each["what"] for each in DERBY["incidents"]]
    assert [each.name for each in kept.scenarios] == [each["name"] for each in DERBY["scenarios"]]


def test_an_input_is_one_for_each_year_in_money_or_in_hours(kept):
    assert len(kept.inputs) == 3 * len(DERBY["inputs"])
    (officer,) = {(each.hours, each.kind) for each in kept.inputs if each.kind == TIME}
    assert officer == (Decimal(1000), TIME)
    assert [each.worth for each in kept.inputs if each.kind == TIME] == [26_000, 27_000, 28_000]


def test_a_row_keeps_its_proxy_and_what_was_typed(kept):
    for row, said in zip(kept.rows, DERBY["rows"], strict=True):
        assert row.proxy.name == said["proxy"]
        assert row.stakeholder.name == said["stakeholder"]
        typed = {each["name"]: (each["value"], each["source"]) for each in said.get("typed", ())}
        assert {each.name: (each.value, each.source) for each in row.typed} == typed
