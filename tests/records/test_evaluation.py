from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.evaluation import Area, Evaluation, Grant, Supported
from tests import making
from tests.records.worlds import count, kept


@pytest.fixture
def evaluation(app):
    making.evaluation(name="Noise")
    return making.evaluation()


@pytest.mark.parametrize(
    "change",
    [
        {"before": "guessed"},
        {"period_start": date(2027, 1, 2), "period_end": date(2027, 1, 1)},
        {"name": None},
        {"council": None},
    ],
)
def test_an_evaluation_that_makes_no_sense_is_refused(evaluation, change):
    with pytest.raises(IntegrityError):
        db.session.execute(db.update(Evaluation).where(Evaluation.id == evaluation.id).values(change))


def test_a_period_may_be_one_day(evaluation):
    evaluation.period_end = evaluation.period_start
    db.session.flush()


def test_area_names_differ_within_an_evaluation_only(evaluation):
    with pytest.raises(IntegrityError):
        kept(Area(evaluation_id=evaluation.id, name=evaluation.areas[0].name, position=9))


def test_areas_come_in_their_order(evaluation):
    for area, position in zip(evaluation.areas, (7, 3), strict=True):
        area.position = position
    db.session.commit()
    assert [area.name for area in evaluation.areas] == ["South", "North"]


@pytest.mark.parametrize("row", [{"level": "six", "people": 4}, {"level": "one", "people": -1}])
def test_supported_people_are_counted_by_a_level_that_exists(evaluation, row):
    south = evaluation.areas[1]
    with pytest.raises(IntegrityError):
        kept(Supported(area_id=south.id, **row))


def test_people_of_a_level_are_counted_once(evaluation):
    again = db.insert(Supported).values(area_id=evaluation.areas[0].id, level="one", people=5)
    with pytest.raises(IntegrityError):
        db.session.execute(again)


def test_access_is_given_once(evaluation):
    with pytest.raises(IntegrityError):
        db.session.execute(db.insert(Grant).values(user_id=making.user().id, evaluation_id=evaluation.id))


def test_everything_of_an_evaluation_goes_with_it_and_nothing_of_others(evaluation):
    before = {kind: count(kind) for kind in (Area, Supported, Grant)}
    db.session.execute(db.delete(Evaluation).where(Evaluation.id == evaluation.id))
    assert {kind: count(kind) for kind in before} == {kind: number / 2 for kind, number in before.items()}


def test_open_means_opened_at_some_time(app):
    assert making.evaluation().is_open
    assert not making.evaluation(opened=False).is_open
