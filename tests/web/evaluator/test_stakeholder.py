import pytest
from sqlalchemy import select

from survey.engagement import invitations, partners, stakeholders
from survey.engagement.stakeholders import Details
from survey.records.base import db
from survey.records.stakeholder import Stakeholder
from survey.records.trail import TrailLine
from survey.web.evaluator import stakeholder as page_of_one
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


@pytest.fixture
def line(evaluation):
    added = Details("nhs", "=Elm & <i>Road</i>", evaluation.areas[0], "Sam Example", "sam@example.org")
    made = stakeholders.add(evaluation, added, invitations.prepare(1)[0])
    db.session.commit()
    return made


def register(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/stakeholders{rest}"


def address(line, rest=""):
    return f"/evaluations/{line.evaluation_id}/stakeholders/{line.id}{rest}"


def lines_of(evaluation):
    db.session.expire_all()
    return stakeholders.of(evaluation)


def add(client, evaluation, **fields):
    usual = {"kind": "nhs", "organisation": "Elm Road Surgery"}
    return client.fill(register(evaluation, "/new"), **usual | fields)


def test_adding_makes_a_link_at_once(signed_in, evaluation):
    response = add(signed_in, evaluation, contact_name="Sam", why_not="no time")
    [line] = lines_of(evaluation)
    link = invitations.current_link(line)
    assert response.request.path == address(line)
    for part in ("Added to the register.", "Elm Road Surgery", link.address, link.spoken_code):
        assert part in text(response)
    assert stakeholders.described(line) == Details("nhs", "Elm Road Surgery", None, "Sam", why_not="no time")


def test_a_kind_without_questions_gets_no_link_and_says_so(signed_in, evaluation):
    response = add(signed_in, evaluation, kind="councillors")
    assert "There are no questions for this kind of stakeholder" in text(response)
    assert not lines_of(evaluation)[0].invitations
    assert "Make a link" not in text(response)


def test_what_is_wrong_is_said_and_what_was_typed_stays(signed_in, evaluation):
    given = {"organisation": "", "contact_name": "Sam <b>", "engaged_how": "a", "why_not": "b <i>"}
    response = add(signed_in, evaluation, kind=[], area=str(evaluation.areas[1].id), **given)
    assert response.status_code == 422
    for said in ("Choose a kind.", "Write what the organisation", "Keep the one that is true"):
        assert said in text(response)
    for kept in (
        'value="Sam &lt;b&gt;"',
        ">b &lt;i&gt;</textarea>",
        f'value="{evaluation.areas[1].id}" selected',
    ):
        assert kept in response.text
    assert lines_of(evaluation) == []


def test_a_second_press_adds_nobody_more(signed_in, evaluation):
    for name in ("Elm", "Oak"):
        response = add(signed_in, evaluation, once="a" * 32, organisation=name)
    [line] = lines_of(evaluation)
    assert line.organisation == "Elm" and response.request.path == address(line)


def test_the_page_shows_the_link_and_the_trail_says_that_it_did(signed_in, line):
    link = invitations.current_link(line)
    words = text(signed_in.page(address(line)))
    for part in ("=Elm & <i>Road</i>", "NHS, North", link.address, link.spoken_code, "Link made"):
        assert part in words
    db.session.rollback()
    [noted] = db.session.scalars(select(TrailLine).where(TrailLine.act == "saw a link"))
    assert noted.evaluation_id == line.evaluation_id and noted.user_id and not noted.detail


def test_without_leave_to_see_links_there_is_none(signed_in, line, monkeypatch):
    def unless_links(user, action, evaluation):
        return action != "see links"

    monkeypatch.setattr(page_of_one, "allowed", unless_links)
    link = invitations.current_link(line)
    response = signed_in.get(address(line))
    assert response.status_code == 200
    assert link.token not in response.text and link.spoken_code not in response.text
    db.session.rollback()
    assert not db.session.scalars(select(TrailLine).where(TrailLine.act == "saw a link")).all()


def test_there_is_a_message_to_copy_until_the_answers_are_sent(signed_in, line):
    link = invitations.current_link(line)
    [message] = signed_in.page(address(line)).xpath("//textarea[@readonly]/text()")
    assert message.startswith("Hello Sam Example,") and link.address in message
    making.partner_answer(line)
    page = signed_in.page(address(line))
    assert not page.xpath("//textarea[@readonly]")
    assert "This partner has sent its answers." in text(page)


def test_it_says_where_the_link_leads_now(signed_in, line):
    assert "not open yet, and the link says so" in text(signed_in.page(address(line)))
    partners.open_asking(line.evaluation)
    db.session.commit()
    assert "the link says so" not in text(signed_in.page(address(line)))
    partners.close_asking(line.evaluation)
    db.session.commit()
    assert "are closed, and the link says so" in text(signed_in.page(address(line)))


def test_a_line_is_corrected(signed_in, line):
    south = str(line.evaluation.areas[1].id)
    response = signed_in.fill(
        address(line), form=1, organisation="Oak", area=south, contact_name="", why_not="no"
    )
    assert "Saved." in text(response)
    db.session.expire_all()
    assert stakeholders.described(line) == Details(
        "nhs", "Oak", line.evaluation.areas[1], "", "sam@example.org", why_not="no"
    )


def test_who_has_begun_to_answer_keeps_its_kind_and_nothing_typed_is_lost(signed_in, line):
    making.partner_answer(line, sent=False)
    response = signed_in.fill(address(line), form=1, kind="police", why_not="typed <b>")
    assert response.status_code == 422
    assert "Its kind cannot be changed" in text(response) and "typed &lt;b&gt;</textarea>" in response.text
    db.session.expire_all()
    assert (line.kind, line.why_not) == ("nhs", "")


def test_a_new_link_replaces_the_old_one(signed_in, line):
    old = invitations.current_link(line)
    response = signed_in.fill(address(line))
    db.session.expire_all()
    new = invitations.current_link(line)
    assert new != old and new.spoken_code in text(response) and old.spoken_code not in text(response)
    assert invitations.find(old.token).ended_at


def test_somebody_without_a_link_gets_one(signed_in, evaluation):
    line = making.partner(evaluation)
    assert "This partner has no link that works." in text(signed_in.page(address(line)))
    signed_in.fill(address(line))
    assert invitations.current_link(db.session.get(Stakeholder, line.id, populate_existing=True))


def test_no_link_is_made_for_a_kind_without_questions(signed_in, evaluation):
    line = making.partner(evaluation, "family", "Families")
    assert signed_in.post(address(line, "/new-link")).status_code == 404


@pytest.mark.parametrize("form", [0, 1])
def test_a_lost_token_changes_nothing_and_says_so(signed_in, line, form):
    old = invitations.current_link(line)
    response = signed_in.fill(address(line), form=form, csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    db.session.expire_all()
    assert invitations.current_link(line) == old


def test_lines_of_other_evaluations_are_not_found(signed_in, evaluator, line):
    other = making.evaluation(evaluator, name="Another")
    for rest in ("", "/new-link", "/remove"):
        assert signed_in.post(register(other, f"/{line.id}{rest}")).status_code == 404
    assert signed_in.get(register(other, f"/{line.id}")).status_code == 404
    assert signed_in.get(register(other, f"/{10**30}")).status_code == 404
