import pytest

from survey.engagement import sessions, votes
from survey.engagement.votes import Count
from survey.records.base import db
from tests import making
from tests.reading import text
from tests.web.evaluator import grouping
from tests.web.evaluator.grouping import WORDS, address


@pytest.fixture
def session(signed_in, evaluator):
    grouping.session(making.evaluation(making.user("noise@example.org")))
    return grouping.session(making.evaluation(evaluator))


@pytest.fixture
def token(signed_in, session):
    return signed_in.page(address(session)).xpath("//main//input[@name='csrf_token']/@value")[0]


def at(session, rest=""):
    return address(session, f"/statements/{session.statements[0].id}{rest}")


def words(session):
    db.session.rollback()
    db.session.expire_all()
    return [each.words for each in session.statements]


def test_a_statement_is_added_below_the_others(signed_in, session, token):
    given = {"statement": "Fewer people\nare alone.", "outcome": "isolation", "csrf_token": token}
    reply = signed_in.post(address(session, "/statements"), data=given, follow_redirects=True)
    assert "The statement is added." in text(reply)
    assert words(session) == [WORDS, "Fewer people are alone."]
    assert session.statements[1].outcome == "isolation"


def test_a_second_press_adds_nothing_more(signed_in, session, token):
    for statement in ("One.", "Two."):
        given = {"statement": statement, "csrf_token": token, "once": "a" * 32}
        signed_in.post(address(session, "/statements"), data=given)
    assert words(session) == [WORDS, "One."]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"statement": ""}, "Write the statement."),
        ({"statement": "x" * 301}, "the most is 300 characters"),
        ({"statement": "Kept <b>", "outcome": "nothing"}, "Choose one of the outcomes here"),
    ],
)
def test_a_problem_is_said_and_what_was_typed_stays(signed_in, session, token, given, said):
    reply = signed_in.post(address(session, "/statements"), data={"csrf_token": token, **given})
    assert reply.status_code == 422 and said in text(reply)
    assert given["statement"].replace("<", "&lt;").replace(">", "&gt;") in reply.text
    assert words(session) == [WORDS]


def test_it_is_changed_while_nobody_voted(signed_in, session):
    assert "The statement is saved." in text(signed_in.fill(at(session), form=1, statement="Better."))
    assert words(session) == ["Better."]


def test_what_was_voted_on_keeps_its_words(signed_in, session):
    grouping.vote(session, "agree")
    assert "so its words stay" in text(signed_in.page(at(session)))
    reply = signed_in.fill(at(session), form=1, statement="Better.")
    assert reply.status_code == 422 and "Put another statement instead." in text(reply)
    assert words(session) == [WORDS]
    signed_in.fill(at(session), form=1, outcome="hope")
    assert words(session) == [WORDS] and session.statements[0].outcome == "hope"


def test_hands_are_counted_beside_phones(signed_in, session):
    grouping.vote(session, "agree", "disagree")
    page = signed_in.page(at(session))
    assert "Count only people who do not vote with a phone." in text(page)
    reply = signed_in.fill(at(session), agree="3", not_sure="", disagree="1")
    assert "The hands are counted." in text(reply)
    page = signed_in.page(address(session))
    cells = page.xpath("//table[contains(@class, 'app-votes')]//tbody//td/text()")
    assert cells == ["1", "3", "4", "0", "0", "0", "1", "1", "2", "2", "4", "6"]
    signed_in.fill(at(session), agree="", not_sure="", disagree="")
    db.session.expire_all()
    assert votes.results(session)[0].hands is None


def test_hands_that_are_no_number_are_said(signed_in, session):
    reply = signed_in.fill(at(session), agree="many", disagree="1")
    assert reply.status_code == 422 and "as a number such as 5" in text(reply)
    assert 'value="many"' in reply.text
    db.session.expire_all()
    assert votes.results(session)[0].hands is None


def test_it_is_removed_once_that_is_confirmed_with_its_votes(signed_in, session):
    grouping.vote(session, "agree")
    page = text(signed_in.page(at(session, "/remove")))
    assert WORDS in page and "All votes on it" in page and words(session) == [WORDS]
    assert "The statement is removed." in text(signed_in.fill(at(session, "/remove")))
    assert words(session) == []


@pytest.mark.parametrize("rest", ["", "/hands", "/remove"])
def test_a_lost_token_changes_nothing(signed_in, session, rest):
    given = {"statement": "x", "agree": "1", "csrf_token": "stale"}
    assert signed_in.post(at(session, rest), data=given).status_code == 422
    assert words(session) == [WORDS] and votes.results(session)[0].hands is None


def test_statements_of_another_session_are_not_found(signed_in, session, token):
    other = grouping.session(session.evaluation)
    for rest in ("", "/hands", "/remove"):
        there = address(session, f"/statements/{other.statements[0].id}{rest}")
        assert signed_in.post(there, data={"csrf_token": token, "agree": "1"}).status_code == 404
    assert votes.results(other)[0].total == Count() and sessions.count(session.evaluation) == 2
