import pytest

from survey.engagement import responses, telling
from survey.records.base import db
from survey.records.story import Story
from tests import making
from tests.reading import Reader, text
from tests.web.evaluator import grouping
from tests.web.evaluator.grouping import address


@pytest.fixture
def session(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.story(made, sent=False)
    return grouping.session(made)


def begun(session):
    db.session.rollback()
    return db.session.query(Story).filter_by(session_id=session.id).all()


def link_on(page):
    return page.xpath("//dl//a/@href")


def test_a_story_is_begun_with_a_link_for_here_and_a_code_to_give(signed_in, session):
    assert link_on(signed_in.page(address(session, "/write-down"))) == []
    reply = signed_in.fill(address(session, "/write-down"))
    page = signed_in.page(address(session, "/write-down"))
    [story] = begun(session)
    assert "The story can be written down now." in text(reply)
    assert (story.way, story.evaluation_id) == ("written_down", session.evaluation_id)
    [there] = link_on(page)
    assert signed_in.get(there).status_code == 200
    assert page.xpath("//strong[@class='app-spoken']/text()")


def test_a_second_press_begins_nothing_more_and_another_form_does(signed_in, session):
    for _ in range(2):
        signed_in.fill(address(session, "/write-down"), once="a" * 32)
    assert len(begun(session)) == 1
    signed_in.fill(address(session, "/write-down"))
    assert len(begun(session)) == 2


def test_a_colleague_is_not_shown_the_link(app, signed_in, session):
    signed_in.fill(address(session, "/write-down"))
    making.evaluations.grant(session.evaluation, making.user("colleague@example.org"))
    db.session.commit()
    other = Reader(app, app.response_class)
    other.sign_in("colleague@example.org")
    assert link_on(other.page(address(session, "/write-down"))) == []


def test_another_session_does_not_show_it_and_once_it_is_sent_nobody_does(signed_in, session):
    signed_in.fill(address(session, "/write-down"))
    other = grouping.session(session.evaluation)
    assert link_on(signed_in.page(address(other, "/write-down"))) == []
    [story] = begun(session)
    responses.submit(responses.start(story, None))
    db.session.commit()
    assert link_on(signed_in.page(address(session, "/write-down"))) == []


def test_while_no_stories_are_told_none_is_begun(signed_in, session):
    page = signed_in.page(address(session, "/write-down"))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    telling.close_telling(session.evaluation)
    db.session.commit()
    reply = signed_in.post(address(session, "/write-down"), data={"csrf_token": token})
    assert reply.status_code == 422 and "so none was begun" in text(reply)
    assert begun(session) == []
    assert not signed_in.page(address(session, "/write-down")).xpath("//main//form")


def test_a_lost_token_begins_nothing(signed_in, session):
    reply = signed_in.fill(address(session, "/write-down"), csrf_token="stale")
    assert reply.status_code == 422 and begun(session) == []
