import pytest
from sqlalchemy import select

from survey.engagement import safeguarding, telling
from survey.records.base import db
from survey.records.safeguarding import COORDINATOR
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text

WHY = "He said <b>nobody</b> would miss him."


@pytest.fixture
def evaluation(signed_in, evaluator):
    """A colleague without any duty is signed in; somebody else is lead."""
    made = making.evaluation(evaluator)
    making.lead(made, "lead@example.org")
    telling.open_telling(made)
    return made


@pytest.fixture
def story(evaluation):
    return making.story(evaluation, story_before="I was low.", use_learning="one_year")


def address(evaluation, story):
    return f"/evaluations/{evaluation.id}/stories/{story.id}/worry"


def test_a_colleague_raises_a_worry_and_the_lead_reads_it(signed_in, client, evaluation, story, evaluator):
    assert "Eva will read the story as it was told" in text(signed_in.page(address(evaluation, story)))
    response = signed_in.fill(address(evaluation, story), why=WHY)
    assert "The safeguarding lead has it now." in text(response)
    [flag] = safeguarding.open_flags(evaluation)
    assert (flag.raised_by, flag.why, flag.colleague) == (COORDINATOR, WHY, evaluator)
    client.delete_cookie("session")
    client.sign_in("lead@example.org")
    page = text(client.page(f"/evaluations/{evaluation.id}/safeguarding/{flag.id}"))
    assert WHY in page and "I was low." in page


def test_the_trail_says_who_raised_it_and_holds_no_words(signed_in, evaluation, story, evaluator):
    signed_in.fill(address(evaluation, story), why=WHY)
    [line] = db.session.scalars(select(TrailLine).where(TrailLine.act == "raised a worry"))
    assert (line.user_id, line.detail) == (evaluator.id, f"story {story.id}")


def test_without_words_nothing_is_raised(signed_in, evaluation, story):
    response = signed_in.fill(address(evaluation, story), why=" ")
    assert response.status_code == 422 and "Write what worries you." in text(response)
    assert safeguarding.open_flags(evaluation) == []


def test_a_second_press_raises_nothing_more(signed_in, evaluation, story):
    for _ in range(2):
        signed_in.fill(address(evaluation, story), why=WHY, once="c" * 32)
    assert safeguarding.count_open(evaluation) == 1


def test_a_story_that_nobody_could_read_or_of_another_evaluation_is_not_found(signed_in, evaluation):
    unread = making.story(evaluation, use_published="one_year")
    other = making.evaluation(making.user("noise@example.org"), name="Noise")
    theirs = making.story(other, use_learning="one_year")
    for each in (unread, theirs):
        assert signed_in.get(address(evaluation, each)).status_code == 404
        assert signed_in.post(address(evaluation, each)).status_code == 404


def test_where_nobody_is_lead_the_page_says_so(signed_in, evaluation, story):
    making.user("lead@example.org").active = False
    db.session.commit()
    assert "Nobody here is safeguarding lead now." in text(signed_in.page(address(evaluation, story)))
