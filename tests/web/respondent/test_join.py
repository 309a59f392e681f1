"""A poster's door: a page, a button, a story of one's own; and kind words where it is shut."""

from datetime import date

import pytest

from survey.access.limits import limiter
from survey.engagement import doors
from survey.engagement import telling as asking_for
from survey.records.base import db, now
from survey.records.session import Session
from tests.reading import text
from tests.web.respondent import telling
from tests.web.respondent.telling import stories


@pytest.fixture
def evaluation(app):
    telling.asking(name="Noise")
    return telling.asking()


@pytest.fixture
def door(evaluation):
    return telling.poster(evaluation)


def test_looking_at_the_poster_begins_nothing_and_pressing_begins_a_story(client, door, evaluation):
    assert "Share your story" in text(client.page(door))
    assert client.page(door).xpath("//main//a[text()='Type your code.']/@href") == ["/"]
    assert stories() == []
    at = client.fill(door, follow=False).location
    [story] = stories()
    assert at == telling.home(story)
    assert (story.way, story.evaluation_id, story.resident_id) == ("poster", evaluation.id, None)


def test_pressing_twice_is_one_story_and_two_people_have_two(client, door):
    key = client.page(door).xpath("//input[@name='key']/@value")[0]
    first, again = (client.post(door, data={"key": key}).location for _ in range(2))
    other = client.fill(door, follow=False).location
    assert first == again != other and len(stories()) == 2


def test_a_made_up_key_still_lets_people_in(client, door):
    for data in ({}, {"key": "x"}, {"key": "'; --"}):
        assert client.post(door, data=data).status_code == 303
    assert len({telling.home(story) for story in stories()}) == 3


def test_the_code_of_the_poster_opens_the_poster_and_that_of_a_story_its_story(client, door, evaluation):
    code = doors.link(doors.current(evaluation)).spoken_code
    assert client.fill("/", code=code.lower(), follow=False).location == door
    at = telling.begun(client, evaluation)
    own = client.page(at).xpath("string(//main//strong)")
    assert client.fill("/", code=own, follow=False).location == at


def test_while_no_stories_are_asked_for_the_door_says_so_kindly(client, door, evaluation):
    asking_for.close_telling(evaluation)
    db.session.commit()
    for reply in (client.get(door), client.post(door)):
        assert reply.status_code == 410 and "not asking for stories" in text(reply)
    assert stories() == []


def test_without_anybody_to_look_after_worries_nobody_gets_in(client, door, evaluation):
    asking_for.leads(evaluation)[0].active = False
    db.session.commit()
    assert client.post(door).status_code == 410 and stories() == []


def test_an_old_poster_says_that_there_is_a_newer_one(client, door, evaluation):
    doors.replace(doors.current(evaluation))
    db.session.commit()
    for reply in (client.get(door), client.post(door)):
        assert reply.status_code == 410 and "newer poster" in text(reply)
    assert client.get("/join/nobodys").status_code == 404


def test_thirty_people_behind_one_address_get_in_and_a_robot_is_told_to_wait(client, door):
    limiter.reset()
    replies = [client.post(door) for _ in range(121)]
    assert {reply.status_code for reply in replies[:120]} == {303}
    assert replies[120].status_code == 429 and "Please wait a minute" in text(replies[120])
    assert len(stories()) == 120
    limiter.reset()


def test_a_door_of_a_session_is_answered_by_the_session(client, evaluation):
    session = Session(
        evaluation_id=evaluation.id, title="Tea and talk", held_on=date(2026, 11, 3), opened_at=now()
    )
    db.session.add(session)
    db.session.flush()
    door = f"/join/{doors.link(doors.for_session(session)).token}"
    db.session.commit()
    assert session.title in text(client.page(door))
    assert client.fill(door, follow=False).location.startswith("/group/")
    assert stories() == []
