"""From a resident's own link to their story: one story, whose uses they reach by the same link."""

import pytest

from survey.engagement import invitations, waves
from survey.engagement import telling as asking_for
from survey.records.base import db
from tests import making
from tests.reading import text
from tests.web.respondent import telling
from tests.web.respondent.telling import stories

BUTTON = "//form[contains(@action, '/story')]"


@pytest.fixture
def evaluation(app):
    return telling.asking()


@pytest.fixture
def person(evaluation):
    made = making.people(evaluation, 2)
    for each in made:
        making.answer(each, control=3)
    return made[0]


@pytest.fixture
def home(person):
    return f"/a/{invitations.current_link(person).token}"


def test_pages_after_sending_offer_it_and_pressing_begins_it_once(client, home, person):
    for part in ("", "/thank-you"):
        assert client.page(home + part).xpath(BUTTON)
    first, again = (client.post(f"{home}/story").location for _ in range(2))
    [story] = stories()
    assert first == again == telling.home(story)
    assert (story.way, story.resident_id) == ("link", person.id)


def test_the_first_page_says_what_hangs_on_the_own_link(client, home):
    page = text(client.page(client.post(f"{home}/story").location))
    assert "You came here from your own link. Your story will be tied to it." in page
    assert "or if someone may be in danger. They have to write down why." in page


def test_the_own_link_leads_on_to_a_story_that_was_begun_and_to_the_uses_of_one_that_was_told(client, home):
    at = client.post(f"{home}/story").location
    assert "It is not sent yet" in text(client.page(home))
    client.fill(at)
    telling.on_to_check(client, at, **making.EVERY_USE)
    client.fill(f"{at}/check")
    page = client.page(home)
    assert client.page(home).xpath("//main//section//a/@href") == [at] and not page.xpath(BUTTON)
    assert text(client.page(at)).count("Yes, until") == 5


def test_after_taking_it_back_another_can_be_told(client, home):
    at = client.post(f"{home}/story").location
    client.fill(at)
    client.fill(f"{at}/take-back")
    assert client.page(home).xpath(BUTTON)
    assert client.post(f"{home}/story").location != at and len(stories()) == 2


def test_a_closed_page_offers_it_too(client, evaluation):
    [person] = making.people(evaluation)
    waves.close_wave(evaluation, waves.planned(evaluation)[0])
    db.session.commit()
    assert client.page(f"/a/{invitations.current_link(person).token}").xpath(BUTTON)


def test_while_no_stories_are_asked_for_nothing_is_said_and_nothing_begun(client, home, evaluation):
    asking_for.close_telling(evaluation)
    db.session.commit()
    assert not client.page(home).xpath(BUTTON)
    assert client.post(f"{home}/story").location == home and stories() == []


def test_before_answering_and_to_partners_nothing_is_said(client, evaluation):
    [person] = making.people(evaluation)
    partner = making.partner(evaluation, linked=True)
    making.partner_answer(partner)
    for holder in (person, partner):
        at = f"/a/{invitations.current_link(holder).token}"
        assert not client.page(at).xpath(BUTTON)
    assert client.post(f"{at}/story").location == at and stories() == []


def test_another_evaluations_stories_open_nothing_here(client):
    quiet = making.evaluation(name="Asks for none")
    [person] = making.people(quiet)
    making.answer(person, control=3)
    assert not client.page(f"/a/{invitations.current_link(person).token}").xpath(BUTTON)
