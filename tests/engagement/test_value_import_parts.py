from datetime import date
from decimal import Decimal

from survey.engagement import value_import_parts as parts
from survey.engagement.value_import_words import Source
from survey.value import model
from tests import making, valuing

SOURCE = Source("map.xlsx", date(2027, 5, 3))
GIVEN = model.Row("R1", "Residents", "Made friends", Decimal(1), Decimal(100), 1, proxy="A club")


def test_a_stakeholder_is_found_by_name_and_counts_again(app):
    record = valuing.value_map(making.evaluation(making.user()))
    known = record.stakeholders[0]
    known.included, known.reason = False, "small"
    assert parts.stakeholder(record, "RESIDENTS") is known and known.included
    assert parts.stakeholder(record, "Neighbours").name == "Neighbours"
    assert len(record.stakeholders) == 2


def test_a_proxy_is_taken_up_again_where_name_and_sum_are_the_same(app):
    record = valuing.value_map(making.evaluation(making.user()))
    first = parts.proxy_for(record, GIVEN, SOURCE)
    assert parts.proxy_for(record, GIVEN, SOURCE) is first
    dearer = model.Row("R1", "Residents", "Made friends", Decimal(1), Decimal(120), 1, proxy="A club")
    assert parts.proxy_for(record, dearer, SOURCE).name == "A club (2)"
    assert (first.kind, first.source) == ("market", "from the file map.xlsx, 3 May 2027")


def test_another_sum_under_the_same_name_is_the_same_kind_of_thing(app):
    record = valuing.value_map(making.evaluation(making.user()))
    nature = {"kind": "wellbeing", "unit": "a point", "values_average_move": True}
    valuing.proxy(record.evaluation, "A club", 90, **nature)
    made = parts.proxy_for(record, GIVEN, SOURCE)
    assert {name: getattr(made, name) for name in nature} == nature and made.value == 100
