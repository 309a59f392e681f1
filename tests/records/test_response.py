import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.resident import Resident
from survey.records.response import AnswerRow, AnswerWords, Response
from tests.records.worlds import count, kept, world


@pytest.fixture
def here(app):
    noise = world("Noise")
    answer(noise.response(), words=AnswerWords(words="Noise"))
    return world()


def answer(response, question="hope", state="answered", **known):
    return kept(AnswerRow(response_id=response.id, question_id=question, state=state, **known))


def test_a_resident_has_one_response_a_wave(here):
    here.response()
    here.response(wave=1)
    here.response(resident=1)
    with pytest.raises(IntegrityError):
        here.response()


def test_the_same_answers_can_be_sent_only_once(here):
    first, second = here.response(), here.response(resident=1)
    second.submission_key = first.submission_key
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_reference_is_one_responses(here):
    here.response(submitted_at=now(), reference="BCDF-GHJK")
    with pytest.raises(IntegrityError):
        here.response(resident=1, submitted_at=now(), reference="BCDF-GHJK")


@pytest.mark.parametrize("half", [{"submitted_at": now()}, {"reference": "BCDF-GHJK"}])
def test_what_is_sent_has_both_a_time_and_a_reference(here, half):
    with pytest.raises(IntegrityError):
        here.response(**half)


def test_a_question_is_answered_once(here):
    response = here.response()
    answer(response)
    answer(response, "control")
    with pytest.raises(IntegrityError):
        answer(response)


@pytest.mark.parametrize("state", ["skipped", "prefer_not_to_say", "dont_know", "does_not_apply"])
def test_where_there_is_no_answer_there_is_no_number(here, state):
    response = here.response()
    answer(response, state=state)
    with pytest.raises(IntegrityError):
        answer(response, "control", state=state, number=3)


def test_a_state_that_nobody_declared_is_refused(here):
    with pytest.raises(IntegrityError):
        answer(here.response(), state="refused")


def test_all_that_somebody_said_goes_with_them_and_nothing_of_others(here):
    answer(here.response(), words=AnswerWords(words="Private"))
    assert (count(Response), count(AnswerRow), count(AnswerWords)) == (2, 2, 2)
    db.session.execute(db.delete(Resident).where(Resident.id == here.residents[0].id))
    assert (count(Response), count(AnswerRow), count(AnswerWords)) == (1, 1, 1)
    assert db.session.scalar(db.select(AnswerWords.words)) == "Noise"


def test_who_has_answered_is_apart_from_what_was_answered():
    answered = {column.name for column in Response.__table__.columns}
    assert not answered & {"number", "choices", "words", "state"}
    assert "resident_id" not in {column.name for column in AnswerRow.__table__.columns}
