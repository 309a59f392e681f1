from datetime import timedelta

import pytest

from survey.engagement import responses
from survey.records.base import db
from survey.records.response import Response
from tests.reading import text
from tests.web.respondent import answering


@pytest.fixture
def sent(client, resident, home):
    """This client has sent answers: better, the same and harder."""
    scores = {"control": 4, "control_then": 2, "isolation": 5, "isolation_then": 5}
    answering.draft(resident, scores | {"hope": 1, "hope_then": 3})
    client.fill(f"{home}/check", follow=False)
    return f"{home}/thank-you"


def reference():
    db.session.rollback()
    return db.session.query(Response).one().reference


def test_thanks_a_reference_and_ones_own_change(client, sent):
    page = client.page(sent)
    words = text(page)
    assert "Thank you" in words and reference() in words
    assert "This is better for you than before: Feeling in control." in words
    assert "This is the same as before: Isolation." in words
    assert "This is harder for you than before: Hope for the future. It is not your fault." in words
    assert page.xpath("//*[local-name()='svg'][@class='flower']")
    assert "A small team at Example Council will read your answers" in words


def test_another_browser_sees_the_reference_and_no_flower(app, sent):
    words = text(app.test_client().get(sent))
    assert reference() in words
    assert "before" not in words and "Feeling in control" not in words


def test_after_half_an_hour_the_flower_is_gone(client, sent):
    db.session.query(Response).one().submitted_at -= timedelta(minutes=31)
    db.session.commit()
    assert "before" not in text(client.page(sent))
    assert client.get(sent.replace("thank-you", "my-flower.pdf")).status_code == 303


def test_finishing_forgets_it_at_once_and_ends_on_a_page_that_says_nothing(client, home, sent):
    assert client.page(sent).xpath("//form/@action") == [f"{home}/forget"]
    response = client.fill(sent)
    assert response.request.path == "/goodbye"
    assert reference() not in text(response)
    assert "before" not in text(client.page(sent))


def test_the_flower_can_be_kept_as_paper_by_this_browser_only(app, client, home, sent):
    paper = client.get(f"{home}/my-flower.pdf")
    assert paper.mimetype == "application/pdf" and paper.data.startswith(b"%PDF-")
    assert paper.headers["Cache-Control"] == "no-store"
    assert app.test_client().get(f"{home}/my-flower.pdf").location == home


def test_the_flower_of_one_person_is_not_opened_by_the_cookie_of_another(client, resident, sent):
    other = answering.evaluation_with_one(name="Another")
    responses.submit(answering.draft(other, {"control": 5, "control_then": 1}))
    db.session.commit()
    theirs = client.page(f"{answering.home(other)}/thank-you")
    assert "before" not in text(theirs)
    assert client.get(f"{answering.home(other)}/my-flower.pdf").status_code == 303


def test_sending_again_later_adds_no_time(client, home, sent):
    response = db.session.query(Response).one()
    response.submitted_at -= timedelta(minutes=31)
    key = response.submission_key
    db.session.commit()
    again = client.post(f"{home}/check", data={"submission_key": key})
    assert again.location == sent and "Set-Cookie" not in again.headers
    assert "before" not in text(client.page(sent))


def test_at_the_first_wave_the_flower_shows_now_only(client):
    resident = answering.evaluation_with_one("waves")
    home = answering.home(resident)
    answering.draft(resident, {"control": 4})
    client.fill(f"{home}/check")
    words = text(client.page(f"{home}/thank-you"))
    assert "This is how things are for you now. When we ask again" in words
    assert "no answer for before" not in words


def test_at_the_follow_up_the_before_is_what_was_answered_then(client):
    resident = answering.evaluation_with_one("waves")
    home = answering.home(resident)
    responses.submit(answering.draft(resident, {"control": 2}))
    answering.open_next_wave(resident)
    answering.draft(resident, {"control": 4})
    client.fill(f"{home}/check")
    assert "better for you than before: Feeling in control." in text(client.page(f"{home}/thank-you"))


def test_before_anything_is_sent_there_is_no_thank_you(client, home):
    assert client.get(f"{home}/thank-you").location == home
    assert client.get(f"{home}/my-flower.pdf").location == home


def test_the_first_page_leads_back_to_the_flower_in_this_browser(app, client, home, sent):
    assert client.page(home).xpath("//main//a/@href") == [sent]
    assert "flower" not in text(app.test_client().get(home))
