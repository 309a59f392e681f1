"""Who is listed, and what is taken over from the register."""

import pytest

from survey.records.base import db
from tests import making, valuing
from tests.reading import text
from tests.web.evaluator.value_client import at, world


@pytest.fixture
def value_map(signed_in, evaluator):
    return world(evaluator)[0]


def test_stakeholders_are_listed_with_counts_and_reasons(signed_in, value_map):
    valuing.stakeholder(value_map, "The fire service", included=False, reason="It named no change.")
    valuing.stakeholder(value_map, "Neighbours", size=1200, involved=0)
    db.session.commit()
    said = text(signed_in.page(at(value_map, "/stakeholders")))
    assert "Three stakeholders listed." in said and "Left out: It named no change." in said
    assert "1,200" in said and "Not said yet" in said


def test_kinds_of_the_register_are_taken_over_once(signed_in, value_map):
    partner = making.partner(value_map.evaluation, "police", "North team", linked=True)
    making.partner(value_map.evaluation, "police", "South team")
    making.partner_answer(partner)
    page = signed_in.page(at(value_map, "/stakeholders"))
    assert "Police: 2 lines, 1 answered" in text(page).replace("two lines", "2 lines")
    taken = signed_in.fill(at(value_map, "/stakeholders"))
    assert "Taken over: one kind of stakeholder" in text(taken) and "The register of" not in text(taken)
    db.session.expire_all()
    [police] = [each for each in value_map.stakeholders if each.name == "Police"]
    assert (police.size, police.involved) == (2, 1)
