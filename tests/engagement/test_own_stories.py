"""What a teller's pages ask of the records the short way, and stories that are begun once."""

import pytest

from survey.engagement import consents, invitations, own_stories, safeguarding, telling
from survey.engagement.own_stories import AskedFor
from survey.records.base import db
from survey.records.story import Story
from tests import making

KEY = "0123456789abcdef" * 2


@pytest.fixture
def evaluation(app):
    making.story(making.evaluation(name="Noise"))
    return making.evaluation()


def both_say(evaluation):
    """Whether a story can be begun, by the short way and by the long one, which never differ."""
    db.session.commit()
    short, long = own_stories.can_begin(evaluation.id), telling.is_open(evaluation)
    assert short == long
    return short


def test_the_short_way_says_as_the_long_one_does_at_every_point(evaluation):
    assert not both_say(evaluation), "not yet asked for"
    lead = making.lead(evaluation)
    assert not both_say(evaluation)
    telling.open_telling(evaluation)
    assert both_say(evaluation)
    lead.active = False
    assert not both_say(evaluation), "nobody looks after worries"
    making.lead(evaluation, "second@example.org")
    assert both_say(evaluation)
    telling.close_telling(evaluation)
    assert not both_say(evaluation)


def test_a_residents_story_is_begun_once_and_found_again(evaluation):
    making.lead(evaluation)
    telling.open_telling(evaluation)
    person, other = making.people(evaluation, 2)
    assert own_stories.of_resident(person.id) is None
    first = own_stories.begin_or_find(person.id)
    assert own_stories.begin_or_find(person.id) == first == own_stories.of_resident(person.id)
    assert own_stories.of_resident(other.id) is None and not first.is_told
    [story] = db.session.query(Story).filter_by(evaluation_id=evaluation.id)
    assert (story.way, story.resident_id) == ("link", person.id)
    assert invitations.find(first.link.token).id == story.id


def test_one_that_was_told_is_told_and_one_that_was_taken_back_is_nobodys(evaluation):
    [person] = making.people(evaluation)
    story = making.story(evaluation, way="link", resident=person)
    assert own_stories.of_resident(person.id).is_told
    consents.take_back(story)
    assert own_stories.of_resident(person.id) is None


def test_a_replaced_link_leads_by_the_new_one(evaluation):
    [person] = making.people(evaluation)
    story = making.story(evaluation, way="link", resident=person)
    invitations.replace(story, *invitations.prepare(1))
    db.session.commit()
    assert own_stories.of_resident(person.id).link == invitations.current_link(story)


def test_a_form_pressed_twice_begins_one_story(evaluation):
    first, again = (own_stories.begin_once(evaluation, "poster", KEY) for _ in range(2))
    other = own_stories.begin_once(evaluation, "poster", KEY[::-1])
    assert first == again != other
    assert db.session.query(Story).filter_by(evaluation_id=evaluation.id).count() == 2


def test_where_another_press_was_quicker_its_story_is_found(evaluation, monkeypatch):
    first = own_stories.begin_once(evaluation, "poster", KEY)
    db.session.commit()
    monkeypatch.setattr(invitations, "find", lambda _token: None)
    assert own_stories.begin_once(evaluation, "poster", KEY) == first
    assert db.session.query(Story).filter_by(evaluation_id=evaluation.id).count() == 1


def test_the_link_of_a_story_is_known_by_its_token(evaluation):
    link = own_stories.begin_once(evaluation, "poster", KEY)
    assert own_stories.link(link.token) == link


def test_a_story_hangs_on_a_link_where_it_was_begun_from_one(evaluation):
    [person] = making.people(evaluation)
    own = making.story(evaluation, way="link", resident=person)
    assert own_stories.hangs_on_a_link(own.id)
    assert not own_stories.hangs_on_a_link(making.story(evaluation).id)


def test_a_wish_to_be_contacted_is_open_until_it_is_settled(evaluation):
    story = making.story(evaluation, story_contact_wanted="yes", story_contact="01632 960 001")
    silent = making.story(evaluation, story_contact_wanted="yes")
    nothing = making.story(evaluation)
    assert own_stories.asked_for(story.id) == AskedFor(contact=True, keeps_how=True)
    assert own_stories.asked_for(silent.id) == AskedFor(contact=True, keeps_how=False)
    assert own_stories.asked_for(nothing.id) == AskedFor(contact=False, keeps_how=False)
    for flag in safeguarding.open_flags(evaluation):
        safeguarding.settle(flag, "contacted", "We spoke.")
    db.session.commit()
    assert own_stories.asked_for(story.id) == AskedFor(contact=False, keeps_how=False)
