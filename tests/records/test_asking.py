import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.asking import ChosenOutcome, OpenedQuestionnaire, Wave
from survey.records.base import db, now
from tests.records.worlds import count, kept, world


@pytest.fixture
def evaluation(app):
    world("Noise")
    return world().evaluation


@pytest.mark.parametrize(
    "row",
    [{"number": 0}, {"number": 1}, {"number": -1}, {"number": 5, "weeks_after": -1}],
)
def test_waves_are_numbered_from_nought_and_never_twice(evaluation, row):
    with pytest.raises(IntegrityError):
        kept(Wave(evaluation_id=evaluation.id, name="Again", **row))


def test_a_wave_is_open_between_opening_and_closing():
    wave = Wave()
    assert not wave.is_open
    wave.opened_at = now()
    assert wave.is_open
    wave.closed_at = now()
    assert not wave.is_open


def test_an_outcome_is_chosen_once(evaluation):
    known = db.session.scalar(
        db.select(ChosenOutcome).where(ChosenOutcome.evaluation_id == evaluation.id).limit(1)
    )
    again = ChosenOutcome(
        evaluation_id=evaluation.id, question_id=known.question_id, question="{}", position=99
    )
    with pytest.raises(IntegrityError):
        kept(again)


def test_a_version_of_a_questionnaire_is_opened_once(evaluation):
    again = {"audience": "two", "document": "{}", "digest": "x"}
    kept(OpenedQuestionnaire(evaluation_id=evaluation.id, version=2, **again))
    with pytest.raises(IntegrityError):
        kept(OpenedQuestionnaire(evaluation_id=evaluation.id, version=1, **again))


@pytest.mark.parametrize("kind", [Wave, ChosenOutcome, OpenedQuestionnaire])
def test_what_an_evaluation_asks_goes_with_it_and_nothing_of_others(evaluation, kind):
    before = count(kind)
    db.session.execute(db.delete(type(evaluation)).where(type(evaluation).id == evaluation.id))
    assert count(kind) == before / 2
