"""The checklist of principles says exactly what is missing, and where it is said."""

from datetime import date

import pytest

from survey.engagement import value_parts
from survey.records.base import db
from survey.reports.value_building import build
from survey.reports.value_principles import principles
from tests import making, valuing

ALL = (
    "scope",
    "activities",
    "involved_how",
    "negative_found",
    "verified_how",
    "returned_how",
    "responded_how",
)


@pytest.fixture
def kept(app):
    """A map that keeps all eight."""
    made = valuing.value_map(making.evaluation())
    value_parts.change(made, made.stakeholders[0], {"involved": 5, "reason": "It is made for them"})
    valuing.row(made, typed={"quantity": 10, **valuing.NOTHING_OFF})
    for name in ALL:
        setattr(made, name, "Said")
    made.returned_on = date(2026, 5, 1)
    db.session.commit()
    return made


def unmet(made):
    found = principles(made, build(made.evaluation, made).gaps)
    assert [each.number for each in found] == list(range(1, 9))
    return {
        each.number: [(missing.words, missing.place) for missing in each.missing]
        for each in found
        if not each.is_met
    }


def test_a_map_that_keeps_all_lacks_nothing(kept):
    assert unmet(kept) == {}


@pytest.mark.parametrize(
    ("name", "number", "place"),
    [
        ("involved_how", 1, "scope"),
        ("negative_found", 2, "negative"),
        ("scope", 6, "scope"),
        ("activities", 6, "scope"),
        ("verified_how", 7, "telling"),
        ("returned_how", 7, "telling"),
        ("responded_how", 8, "telling"),
    ],
)
def test_what_is_not_said_is_missing_from_its_principle_alone(kept, name, number, place):
    setattr(kept, name, "")
    db.session.commit()
    [(found, missing)] = unmet(kept).items()
    assert found == number and [each[1] for each in missing] == [place]


def test_a_stakeholder_needs_a_reason_and_a_part(kept):
    valuing.stakeholder(kept, "Friends")
    valuing.stakeholder(kept, "The police", included=False, reason="They saw no change")
    found = unmet(kept)
    assert found.keys() == {1, 4} and all("Friends" in words for each in found.values() for words, _ in each)
    assert "nobody was involved" in found[1][0][0]


def test_figures_and_proxies_that_are_not_known_are_named(kept):
    row = valuing.row(kept, outcome="hope", duration_years=3, typed={"deadweight": 0})
    value_parts.change(kept, row, {"proxy_id": None})
    db.session.commit()
    db.session.refresh(row)
    found = unmet(kept)
    assert found.keys() == {2, 3, 5, 6}
    assert len(found[2]) == len(found[3]) == len(found[6]) == 1 and len(found[5]) == 3
    assert all(words.startswith("R2") for each in found.values() for words, _ in each)


def test_the_day_on_which_results_went_back_is_asked_for(kept):
    kept.returned_on = None
    assert unmet(kept).keys() == {7}


def test_a_proxy_says_under_which_licence_it_may_be_used(kept):
    kept.rows[0].proxy.licence = ""
    valuing.row(kept, typed={"quantity": 1, **valuing.NOTHING_OFF}, proxy=kept.rows[0].proxy)
    assert unmet(kept) == {
        3: [("proxy 0: say under which licence it may be used.", "proxy")],
    }


def test_of_an_empty_map_nobody_can_say_what_is_material(app):
    assert {number for number in range(1, 9)} - unmet(valuing.value_map(making.evaluation())).keys() == set()
