import pytest

from survey.engagement import evaluations, outcomes
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    return making.evaluation(evaluator, opened=False)


def address(made):
    return f"/evaluations/{made.id}/open"


def test_the_page_says_what_opening_does_and_what_will_be_asked(signed_in, made):
    page = text(signed_in.page(address(made)))
    assert "how the time before is asked about: in waves" in page
    assert "The wave “At introduction” opens" in page
    for question in outcomes.questions(made):
        assert question.text in page


def test_then_and_now_is_named(signed_in, evaluator):
    page = text(signed_in.page(address(making.evaluation(evaluator, opened=False, before=THEN_AND_NOW))))
    assert "then and now, in one sitting" in page


def test_the_button_opens(signed_in, made):
    response = signed_in.fill(address(made))
    assert response.request.path == f"/evaluations/{made.id}"
    assert "The evaluation is open." in text(response)
    db.session.expire_all()
    assert made.is_open


def test_opening_twice_is_no_mistake(signed_in, made):
    token = signed_in.page(address(made)).xpath("//main//input[@name='csrf_token']/@value")[0]
    statuses = [signed_in.post(address(made), data={"csrf_token": token}).status_code for _ in range(2)]
    assert statuses == [303, 303]
    page = signed_in.page(address(made))
    assert "This evaluation is open" in text(page)
    assert not page.xpath("//main//button")


def test_nothing_to_ask_is_refused(signed_in, made):
    token = signed_in.page(address(made)).xpath("//main//input[@name='csrf_token']/@value")[0]
    for question in outcomes.questions(made, "two"):
        outcomes.remove(made, question.id)
    db.session.commit()
    page = signed_in.page(address(made))
    assert "There is nothing to open yet" in text(page)
    assert not page.xpath("//main//button")
    response = signed_in.post(address(made), data={"csrf_token": token})
    assert response.status_code == 422
    assert "choose at least one outcome for Level 2 first" in text(response)
    db.session.expire_all()
    assert not made.is_open


def test_a_level_without_outcomes_is_pointed_out(signed_in, made):
    for question in outcomes.questions(made, "one"):
        outcomes.set_level(made, question.id, "one", asked=False)
    db.session.commit()
    assert "Level 1 people are asked about no outcome." in text(signed_in.page(address(made)))


def test_a_lost_token_opens_nothing(signed_in, made):
    response = signed_in.fill(address(made), csrf_token="stale")
    assert response.status_code == 422
    assert "press the button again" in text(response)
    db.session.expire_all()
    assert not evaluations.opened(made)
