import pytest

from survey.engagement import sessions
from survey.records.base import db
from tests import making
from tests.reading import text
from tests.web.evaluator import grouping
from tests.web.evaluator.grouping import address


@pytest.fixture
def session(signed_in, evaluator):
    grouping.session(making.evaluation(making.user("noise@example.org")))
    return grouping.session(making.evaluation(evaluator), opened=False)


def press(client, session, rest, form, **fields):
    """Send one of the forms on the session's page."""
    page = client.page(address(session))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    return client.post(
        address(session, rest), data={"csrf_token": token, **form, **fields}, follow_redirects=True
    )


def fresh(session):
    db.session.rollback()
    db.session.expire_all()
    return session


def test_a_planned_session_has_prompts_and_a_code_and_nobody_can_join(signed_in, session):
    page = text(signed_in.page(address(session)))
    assert "This session is planned. Nobody can join yet." in page
    for prompt in sessions.USUAL_PROMPTS:
        assert prompt in page


def test_it_is_opened_closed_and_opened_again(signed_in, session):
    reply = press(signed_in, session, "/joining", {"open": "yes"})
    assert "Phones can join now." in text(reply) and fresh(session).is_open
    reply = press(signed_in, session, "/joining", {"close": "yes"})
    assert "No phone can join or vote now." in text(reply) and not fresh(session).is_open
    assert "This session is over." in text(reply)
    press(signed_in, session, "/joining", {"open": "yes"})
    assert fresh(session).is_open


def test_once_it_is_over_no_code_is_given_and_nothing_is_said_of_voting(signed_in, session):
    press(signed_in, session, "/joining", {"open": "yes"})
    page = text(signed_in.page(address(session)))
    assert "The code to join" in page and "change its mind" in page
    press(signed_in, session, "/joining", {"close": "yes"})
    page = text(signed_in.page(address(session)))
    assert not [words for words in ("The code to join", "Show it large", "change its mind") if words in page]


def test_forged_and_stale_buttons_open_nothing(signed_in, session):
    assert press(signed_in, session, "/joining", {"sing": "yes"}).status_code == 404
    reply = signed_in.post(address(session, "/joining"), data={"open": "yes", "csrf_token": "stale"})
    assert reply.status_code == 422 and "press the button again" in text(reply)
    assert not fresh(session).is_open


def test_the_newest_votes_stand_there_when_the_page_is_loaded(signed_in, session):
    sessions.open_joining(session)
    grouping.vote(session, "agree", "agree", "not_sure")
    page = signed_in.page(address(session))
    assert "Three phones have joined." in text(page)
    assert page.xpath("//table[contains(@class, 'app-votes')]//td/text()") == ["2", "1", "0", "3"]


def test_the_details_are_changed(signed_in, session):
    page = signed_in.page(address(session, "/details"))
    assert page.xpath("//input[@name='title']/@value") == ["Tea at the library"]
    reply = signed_in.fill(address(session, "/details"), title="Lunch", invited="7")
    assert "The details are saved." in text(reply)
    assert (fresh(session).title, session.invited) == ("Lunch", 7)
    assert signed_in.fill(address(session, "/details"), title="").status_code == 422


def test_the_prompts_are_changed(signed_in, session):
    reply = signed_in.fill(address(session, "/prompts"), prompts="One?\r\n\r\nTwo <b>?")
    assert "The prompts are saved." in text(reply) and "Two <b>?" in text(reply)
    assert fresh(session).prompts == "One?\nTwo <b>?"
    reply = signed_in.fill(address(session, "/prompts"), prompts=" ")
    assert reply.status_code == 422 and "Write at least one prompt." in text(reply)


def test_people_are_counted(signed_in, session):
    reply = press(signed_in, session, "/people", {"invited": "9", "came": "5"})
    assert "The numbers are saved." in text(reply)
    assert (fresh(session).invited, session.came) == (9, 5)
    press(signed_in, session, "/people", {"invited": "", "came": "0"})
    assert (fresh(session).invited, session.came) == (None, 0)


@pytest.mark.parametrize("wrong", ["five", "-1", "1000", "1.5", "9" * 50])
def test_what_is_no_number_of_people_is_said(signed_in, session, wrong):
    reply = press(signed_in, session, "/people", {"invited": "9", "came": wrong})
    assert reply.status_code == 422 and "as a number such as 5" in text(reply)
    assert fresh(session).invited is None
    assert f'value="{wrong}"' in reply.text


def test_stories_are_counted_and_none_is_read(signed_in, session):
    making.story(session.evaluation, way="session", session=session, story_before="CANARY")
    making.story(session.evaluation, way="session", session=session, sent=False, story_before="CANARY")
    reply = signed_in.get(address(session))
    assert "One story has been told in this session; one begun and not sent yet." in text(reply)
    assert "CANARY" not in reply.text
