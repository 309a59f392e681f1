from datetime import timedelta

import pytest
from sqlalchemy import select

from survey.engagement import collecting, own_change, responses, waves
from survey.engagement.collecting import Collected
from survey.questionnaires.answers import ANSWERED, SKIPPED, Answer
from survey.records.base import db
from survey.records.change import ESTIMATED, ChangeRow
from survey.records.evaluation import THEN_AND_NOW, WAVES
from tests import making


def send(resident, wave, **scores):
    response = responses.start(resident, wave)
    responses.save(response, [Answer(name, ANSWERED, number=score) for name, score in scores.items()])
    responses.submit(response)
    return response


def scores(response):
    return {row.key: (row.before, row.now) for row in own_change.of_response(response).rows}


@pytest.fixture
def asked_in_waves(app):
    evaluation = making.evaluation(before=WAVES)
    resident, other = making.people(evaluation, 2)
    first, second = waves.planned(evaluation)
    send(other, first, control=5, hope=5)
    return resident, first, second


def test_then_and_now_are_both_in_one_response(app):
    evaluation = making.evaluation(before=THEN_AND_NOW)
    resident, other = making.people(evaluation, 2)
    wave = waves.planned(evaluation)[0]
    send(other, wave, control=1, control_then=1)
    own = scores(send(resident, wave, control=4, control_then=2, hope=3))
    assert (own["control"], own["hope"], own["isolation"]) == ((2, 4), (None, 3), (None, None))


def test_at_the_first_wave_nothing_is_before(asked_in_waves):
    resident, first, _ = asked_in_waves
    own = scores(send(resident, first, control=2))
    assert (own["control"], own["hope"]) == ((None, 2), (None, None))


def test_the_before_of_a_follow_up_is_what_was_answered_at_the_first_wave(asked_in_waves):
    resident, first, second = asked_in_waves
    send(resident, first, control=2, hope=3)
    own = scores(send(resident, second, control=4, isolation=1))
    assert (own["control"], own["hope"], own["isolation"]) == ((2, 4), (3, None), (None, 1))


def test_what_staff_estimated_is_not_shown_as_the_residents_own(asked_in_waves):
    resident, first, second = asked_in_waves
    estimated = {"control": Answer("control", ANSWERED, number=1), "hope": Answer("hope", SKIPPED)}
    collecting.keep_all(resident.evaluation, [Collected(resident, first, estimated)], ESTIMATED)
    kinds = select(ChangeRow.before_kind).where(ChangeRow.resident_id == resident.id)
    assert set(db.session.scalars(kinds)) == {ESTIMATED}
    assert scores(send(resident, second, control=4))["control"] == (None, 4)


def test_the_change_is_that_of_the_wave_sent_last(asked_in_waves):
    resident, first, second = asked_in_waves
    third = waves.add(resident.evaluation, "A year later", 40)
    begun = send(resident, first, control=2)
    begun.submitted_at -= timedelta(weeks=52)
    send(resident, second, control=3)
    assert scores(send(resident, third, control=5))["control"] == (2, 5)


def test_direction_and_ends_of_the_scale_come_along(asked_in_waves):
    resident, first, _ = asked_in_waves
    rows = {row.key: row for row in own_change.of_response(send(resident, first, isolation=5)).rows}
    isolation = rows["isolation"]
    assert (isolation.name, isolation.lowest, isolation.highest, isolation.better) == (
        "Isolation",
        1,
        5,
        "lower",
    )
    assert isolation.towards_good(isolation.now) == 0
