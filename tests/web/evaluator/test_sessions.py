from datetime import date

import pytest

from survey.engagement import doors, sessions
from survey.records.base import db
from tests import making
from tests.reading import text
from tests.web.evaluator import grouping

TEA = {"title": "Tea & talk", "held_on": ["3", "11", "2026"], "area": "", "invited": "9"}


@pytest.fixture
def evaluation(signed_in, evaluator):
    grouping.session(making.evaluation(making.user("noise@example.org")))
    return making.evaluation(evaluator)


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/sessions{rest}"


def kept(evaluation):
    db.session.expire_all()
    return sessions.of(evaluation)


def test_before_the_first_it_says_so(signed_in, evaluation):
    page = text(signed_in.page(address(evaluation)))
    assert "No session has been planned yet." in page
    assert "No people would like to hear about get-togethers." in page


def test_a_session_is_planned_and_its_page_opens(signed_in, evaluation):
    reply = signed_in.fill(address(evaluation, "/new"), **TEA | {"area": str(evaluation.areas[1].id)})
    [made] = kept(evaluation)
    assert reply.request.path == grouping.address(made)
    assert "The session is planned." in text(reply) and "3 November 2026, South" in text(reply)
    assert (made.title, made.held_on, made.invited) == ("Tea & talk", date(2026, 11, 3), 9)
    assert doors.current(evaluation, made) is not None


def test_a_second_press_plans_nothing_more(signed_in, evaluation):
    for title in ("Tea", "Lunch"):
        signed_in.fill(address(evaluation, "/new"), once="a" * 32, **TEA | {"title": title})
    assert [each.title for each in kept(evaluation)] == ["Tea"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Write what the session is called."),
        ({"title": "x" * 121}, "the most is 120 characters"),
        ({"held_on": ["", "", ""]}, "Write the day of the session."),
        ({"held_on": ["31", "2", "2026"]}, "Write a date that exists"),
        ({"area": "999999"}, "Choose one of the areas here, or none in particular."),
        ({"invited": "-1"}, "Write how many people, as a number such as 5."),
        ({"invited": "1000"}, "Write how many people, as a number such as 5."),
        ({"invited": "five"}, "Write how many people, as a number such as 5."),
    ],
)
def test_a_problem_is_said_and_what_was_typed_stays(signed_in, evaluation, wrong, said):
    reply = signed_in.fill(address(evaluation, "/new"), **TEA | wrong)
    assert reply.status_code == 422 and said in text(reply)
    assert kept(evaluation) == []
    if "title" not in wrong:
        assert 'value="Tea &amp; talk"' in reply.text


def test_the_list_says_where_each_stands_and_what_came_of_it(signed_in, evaluation):
    grouping.session(evaluation, opened=False, title="Planned one")
    going_on = grouping.session(evaluation, title="Open one", invited=9)
    over = grouping.session(evaluation, title="Held one")
    grouping.vote(over, "agree", "disagree")
    sessions.count_people(over, 8, 5)
    sessions.close_joining(over)
    making.story(evaluation, way="session", session=over)
    page = signed_in.page(address(evaluation))
    assert "Three sessions: one planned, one open now, one held. Five people came." in text(page)
    rows = {row.xpath("string(.//a)"): row.xpath("./td/text()") for row in page.xpath("//tbody/tr")}
    assert rows["Held one"] == ["Held", "8", "5", "1", "2", "1"]
    assert rows["Open one"] == ["Open now", "9", "–", "1", "0", "0"]
    assert rows["Planned one"][0] == "Planned"
    assert going_on.is_open


def test_a_lost_token_plans_nothing(signed_in, evaluation):
    reply = signed_in.fill(address(evaluation, "/new"), **TEA, csrf_token="stale")
    assert reply.status_code == 422 and kept(evaluation) == []


def test_sessions_of_another_evaluation_are_not_found(signed_in, evaluation):
    theirs = grouping.session(making.evaluation(making.user("other@example.org")))
    for rest in ("", "/details", "/prompts", "/screen", "/write-down"):
        assert signed_in.get(grouping.address(theirs, rest)).status_code == 404
        there = f"/evaluations/{evaluation.id}/sessions/{theirs.id}{rest}"
        assert signed_in.get(there).status_code == 404
