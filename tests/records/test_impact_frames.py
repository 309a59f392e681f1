"""Whom impact was asked of, beside another evaluation in which everybody answered."""

from datetime import date

import pandas as pd
import pytest

from survey.records import impact_frames
from survey.records.base import db
from survey.records.frames import Group
from survey.records.impact_frames import Asked, Organisation
from survey.records.release import CountedAnswers
from survey.reports import asked
from tests import making
from tests.records import worlds as records_worlds
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


@pytest.fixture
def noisy(app):
    return records_worlds.world()


def why(evaluation, wave=1):
    """Somebody's answers at a wave, with what would have happened anyway."""
    [person] = making.people(evaluation, linked=False)
    return making.answer(person, wave, matters_most=["hope"], hope_anyway=50)


def count_first(release, *answers):
    db.session.add_all(CountedAnswers(response_id=each.id, release_id=release.id) for each in answers)
    db.session.commit()


def test_what_was_said_of_impact_names_the_release_that_counted_it_first(noisy):
    release, first, _second = making.release(noisy.evaluation), why(noisy.evaluation), why(noisy.evaluation)
    surgeries = [making.partner(noisy.evaluation, organisation=f"Made-up surgery {n}") for n in (1, 2)]
    seen = {"fewer_gp_visits_seen": "better", "fewer_gp_visits_anyway": 25}
    told, _later = (making.partner_answer(each, **seen) for each in surgeries)
    count_first(release, first, told)
    frame = impact_frames.residents_said(noisy.evaluation, noisy.waves[1], Group(), ["hope_anyway"])
    assert counts(frame) == {(release.id, '["50"]'): 1, (None, '["50"]'): 1}
    frame = impact_frames.partners_said(noisy.evaluation, Group())
    frame = frame[frame.question == "fewer_gp_visits_anyway"].assign(n=1)
    assert counts(frame) == {(release.id, '["25"]'): 1, (None, '["25"]'): 1}


def counts(frame):
    rows = frame.astype("object").itertuples()
    return {(None if row.release is pd.NA else row.release, row.choices): row.n for row in rows}


def test_only_answers_of_this_wave_and_of_partners_wait_to_be_counted(noisy):
    elsewhere = making.evaluation(name="Elsewhere")
    at_first, now_told, waiting = why(noisy.evaluation, 0), why(noisy.evaluation), why(noisy.evaluation)
    partner = making.partner_answer(making.partner(noisy.evaluation))
    making.partner_answer(making.partner(noisy.evaluation, organisation="Made-up surgery 2"), sent=False)
    making.partner_answer(making.partner(elsewhere))
    count_first(making.release(noisy.evaluation), now_told)
    assert impact_frames.not_counted(noisy.evaluation, noisy.waves[1]) == [waiting.id, partner.id]
    assert at_first.id in impact_frames.not_counted(noisy.evaluation, noisy.waves[0])


def test_only_what_residents_sent_at_that_wave_was_said(noisy):
    evaluation, asked_about = noisy.evaluation, ["hope_anyway"]
    why(evaluation)
    [draft] = making.people(evaluation, linked=False)
    making.answer(draft, 1, sent=False, matters_most=["hope"], hope_anyway=0)
    frame = impact_frames.residents_said(evaluation, noisy.waves[1], Group(), asked_about)
    assert list(frame[["choices", "n"]].itertuples(index=False, name=None)) == [('["50"]', 1)]
    assert impact_frames.residents_said(evaluation, noisy.waves[0], Group(), asked_about).empty


def test_what_residents_said_within_a_group(noisy):
    why(noisy.evaluation)
    for group, people in ((Group(level="two"), 1), (Group(level="one"), 0), (Group((0,)), 0)):
        frame = impact_frames.residents_said(noisy.evaluation, noisy.waves[1], group, ["hope_anyway"])
        assert frame.n.sum() == people
