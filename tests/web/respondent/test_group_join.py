import re

import pytest

from survey.engagement import doors, sessions
from survey.records.base import db
from survey.records.session import Participant
from tests import making
from tests.reading import text
from tests.web.respondent import grouping


@pytest.fixture
def session(app):
    grouping.session(making.evaluation(making.user("noise@example.org")))
    return grouping.session(making.evaluation())


def joined(session):
    db.session.rollback()
    return sessions.phones(session)


def test_the_first_page_says_what_the_group_is_and_changes_nothing(client, session):
    page = text(client.get(grouping.door(session)))
    assert "We do not ask for your name." in page and "You can also raise your hand." in page
    assert joined(session) == 0


def test_a_phone_joins_and_comes_to_its_place(client, session):
    reply = client.fill(grouping.door(session), follow=False)
    assert reply.status_code == 303 and re.fullmatch("/group/[0-9a-f]{32}", reply.location)
    assert "Do you agree with these sentences?" in text(client.get(reply.location))
    assert joined(session) == 1


def test_the_code_typed_at_the_front_page_leads_to_the_group(client, session):
    code = doors.link(doors.current(session.evaluation, session)).spoken_code
    reply = client.post("/", data={"code": code})
    assert reply.location == grouping.door(session)


def test_the_same_button_pressed_again_and_again_is_one_phone(app, session):
    door = grouping.door(session)
    places = {app.test_client().post(door, data={"phone": "ab" * 16}).location for _ in range(5)}
    assert len(places) == 1 and joined(session) == 1


def test_who_scans_the_code_again_finds_the_same_place_and_does_not_vote_twice(client, session):
    first = client.fill(grouping.door(session), follow=False).location
    page = client.get(grouping.door(session))
    assert "This phone has joined the group already." in text(page) and f'href="{first}"' in page.text
    assert client.post(grouping.door(session)).location == first
    assert joined(session) == 1


def test_control_without_its_memory_a_phone_has_two_places(client, session):
    client.fill(grouping.door(session))
    client.delete_cookie("group", path="/join/")
    client.fill(grouping.door(session))
    assert joined(session) == 2


def test_the_memory_is_for_doors_alone_and_out_of_reach_of_scripts(client, session):
    cookie = client.fill(grouping.door(session), follow=False).headers["Set-Cookie"]
    for part in ("Path=/join/", "HttpOnly", "SameSite=Lax", "Max-Age=43200"):
        assert part in cookie


def test_a_place_in_one_group_is_none_in_another(client, session):
    other = grouping.session(session.evaluation)
    first = client.fill(grouping.door(session), follow=False).location
    assert client.fill(grouping.door(other), follow=False).location != first
    assert joined(session) == joined(other) == 1


@pytest.mark.parametrize("cookie", ["", "x", "ab" * 16, "é", "a" * 4000])
def test_a_forged_memory_is_as_good_as_none(client, session, cookie):
    client.set_cookie("group", cookie, path="/join/")
    assert client.fill(grouping.door(session), follow=False).status_code == 303
    assert joined(session) == 1


def test_before_it_is_open_it_says_to_wait(client, session):
    early = grouping.session(session.evaluation, opened=False)
    for reply in (client.get(grouping.door(early)), client.post(grouping.door(early))):
        assert reply.status_code == 200 and "The group has not started yet" in text(reply)
    assert joined(early) == 0


def test_a_code_used_after_the_session_is_met_kindly(client, session):
    grouping.close(session)
    for reply in (client.get(grouping.door(session)), client.post(grouping.door(session))):
        assert reply.status_code == 410
        assert "This group is over" in text(reply) and "You can still finish it." in text(reply)
    assert db.session.query(Participant).count() == 0


def test_a_phone_that_had_joined_is_not_sent_on_once_it_is_over(client, session):
    client.fill(grouping.door(session))
    grouping.close(session)
    assert client.post(grouping.door(session)).status_code == 410
