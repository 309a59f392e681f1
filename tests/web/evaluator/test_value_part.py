"""What holds for every kind of part of a value map: added once, and that of another map is not there."""

import pytest

from survey.records.base import db
from survey.web.evaluator.value_part import PARTS
from tests import valuing
from tests.reading import text
from tests.trust.addresses_value import incident, scenario
from tests.web.evaluator.value_client import at, world

SOURCE = {"source": "the accounts"}
COSTS = {"likelihood": "50", "unit_cost": "900", "low": "700", "high": "1200"}
TYPED = {
    "stakeholders": {"name": "Police", "reason": "Fewer calls"},
    "inputs": {"description": "Grant", "kind": "money", "value": "5"} | SOURCE,
    "rows": {"description": "Hope", "duration_years": "1", "starts": "1", "kind_of_value": "social"},
    "incidents": {"what": "a fire", "count": "2", "judged_by": "the fire service"} | COSTS | SOURCE,
    "scenarios": {"name": "Half", "people": "50", "inputs_added": "0", "note": "as planned"},
}


@pytest.fixture
def maps(signed_in, evaluator):
    made, others = world(evaluator)
    for each in (made, *others):
        incident(each)
        scenario(each)
    valuing.given(made, 10)
    valuing.row(made)
    return made, others


@pytest.fixture(params=PARTS.values(), ids=lambda kind: kind.word)
def kind(request):
    return request.param


def test_one_is_added_once_and_then_saved(signed_in, maps, kind):
    value_map, _ = maps
    there, before = at(value_map, f"/{kind.word}/new"), len(getattr(value_map, kind.word))
    page = signed_in.page(there)
    assert f"Remove this {kind.called}" not in text(page)
    [form] = [each for each in page.forms if "/sign-out" not in (each.action or "")]
    sent = dict(form.form_values()) | TYPED[kind.word]
    first, second = (signed_in.post(there, data=sent) for _ in range(2))
    assert first.status_code == second.status_code == 303 and first.location == second.location
    assert f"The {kind.called} is added." in text(signed_in.page(first.location))
    db.session.expire_all()
    *_, added = parts = getattr(value_map, kind.word)
    assert len(parts) == before + 1 and getattr(added, kind.name) == TYPED[kind.word][kind.name]
    saved = signed_in.fill(at(value_map, f"/{kind.word}/{added.id}"), **{kind.name: "<b>Other</b>"})
    assert f"The {kind.called} is saved." in text(saved) and "&lt;b&gt;Other&lt;/b&gt;" in saved.text
    page = signed_in.page(at(value_map, f"/{kind.word}/{added.id}"))
    assert f"{at(value_map)}/{kind.word}/{added.id}/remove" in page.xpath("//main//a/@href")


def test_that_of_another_map_looks_as_if_there_was_none(signed_in, maps, kind):
    value_map, others = maps
    for other in others:
        kept = getattr(other, kind.word)[0]
        name = getattr(kept, kind.name)
        for rest in ("", "/remove"):
            there = at(value_map, f"/{kind.word}/{kept.id}{rest}")
            sent = signed_in.post(there, data=TYPED[kind.word])
            assert signed_in.get(there).status_code == sent.status_code == 404
        db.session.expire_all()
        assert getattr(getattr(other, kind.word)[0], kind.name) == name
    assert signed_in.get(at(others[1], f"/{kind.word}/new")).status_code == 404
