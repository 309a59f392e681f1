from datetime import timedelta

import pytest
from sqlalchemy import select

from survey.engagement import changes, evaluations, waves
from survey.engagement.waves import NotOpenYet
from survey.questionnaires.answers import ANSWERED, Answer
from survey.records.base import db, now
from survey.records.change import NOT_ASKED, ChangeRow
from survey.records.evaluation import THEN_AND_NOW
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture(autouse=True)
def noise(app):
    return making.evaluation(making.user("noise@example.org"))


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def acts(evaluation):
    lines = select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).order_by(TrailLine.id)
    return [(line.act, line.detail) for line in db.session.scalars(lines)]


def test_waves_are_planned_by_the_way_of_asking(evaluation):
    together = making.evaluation(before=THEN_AND_NOW)
    assert [(w.number, w.weeks_after) for w in waves.planned(evaluation)] == [(0, 0), (1, waves.USUAL_WEEKS)]
    assert [(w.number, w.weeks_after) for w in waves.planned(together)] == [(1, 0)]
    assert waves.followups(evaluation) == waves.planned(evaluation)[1:]


def test_a_wave_is_found_by_its_number(evaluation):
    assert waves.find(evaluation, 1) == waves.followups(evaluation)[0]
    assert waves.find(evaluation, 7) is None


def test_a_follow_up_takes_the_next_number(evaluation):
    made = waves.add(evaluation, "After a year", 52)
    assert (made.number, made.name, made.weeks_after, made.is_open) == (2, "After a year", 52, False)
    assert acts(evaluation)[-1] == ("planned wave", "wave 2")


def test_who_gave_a_before_is_awaited_in_a_later_follow_up(evaluation):
    (resident,) = making.people(evaluation, linked=False)
    first = waves.find(evaluation, 0)
    given = {"hope": Answer("hope", ANSWERED, number=2)}
    changes.record(resident, first, _asked(evaluation), given)
    later = waves.add(evaluation, "After a year", 52)
    rows = select(ChangeRow).where(ChangeRow.wave_id == later.id, ChangeRow.outcome == "hope")
    (row,) = db.session.scalars(rows)
    assert (row.resident_id, row.before, row.now_reason) == (resident.id, 2, NOT_ASKED)


def test_a_name_and_the_weeks_can_be_corrected(evaluation):
    wave = waves.find(evaluation, 1)
    waves.change(evaluation, wave, "Half a year on", 26)
    assert (wave.name, wave.weeks_after) == ("Half a year on", 26)
    assert acts(evaluation)[-1] == ("changed wave", "wave 1")


def test_a_wave_opens_closes_and_opens_again(evaluation):
    wave = waves.find(evaluation, 1)
    waves.open_wave(evaluation, wave)
    opened = wave.opened_at
    waves.close_wave(evaluation, wave)
    assert not wave.is_open
    waves.open_wave(evaluation, wave)
    assert wave.is_open
    assert wave.opened_at == opened
    assert [act for act, _ in acts(evaluation)[-3:]] == ["opened wave", "closed wave", "opened wave"]


def test_pressing_twice_changes_nothing(evaluation):
    wave = waves.find(evaluation, 0)
    wave.closed_at = earlier = now() - timedelta(days=3)
    waves.close_wave(evaluation, wave)
    assert wave.closed_at == earlier
    waves.open_wave(evaluation, wave)
    lines = len(acts(evaluation))
    waves.open_wave(evaluation, wave)
    assert len(acts(evaluation)) == lines


def test_no_wave_opens_before_the_evaluation():
    made = making.evaluation(opened=False)
    with pytest.raises(NotOpenYet, match="Open the evaluation first"):
        waves.open_wave(made, waves.find(made, 0))
    assert not waves.find(made, 0).is_open


def test_the_wave_asked_now_is_the_first_open_one_after_what_was_sent(evaluation):
    first, second = waves.planned(evaluation)
    at = now()
    assert waves.current([first, second], {}, at) == first
    assert waves.current([first, second], {0: at}, at) is None
    waves.open_wave(evaluation, second)
    due = at + timedelta(weeks=second.weeks_after)
    assert waves.current([first, second], {0: at}, due - timedelta(seconds=1)) is None
    assert waves.current([first, second], {0: at}, due) == second


def test_who_comes_late_is_asked_the_wave_that_is_open(evaluation):
    first, second = waves.planned(evaluation)
    waves.close_wave(evaluation, first)
    waves.open_wave(evaluation, second)
    assert waves.current([first, second], {}, now()) == second


def _asked(evaluation):
    return evaluations.asked(evaluation)["two"]
