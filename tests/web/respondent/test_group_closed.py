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
    assert "What you chose has been kept." in page and "You can still finish it." in page
    assert "ask your coordinator" in page and "Tell your story" not in page


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
