import pytest

from survey.engagement import evaluations, outcomes
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW
from tests import making
from tests.reading import text


@pytest.fixture
def made(evaluator):
    making.evaluation(making.user("noise@example.org"), opened=False)
    return making.evaluation(evaluator, opened=False)


def address(made):
    return f"/evaluations/{made.id}/outcomes"


def press(client, made, button, question_id, **more):
    return client.fill(address(made), button=(button, question_id), **more)


def ids(made, level=None):
    db.session.expire_all()
    return [question.id for question in outcomes.questions(made, level)]


def test_the_page_says_how_long_it_takes_and_what_there_is_to_add(signed_in, made):
    page = signed_in.page(address(made))
    sentence = "Level 1 people get four questions, under a minute. Level 2 people get 13 questions"
    assert sentence in text(page)
    assert page.xpath("//button[@name='add']/@value").count("belonging") == 1
    assert "control" not in page.xpath("//button[@name='add']/@value")
    assert "Open Government Licence" in text(page)
    assert "thinking back" not in text(page)


def test_then_and_now_is_said(signed_in, evaluator):
    made = making.evaluation(evaluator, opened=False, before=THEN_AND_NOW)
    assert "asked about now and then thinking back" in text(signed_in.page(address(made)))


def test_the_ends_of_the_list_have_nowhere_to_go(signed_in, made):
    page = signed_in.page(address(made))
    usual = ids(made)
    assert page.xpath("//button[@name='up']/@value") == usual[1:]
    assert page.xpath("//button[@name='down']/@value") == usual[:-1]


def test_buttons_change_the_order(signed_in, made):
    usual = ids(made)
    response = press(signed_in, made, "down", "control")
    assert "Feeling in control: moved down." in text(response)
    assert ids(made)[:2] == [usual[1], "control"]
    press(signed_in, made, "up", "control")
    assert ids(made) == usual


def test_the_page_comes_back_where_the_button_was(signed_in, made):
    response = press(signed_in, made, "down", "control", follow=False)
    assert (response.status_code, response.location) == (303, f"{address(made)}#control")
    assert press(signed_in, made, "take_out", "control", follow=False).location == address(made)


def test_an_outcome_is_taken_out_and_added_again(signed_in, made):
    assert "Isolation: taken out." in text(press(signed_in, made, "take_out", "isolation"))
    assert "isolation" not in ids(made)
    assert "Isolation: added at the end." in text(press(signed_in, made, "add", "isolation"))
    assert ids(made)[-1] == "isolation"


def test_levels_are_asked_or_spared(signed_in, made):
    press(signed_in, made, "spare_one", "stress")
    press(signed_in, made, "ask_one", "hope")
    press(signed_in, made, "spare_two", "hope")
    press(signed_in, made, "ask_two", "stress")
    assert ids(made, "one") == ["control", "hope", "know_where_to_turn"]
    assert "hope" not in ids(made, "two") and "stress" in ids(made, "two")


def test_a_fourth_for_level_one_is_refused(signed_in, made):
    response = press(signed_in, made, "ask_one", "hope")
    assert response.status_code == 422
    assert "three outcomes at most" in text(response)
    assert "hope" not in ids(made, "one")


def test_nothing_for_level_one_is_pointed_out(signed_in, made):
    for question_id in ids(made, "one"):
        response = press(signed_in, made, "spare_one", question_id)
    assert "Level 1 people are asked about no outcome." in text(response)


def test_an_empty_list_says_what_to_do(signed_in, made):
    for question_id in ids(made):
        response = press(signed_in, made, "take_out", question_id)
    assert "No outcome is chosen yet: add some from the library below." in text(response)


def test_a_long_list_is_pointed_out(signed_in, made):
    assert "This is long for a phone." not in text(signed_in.page(address(made)))
    for question_id in list(outcomes.library_outcomes()):
        outcomes.choose(made, question_id)
    db.session.commit()
    assert "This is long for a phone." in text(signed_in.page(address(made)))


@pytest.mark.parametrize(
    "forged",
    [("add", "nothing"), ("up", "belonging"), ("ask_two", "' OR 1=1"), ("sing", "hope"), ("add", "")],
)
def test_forged_buttons_are_not_found(signed_in, made, forged):
    usual = ids(made)
    assert press(signed_in, made, *forged).status_code == 404
    assert ids(made) == usual


def test_taking_out_twice_does_no_harm(signed_in, made):
    press(signed_in, made, "take_out", "hope")
    assert press(signed_in, made, "take_out", "hope").status_code == 200


def test_a_lost_token_changes_nothing_and_says_so(signed_in, made):
    response = press(signed_in, made, "take_out", "hope", csrf_token="stale")
    assert response.status_code == 422
    assert "press the button again" in text(response)
    assert "hope" in ids(made)


def test_once_open_the_page_shows_what_was_opened(signed_in, made):
    evaluations.open_evaluation(made)
    db.session.commit()
    page = signed_in.page(address(made))
    assert not page.xpath("//main//button")
    digest = evaluations.opened(made)["two"].digest
    assert f"Version 1, check mark {digest[:8]}." in text(page)
    assert digest not in page.text_content()


def test_once_open_a_button_from_an_old_page_is_refused_kindly(signed_in, made):
    page = signed_in.page(address(made))
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    evaluations.open_evaluation(made)
    db.session.commit()
    response = signed_in.post(address(made), data={"take_out": "hope", "csrf_token": token})
    assert response.status_code == 422
    assert "so what it asks can no longer be changed" in text(response)
    assert "hope" in ids(made)
