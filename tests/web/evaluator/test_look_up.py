import pytest
from sqlalchemy import select

from survey.engagement import safeguarding
from survey.records.base import db
from survey.records.safeguarding import PHRASES, LookUp
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text

REASON = "She may be in danger."


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.lead(made)
    return made


def flagged(evaluation, **known):
    story = making.story(evaluation, story_contact_wanted="yes", **known)
    return next(flag for flag in safeguarding.open_flags(evaluation) if flag.story_id == story.id)


@pytest.fixture
def flag(evaluation):
    return flagged(evaluation, way="link", resident=making.people(evaluation, code="wren-214")[0])


def address(evaluation, flag):
    return f"/evaluations/{evaluation.id}/safeguarding/{flag.id}"


def test_who_told_it_is_shown_once_there_is_a_reason_and_who_looked_stays(signed_in, evaluation, flag):
    assert "wren-214" not in text(signed_in.page(address(evaluation, flag)))
    response = signed_in.fill(address(evaluation, flag) + "/look-up", reason=REASON)
    page = text(response)
    assert "the resident with the code wren-214" in page and "You can see now who told it." in page
    assert REASON in page and "Eva" in page
    safeguarding.settle(flag, "contacted", "We spoke.")
    db.session.commit()
    page = text(signed_in.page(address(evaluation, flag)))
    assert REASON in page and "wren-214" not in page


def test_another_worry_about_the_same_story_needs_a_reason_of_its_own(signed_in, evaluation, flag):
    other = safeguarding.raise_flag(flag.story, PHRASES, "a phrase")
    db.session.commit()
    signed_in.fill(address(evaluation, flag) + "/look-up", reason=REASON)
    page = text(signed_in.page(address(evaluation, other)))
    assert "wren-214" not in page and "find out who told this" in page and REASON in page


def test_a_second_lead_gives_a_reason_of_their_own(signed_in, client, evaluation, flag):
    signed_in.fill(address(evaluation, flag) + "/look-up", reason=REASON)
    second = making.lead(evaluation, "second@example.org")
    client.delete_cookie("session")
    client.sign_in(second.email)
    page = text(client.page(address(evaluation, flag)))
    assert "wren-214" not in page and REASON in page


def test_of_a_story_told_without_a_personal_link_it_is_said_before_a_reason_is_asked_for(
    signed_in, evaluation, flag
):
    poster = flagged(evaluation)
    where, nobody = address(evaluation, poster), "told without a personal link, so nobody here knows"
    page = signed_in.page(where)
    assert nobody in text(page) and not page.xpath("//main//a[contains(@href, 'look-up')]")
    token = page.xpath("//main//input[@name='csrf_token']/@value")[0]
    page = signed_in.page(where + "/look-up")
    assert nobody in text(page) and not page.xpath("//main//form")
    response = signed_in.post(where + "/look-up", data={"reason": REASON, "csrf_token": token})
    assert response.status_code == 422 and "Nothing was looked up" in text(response)
    assert "You can see now" not in text(signed_in.page(where))
    assert db.session.scalars(select(LookUp)).all() == []
    assert "looked up who told a story" not in db.session.scalars(select(TrailLine.act)).all()
    # Control: with a personal link there is a form.
    assert signed_in.page(address(evaluation, flag) + "/look-up").xpath("//main//form//textarea")


def test_without_a_reason_nothing_is_shown_or_recorded(signed_in, evaluation, flag):
    response = signed_in.fill(address(evaluation, flag) + "/look-up", reason="  ")
    assert response.status_code == 422 and "Write why you need to know" in text(response)
    assert "wren-214" not in response.text
    assert db.session.scalars(select(LookUp)).all() == []


def test_a_second_press_records_nothing_more(signed_in, evaluation, flag):
    for _ in range(2):
        signed_in.fill(address(evaluation, flag) + "/look-up", reason=REASON, once="b" * 32)
    assert len(db.session.scalars(select(LookUp)).all()) == 1
    lines = db.session.scalars(select(TrailLine).where(TrailLine.act == "looked up who told a story")).all()
    assert [line.detail for line in lines] == [f"story {flag.story_id}"]


def test_once_the_worry_is_settled_nobody_can_look(signed_in, evaluation, flag):
    where = address(evaluation, flag) + "/look-up"
    token = signed_in.page(where).xpath("//main//input[@name='csrf_token']/@value")[0]
    safeguarding.settle(flag, "no_need", "All is well.")
    db.session.commit()
    assert "nobody needs to know now" in text(signed_in.page(where))
    response = signed_in.post(where, data={"reason": REASON, "csrf_token": token})
    assert response.status_code == 422 and db.session.scalars(select(LookUp)).all() == []
