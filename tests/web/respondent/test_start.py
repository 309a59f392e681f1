import pytest

from survey.engagement import invitations, responses, waves
from survey.records.base import db
from survey.records.response import Response
from tests import making
from tests.reading import text
from tests.web.respondent import answering


def test_the_first_page_says_what_this_is_and_changes_nothing(client, home):
    words = text(client.page(home))
    for said in (
        "Example Council",
        "There are 10 to 13 short questions. It depends",
        "about 3 minutes",
        "leave out any question",
    ):
        assert said in words
    for said in ("stop at any time", "Who reads your answers", "What we do with them", "Get help now"):
        assert said in words
    assert client.head(home).status_code == 200
    client.get(home)
    assert db.session.query(Response).count() == 0


def test_level_one_has_a_short_way(client):
    home = answering.home(answering.evaluation_with_one("waves", "one"))
    assert "There are 4 short questions. It takes less than a minute." in text(client.page(home))


def test_agreeing_begins_and_leads_to_the_first_question(client, resident, home):
    response = client.fill(home, follow=False)
    assert (response.status_code, response.location) == (303, f"{home}/control")
    begun = db.session.query(Response).one()
    assert (begun.resident_id, begun.consent_version) == (resident.id, responses.CONSENT_VERSION)
    assert client.post(home).location == f"{home}/control"
    assert db.session.query(Response).count() == 1


def test_coming_back_on_another_device_carries_on_where_one_left(app, client, resident, home):
    client.fill(home)
    client.fill(f"{home}/control", control="4", control_then="2")
    other = app.test_client()
    page = other.page(home)
    assert "9 questions left of 10" in text(page)
    assert page.xpath("//a[text()='Carry on']/@href") == [f"{home}/someone-to-rely-on"]
    assert other.page(f"{home}/control").xpath("//input[@name='control' and @checked]/@value") == ["4"]


def test_with_every_question_done_carrying_on_is_checking(client, resident, home):
    answering.draft(resident)
    page = client.page(home)
    assert page.xpath("//a[text()='Carry on']/@href") == [f"{home}/check"]
    assert "check your answers and send them" in text(page)


def test_the_link_alone_never_shows_what_was_sent(app, client, resident, home):
    responses.submit(answering.draft(resident, {"control": 4, "control_then": 2}))
    db.session.commit()
    words = text(client.page(home))
    assert "We have your answers" in words
    assert db.session.query(Response).one().reference in words
    assert "in control" not in words and "flower" not in words
    assert client.post(home).location == home


def test_before_the_evaluation_opens_there_is_nothing_to_answer(client):
    home = answering.home(making.people(making.evaluation(opened=False))[0])
    assert "The questions are not open at the moment" in text(client.page(home))
    assert client.post(home).location == home


def test_a_wave_that_closes_half_way_is_told_kindly(client, resident, home):
    draft = answering.draft(resident, {"control": 4}, skip_rest=False)
    waves.close_wave(resident.evaluation, draft.wave)
    db.session.commit()
    assert "closed before your answers were sent. We are sorry." in text(client.page(home))


def test_the_same_link_asks_again_at_the_next_wave(client):
    resident = answering.evaluation_with_one("waves")
    home = answering.home(resident)
    responses.submit(answering.draft(resident, {"control": 2}))
    answering.open_next_wave(resident, at_once=False)
    assert "We have your answers" in text(client.page(home))
    answering.open_next_wave(resident)
    assert "How are things for you?" in text(client.page(home))
    assert client.fill(home, follow=False).location == f"{home}/control"


@pytest.mark.parametrize("path", ["", "/control", "/check", "/thank-you", "/my-flower.pdf"])
def test_an_unknown_link_offers_the_code(client, path):
    response = client.get(f"/a/aaaabbbbccccdddd{path}")
    assert response.status_code == 404
    assert 'name="code"' in response.text and "We do not know this link" in text(response)


@pytest.mark.parametrize("path", ["", "/control", "/check"])
def test_a_replaced_link_says_so_and_takes_nothing(client, resident, home, path):
    client.fill(home)
    invitations.replace(resident, invitations.prepare(1)[0])
    db.session.commit()
    for response in (client.get(home + path), client.post(home + path, data={"control": "4"})):
        assert response.status_code == 410
        assert "replaced by a newer one" in text(response)
    assert answering.kept(resident) == {}


def test_made_up_evaluations_say_so(client):
    home = answering.home(answering.evaluation_with_one(made_up=True))
    assert "Made-up answers" in text(client.page(home))
