"""Whom impact was asked of, beside another evaluation in which everybody answered."""

from datetime import date

import pytest

from survey.records import impact_frames
from survey.records.frames import Group
from survey.records.impact_frames import Asked, Organisation
from survey.reports import asked
from tests import making
from tests.reports.impact_worlds import world

QUESTIONS = ["control_anyway", "control_others"]


@pytest.fixture
def here(app):
    return world()


def test_residents_who_were_asked_and_who_answered_one_at_least(here):
    wave = asked.followups(here)[0]
    assert impact_frames.residents_asked(here, wave, Group(), QUESTIONS) == Asked(5, 3)
    south = Group((here.areas[1].id,))
    assert impact_frames.residents_asked(here, wave, south, QUESTIONS) == Asked(0, 0)
    assert impact_frames.residents_asked(here, wave, Group(level="one"), QUESTIONS) == Asked(0, 0)


def test_partners_with_a_link_or_an_answer_by_kind(here):
    everyone = impact_frames.partners_asked(here, Group())
    assert everyone == {"adult_social_care": Asked(3, 2), "nhs": Asked(2, 2)}
    north = impact_frames.partners_asked(here, Group((here.areas[0].id,)))
    assert north["adult_social_care"] == Asked(2, 2)


def test_a_line_that_has_a_link_but_no_questions_was_not_asked(here):
    making.partner(here, "family", "Made-up relatives", linked=True)
    assert set(impact_frames.partners_asked(here, Group())) == {"adult_social_care", "nhs"}


def test_organisations_by_the_name_and_area_of_the_register(here):
    known = impact_frames.organisations(here).values()
    assert len(known) == 5
    assert Organisation("Made-up team 1", "adult_social_care", "North") in known
    assert Organisation("Made-up surgery 1", "nhs", None) in known


def test_the_days_that_were_given(here):
    first, last = "fewer_gp_visits_from", "fewer_gp_visits_until"
    given = impact_frames.days(here, [first, last])
    assert {question: day for (_, question), day in given.items()} == {
        first: date(2026, 5, 1),
        last: date(2026, 9, 30),
    }
    assert impact_frames.days(here, ["control_from"]) == {}
