from datetime import date

import pytest

from survey.engagement import doors, invitations, session_stories, sessions
from survey.engagement.sessions import Details
from survey.records.base import db
from survey.records.story import ON_A_PHONE, WRITTEN_DOWN, Story
from survey.records.trail import TrailLine
from tests import making

KEY, OTHER = "ab" * 16, "cd" * 16


@pytest.fixture
def session(app):
    evaluation = making.evaluation()
    making.story(evaluation)
    made = sessions.add(evaluation, Details("Tea", date(2026, 11, 3)))
    db.session.commit()
    return made


def begun(session):
    db.session.rollback()
    return db.session.query(Story).filter_by(session_id=session.id).all()


def test_a_story_is_begun_with_a_link_and_code_of_its_own(session):
    link = session_stories.begin(session, ON_A_PHONE, KEY)
    db.session.commit()
    [story] = begun(session)
    assert (story.way, story.resident_id, story.evaluation_id) == ("session", None, session.evaluation_id)
    assert invitations.current_link(story) == link
    assert invitations.find(link.token).is_story
    assert session_stories.find(session, KEY) == story
    assert session_stories.find(session, OTHER) is None


def test_a_second_press_finds_the_same_story_and_another_form_begins_another(session):
    first, again = (session_stories.begin(session, ON_A_PHONE, KEY) for _ in range(2))
    other = session_stories.begin(session, ON_A_PHONE, OTHER)
    db.session.commit()
    assert first == again != other and len(begun(session)) == 2


def test_the_slower_of_two_presses_leads_to_the_story_of_the_quicker(session, monkeypatch):
    first = session_stories.begin(session, WRITTEN_DOWN, KEY)
    db.session.commit()
    monkeypatch.setattr(invitations, "find", lambda _token: None)
    assert session_stories.begin(session, WRITTEN_DOWN, KEY) == first
    db.session.commit()
    assert len(begun(session)) == 1
    assert db.session.query(TrailLine).filter_by(act="began a story for somebody").count() == 1


def test_the_trail_says_only_what_a_colleague_did(session):
    session_stories.begin(session, ON_A_PHONE, KEY)
    session_stories.begin(session, WRITTEN_DOWN, OTHER)
    db.session.commit()
    lines = [line for line in db.session.query(TrailLine) if "began a story" in line.act]
    assert [line.detail for line in lines] == [f"session {session.id}"]


def test_the_way_back_is_for_a_story_told_on_a_phone_while_its_group_is_open(session):
    def back(way, within=session):
        return session_stories.way_back(making.story(session.evaluation, way=way, session=within).id)

    assert back(ON_A_PHONE) is None, "not open yet"
    sessions.open_joining(session)
    door = doors.link(doors.for_session(session))
    assert back(ON_A_PHONE) == door
    assert back(WRITTEN_DOWN) is None and back("poster", None) is None
    sessions.close_joining(session)
    assert back(ON_A_PHONE) is None
