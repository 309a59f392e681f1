from datetime import date

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.session import (
    VOTES,
    GetTogetherWish,
    Participant,
    Session,
    SessionNote,
    Statement,
    Theme,
    Vote,
)
from survey.records.story import Door, Story
from tests.records.worlds import count, kept, world


@pytest.fixture
def here(app):
    return world()


def session(here, **known):
    usual = {"evaluation_id": here.evaluation.id, "title": "Tea", "held_on": date(2026, 11, 3)}
    return kept(Session(**usual | known))


def statement(of, **known):
    return kept(Statement(session_id=of.id, position=0, words="Neighbours look in.", **known))


def phone(of, token="t"):
    return kept(Participant(session_id=of.id, token_hash=f"{token} {of.id}"))


def test_people_can_join_from_opening_to_closing(here):
    made = session(here)
    assert not made.is_open
    made.opened_at = now()
    assert made.is_open
    made.closed_at = now()
    assert not made.is_open


@pytest.mark.parametrize("wrong", [{"invited": -1}, {"came": -1}])
def test_fewer_than_nobody_cannot_come(here, wrong):
    session(here, invited=0, came=0)
    with pytest.raises(IntegrityError):
        session(here, **wrong)


@pytest.mark.parametrize("vote", VOTES)
def test_fewer_than_no_hands_are_not_raised(here, vote):
    of = session(here)
    statement(of, **{f"hands_{vote}": 0})
    with pytest.raises(IntegrityError):
        statement(of, **{f"hands_{vote}": -1})


def test_a_phone_says_one_of_three_things_of_a_statement_and_once(here):
    of = session(here)
    put, voter = statement(of), phone(of)
    first = {"statement_id": put.id, "participant_id": voter.id}
    kept(Vote(**first, vote="agree"))
    with pytest.raises(IntegrityError):
        db.session.execute(Vote.__table__.insert().values(**first, vote="disagree"))
    db.session.rollback()


def test_other_votes_there_are_none(here):
    of = session(here)
    put, voter = statement(of), phone(of)
    with pytest.raises(IntegrityError):
        kept(Vote(statement_id=put.id, participant_id=voter.id, vote="perhaps"))


def test_a_secret_opens_one_place(here):
    of = session(here)
    phone(of)
    with pytest.raises(IntegrityError):
        phone(of)


def test_all_of_a_session_goes_with_it_but_its_stories_and_no_other(here):
    gone, stays = session(here), session(here, title="Lunch")
    for of in (gone, stays):
        kept(Vote(statement_id=statement(of).id, participant_id=phone(of).id, vote="agree"))
        kept(SessionNote(session_id=of.id, words="They meet."))
        hashes = {"token_hash": f"token {of.id}", "code_hash": f"code {of.id}"}
        kept(Door(evaluation_id=here.evaluation.id, session_id=of.id, seed=b"0" * 16, **hashes))
        kept(Story(evaluation_id=here.evaluation.id, way="session", session_id=of.id))
    kinds = (Statement, Participant, Vote, SessionNote, Door)
    before = {kind: count(kind) for kind in kinds}
    db.session.execute(db.delete(Session).where(Session.id == gone.id))
    assert {kind: before[kind] - count(kind) for kind in kinds} == dict.fromkeys(kinds, 1)
    db.session.expire_all()
    assert {story.session_id for story in db.session.query(Story)} == {None, stays.id}


def test_an_evaluation_has_a_theme_of_a_name_once(here):
    for evaluation in (here.evaluation, world("Another").evaluation):
        kept(Theme(evaluation_id=evaluation.id, name="Hope"))
    with pytest.raises(IntegrityError):
        kept(Theme(evaluation_id=here.evaluation.id, name="Hope"))


def test_nothing_ties_a_wish_or_a_story_to_a_phone():
    def points_to(kind):
        return {key.column.table.name for key in inspect(kind).local_table.foreign_keys}

    assert points_to(GetTogetherWish) == {"evaluation"}
    assert "participant" not in points_to(Story)
    assert points_to(Participant) == {"session"}
    assert {column.name for column in inspect(Participant).local_table.columns} == {
        *("id", "session_id", "token_hash", "joined_at")
    }
