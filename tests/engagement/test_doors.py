from datetime import date

import pytest

from survey.access import links
from survey.engagement import doors
from survey.records.base import db
from survey.records.session import Session
from survey.records.story import Door
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def evaluation(app):
    making.evaluation(name="Another")
    return making.evaluation()


def session(evaluation):
    made = Session(evaluation_id=evaluation.id, title="Tea", held_on=date(2026, 11, 3))
    db.session.add(made)
    db.session.commit()
    return made


def test_a_poster_has_one_door_however_often_it_is_asked_for(evaluation):
    first = doors.poster(evaluation)
    db.session.commit()
    assert doors.poster(evaluation) is first
    assert doors.current(evaluation) is first
    assert doors.current(making.evaluation(name="A third")) is None


def test_before_it_is_made_there_is_none_and_looking_makes_none(evaluation):
    assert doors.current(evaluation) is None
    assert db.session.query(Door).count() == 0


def test_the_door_of_a_session_is_not_that_of_the_poster_nor_of_another_session(evaluation):
    one, two = session(evaluation), session(evaluation)
    made = {doors.poster(evaluation).id, doors.for_session(one).id, doors.for_session(two).id}
    assert len(made) == 3
    assert doors.current(evaluation, two).session is two
    assert doors.current(evaluation).session is None


def test_a_link_and_a_code_lead_to_the_door_and_are_kept_as_hashes(evaluation):
    door = doors.poster(evaluation)
    link = doors.link(door)
    assert doors.find(link.token) is door
    assert doors.find_by_code(link.code) is door
    assert links.looks_right(link.code)
    assert link.address == f"http://localhost/join/{link.token}"
    row = repr(db.session.execute(Door.__table__.select()).all())
    assert link.token not in row and link.code not in row


def test_what_nobody_made_leads_nowhere(evaluation):
    doors.poster(evaluation)
    assert doors.find("nobodys") is None
    assert doors.find_by_code("BCDFGHJKMN") is None


def test_a_new_door_ends_the_old_one_which_is_still_known(evaluation):
    of_session = doors.for_session(session(evaluation))
    old = doors.poster(evaluation)
    new = doors.replace(old)
    assert old.ended_at and new.ended_at is None and of_session.ended_at is None
    assert doors.find(doors.link(old).token) is old
    assert doors.poster(evaluation) is new
    assert doors.link(old).code != doors.link(new).code


def test_the_trail_says_that_a_door_was_made_without_its_code(evaluation):
    door = doors.for_session(session(evaluation))
    doors.replace(door)
    db.session.commit()
    lines = db.session.query(TrailLine).filter(TrailLine.act.contains("door")).all()
    assert [(line.act, line.detail) for line in lines] == [
        ("made a door", f"session {door.session_id}"),
        ("replaced a door", f"session {door.session_id}"),
    ]
