import pytest

from survey.engagement import evaluations, outcomes
from survey.records.base import db
from tests import making
from tests.reading import text

TYPED = {
    "short_name": "Sleep <b>well</b>",
    "text": "How well do you sleep <script>?",
    "point_1": "Very badly",
    "point_2": "Badly",
    "point_3": "=1+1 so so",
    "point_4": "Well",
    "point_5": "Very well",
    "better": "higher",
}


@pytest.fixture
def made(evaluator):
    return making.evaluation(evaluator, opened=False)


def address(made):
    return f"/evaluations/{made.id}/outcomes/own"


def questions(made):
    db.session.expire_all()
    return outcomes.questions(made, "two")


def test_an_own_outcome_joins_the_list_with_its_words_as_typed(signed_in, made):
    response = signed_in.fill(address(made), **TYPED)
    assert response.request.path == f"/evaluations/{made.id}/outcomes"
    assert "Sleep <b>well</b>: added at the end, for Level 2." in text(response)
    added = questions(made)[-1]
    assert [choice.text for choice in added.choices][2] == "=1+1 so so"
    assert "<script>" not in response.text
    assert "taking it out loses its words" in text(response)


def test_the_lower_end_can_be_the_better_one(signed_in, made):
    signed_in.fill(address(made), **{**TYPED, "better": "lower"})
    added = questions(made)[-1]
    assert [(choice.value, choice.text) for choice in added.choices][0] == (5, "Very well")


@pytest.mark.parametrize(
    ("field", "typed", "said", "target"),
    [
        ("short_name", "", "Write a short name for the outcome.", "short_name"),
        ("short_name", "x" * 41, "the most is 40 characters", "short_name"),
        ("short_name", "Isolation", "You already ask about an outcome with this name.", "short_name"),
        ("text", " ", "Write the question that residents read.", "text"),
        ("text", "x" * 301, "the most is 300 characters", "text"),
        ("point_3", "", "Write the words for score 3.", "point_3"),
        ("point_5", "x" * 101, "the most is 100 characters", "point_5"),
        ("point_2", "VERY BADLY", "Write different words for each point.", "point_1"),
        ("point_4", "4", "Write words for each point, not only a number.", "point_1"),
        ("better", "both", "Choose which direction is better", "better"),
        ("csrf_token", "stale", "press the button again", None),
    ],
)
def test_a_problem_is_named_and_everything_typed_stays(signed_in, made, field, typed, said, target):
    before = questions(made)
    response = signed_in.fill(address(made), **{**TYPED, field: typed})
    assert response.status_code == 422
    assert said in text(response)
    assert target is None or f'href="#{target}' in response.text
    assert "Sleep &lt;b&gt;" in response.text or field == "short_name"
    assert 'value="=1+1 so so"' in response.text or field == "point_3"
    assert questions(made) == before


def test_once_open_there_is_no_form(signed_in, made):
    evaluations.open_evaluation(made)
    db.session.commit()
    page = signed_in.page(address(made))
    assert not page.xpath("//textarea")
    assert "what it asks can no longer be changed" in text(page)


def test_opened_meanwhile_is_said_and_what_was_typed_stays(signed_in, made):
    token = signed_in.page(address(made)).xpath("//main//input[@name='csrf_token']/@value")[0]
    evaluations.open_evaluation(made)
    db.session.commit()
    response = signed_in.post(address(made), data={**TYPED, "csrf_token": token})
    assert response.status_code == 422
    assert "so what it asks can no longer be changed" in text(response)
    assert "Very badly" in response.text


def test_a_second_press_leads_where_the_first_did(signed_in, made):
    for _ in range(2):
        response = signed_in.fill(address(made), once="a" * 32, **TYPED)
        assert response.request.path == f"/evaluations/{made.id}/outcomes"
    assert [each.short_name for each in questions(made)].count(TYPED["short_name"]) == 1
