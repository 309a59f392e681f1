import pytest

from survey.engagement import changes, evaluations, waves
from survey.engagement.changes import Sent
from survey.questionnaires.answers import Answer
from survey.questionnaires.states import ANSWERED, SKIPPED
from survey.records.base import db
from survey.records.change import ASKED, ESTIMATED, NOT_ASKED, RECALLED, ChangeRow
from survey.records.evaluation import THEN_AND_NOW
from tests import databases, making


def scores(**given):
    return {
        name: Answer(name, ANSWERED, number=score) if score else Answer(name, SKIPPED)
        for name, score in given.items()
    }


@pytest.fixture
def walk(app):
    evaluation = making.evaluation()
    waves.add(evaluation, "A year on", 52)
    making.people(evaluation, 2, linked=False)
    return evaluation


def record(evaluation, person, number, kind=None, **given):
    wave = waves.planned(evaluation)[number if evaluation.before != THEN_AND_NOW else number - 1]
    changes.record(person, wave, evaluations.preview(evaluation, person.level), scores(**given), kind)


def rows(person):
    found = db.session.query(ChangeRow).filter_by(resident_id=person.id).order_by(ChangeRow.wave_id)
    return [
        (row.outcome, row.before_kind, row.before, row.now, row.before_reason, row.now_reason)
        for row in found
    ]


def test_a_before_awaits_every_followup(walk):
    person, other = making.people(walk, 2, linked=False)
    record(walk, person, 0, control=2)
    assert rows(person) == [("control", ASKED, 2, None, None, NOT_ASKED)] * 2
    assert rows(other) == []


def test_each_followup_fills_its_own_row(walk):
    (person,) = making.people(walk, linked=False)
    record(walk, person, 0, control=2)
    record(walk, person, 2, control=5)
    record(walk, person, 1, control=0)
    assert rows(person) == [
        ("control", ASKED, 2, None, None, SKIPPED),
        ("control", ASKED, 2, 5, None, None),
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_followup_joins_the_before_whatever_its_kind_and_whichever_came_first(walk, order):
    (person,) = making.people(walk, linked=False)
    for number in order:
        kind = ESTIMATED if number == 0 else None
        record(walk, person, number, kind, control=2 + number)
    assert rows(person)[0] == ("control", ESTIMATED, 2, 3, None, None)
    assert {row[1] for row in rows(person)} == {ESTIMATED}


def test_the_area_and_level_are_those_of_the_before(walk):
    (person,) = making.people(walk, linked=False)
    record(walk, person, 0, control=2)
    person.area_id, person.level = walk.areas[1].id, "one"
    record(walk, person, 1, control=4)
    row = db.session.query(ChangeRow).filter_by(resident_id=person.id).order_by(ChangeRow.wave_id).first()
    assert (row.area_id, row.level, row.now) == (walk.areas[0].id, "two", 4)


def test_thinking_back_is_a_before_of_its_own_kind(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    (person,) = making.people(evaluation, linked=False)
    record(evaluation, person, 1, control=4, control_then=2, hope=3)
    assert sorted(rows(person)) == [
        ("control", RECALLED, 2, 4, None, None),
        ("hope", RECALLED, None, 3, NOT_ASKED, None),
    ]


def test_outcomes_that_nothing_was_said_about_have_no_row(walk):
    (person,) = making.people(walk, linked=False)
    record(walk, person, 1, hope=3)
    assert rows(person) == [("hope", ASKED, None, 3, NOT_ASKED, None)]


def test_many_at_once_come_to_the_same_as_one_by_one(walk):
    one, many = making.people(walk, 2, linked=False)
    for number, score in ((0, 2), (1, 3), (2, 5)):
        record(walk, one, number, control=score, hope=score)
    sheet = evaluations.preview(walk, "two")
    sent = [
        Sent(many, wave, sheet, scores(control=score, hope=score))
        for wave, score in reversed(list(zip(waves.planned(walk), (2, 3, 5), strict=True)))
    ]
    changes.record_all(walk, sent)
    assert sorted(rows(many)) == sorted(rows(one))
    assert len(rows(one)) == 4


@pytest.mark.parametrize("kind", [ASKED, RECALLED, ESTIMATED])
def test_a_new_wave_awaits_everyone_with_a_before_of_any_kind(walk, kind):
    before, after = making.people(walk, 2, linked=False)
    record(walk, before, 0, kind, control=2)
    record(walk, after, 1, control=4)
    waves.add(walk, "Two years on", 104)
    assert rows(before)[-1] == ("control", kind, 2, None, None, NOT_ASKED)
    assert len(rows(before)) == 3
    assert len(rows(after)) == 1


def test_then_and_now_waits_for_nobody_in_a_new_wave(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    (person,) = making.people(evaluation, linked=False)
    record(evaluation, person, 1, control=4, control_then=2)
    waves.add(evaluation, "Again", 52)
    assert len(rows(person)) == 1


def test_no_wave_is_planned_while_a_before_is_written(walk):
    (person,) = making.people(walk, linked=False)
    record(walk, person, 0)
    assert not databases.could_lock(walk, "UPDATE")
    assert databases.could_lock(walk, "NO KEY UPDATE")
