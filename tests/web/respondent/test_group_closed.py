import pytest

from survey.engagement import doors, telling
from survey.records.base import db
from tests import making
from tests.reading import text
from tests.web.respondent import grouping


@pytest.fixture
def session(app):
    return grouping.session(making.evaluation())


def over(client, session):
    place = grouping.place(session)
    grouping.close(session)
    reply = client.get(place)
    assert reply.status_code == 410
    return reply


def test_what_was_chosen_is_kept_and_a_story_can_be_finished(client, session):
    page = text(over(client, session))
    assert "What you chose before it ended is kept." in page and "You can still finish it." in page
    assert "ask your coordinator" in page and "Tell your story" not in page


def test_a_choice_that_came_too_late_is_not_said_to_be_kept(client, session):
    place = grouping.place(session)
    grouping.close(session)
    page = text(client.post(f"{place}/vote/{session.statements[0].id}", data={"vote": "agree"}))
    assert "The group has ended. Your last choice came too late and was not kept." in page
    assert "What you chose before is kept." in page and "Thank you for being part of it." not in page


def test_who_never_joined_is_not_thanked_for_a_choice(client, session):
    grouping.close(session)
    for reply in (client.get(grouping.door(session)), client.post(grouping.door(session))):
        page = text(reply)
        assert reply.status_code == 410 and "You cannot join it now." in page
        assert "Thank you" not in page and "kept" not in page


def test_a_phone_that_had_joined_is_thanked_at_the_door_as_well(client, session):
    client.fill(grouping.door(session))
    grouping.close(session)
    for reply in (client.get(grouping.door(session)), client.post(grouping.door(session))):
        assert "What you chose before it ended is kept." in text(reply)


def test_the_poster_is_offered_while_stories_are_told(client, session):
    grouping.tell(session.evaluation)
    poster = doors.link(doors.poster(session.evaluation))
    db.session.commit()
    page = over(client, session)
    assert f'href="/join/{poster.token}"' in page.text
    telling.close_telling(session.evaluation)
    db.session.commit()
    assert poster.token not in client.get(grouping.door(session)).text


def test_looking_makes_no_poster(client, session):
    grouping.tell(session.evaluation)
    over(client, session)
    assert doors.current(session.evaluation) is None
