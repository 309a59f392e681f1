"""Sending a story keeps what was agreed to and how to reach its teller, apart from its words, and once."""

from datetime import date

import pytest

from survey.engagement import responses, stories
from survey.engagement.stories import years_later
from survey.records.base import db, now
from survey.records.response import AnswerWords
from survey.records.safeguarding import StoryFlag
from survey.records.story import StoryConsent, StoryContact
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def evaluation(app):
    noise = making.evaluation(name="Noise")
    making.story(noise, **making.EVERY_USE, story_contact_wanted="yes", story_contact="Noise 1")
    return making.evaluation()


def consents(story):
    rows = db.session.query(StoryConsent).filter_by(story_id=story.id)
    return {row.purpose: (row.until, row.named_as) for row in rows}


def flags(story):
    return {flag.raised_by: flag.why for flag in db.session.query(StoryFlag).filter_by(story_id=story.id)}


def words():
    return {row.words for row in db.session.query(AnswerWords)}


def test_each_use_is_kept_until_its_own_day_and_no_other_for_it(evaluation):
    said = {"use_learning": "three_years", "use_published": "one_year", "use_quoted_unnamed": "no"}
    story = making.story(evaluation, **said)
    today = now().date()
    assert consents(story) == {
        "learning": (years_later(today, 3), ""),
        "published": (years_later(today, 1), ""),
    }
    kept = db.session.query(StoryConsent).filter_by(story_id=story.id).all()
    assert {row.wording for row in kept} == {2} and not any(row.withdrawn_at for row in kept)


def test_what_is_left_out_is_no(evaluation):
    assert consents(making.story(evaluation, story_before="Mine")) == {}


def test_the_chosen_name_is_kept_with_its_use_and_nowhere_else(evaluation):
    named = making.story(evaluation, use_quoted_named="one_year", story_named_as="Blossom")
    assert consents(named)["quoted_named"][1] == "Blossom" and "Blossom" not in words()
    unnamed = making.story(evaluation, use_quoted_unnamed="one_year", story_named_as="Petal")
    assert "Petal" not in repr(consents(unnamed)) and "Petal" not in words()


def test_how_to_reach_a_teller_stands_apart_and_raises_a_worry(evaluation):
    story = making.story(evaluation, story_contact_wanted="yes", story_contact="01632 960 001")
    assert story.contact.details == "01632 960 001" and "01632 960 001" not in words()
    assert flags(story) == {"teller": ""}


@pytest.mark.parametrize("wanted", ["no", ""])
def test_who_did_not_ask_for_it_is_not_reached(evaluation, wanted):
    story = making.story(evaluation, story_contact_wanted=wanted, story_contact="01632 960 002")
    assert story.contact is None and flags(story) == {}
    assert db.session.query(StoryContact).count() == 1 and "01632 960 002" not in words()


def test_who_asked_and_did_not_say_how_is_not_forgotten(evaluation):
    story = making.story(evaluation, story_contact_wanted="yes")
    assert story.contact is None and flags(story) == {"teller": ""}


def test_a_story_that_worries_is_put_before_the_lead_and_otherwise_as_any_other(evaluation):
    story = making.story(evaluation, story_before="I wanted to kill myself.", **making.EVERY_USE)
    assert set(flags(story)) == {"phrases"} and len(consents(story)) == 5
    assert "I wanted to kill myself." in words()


def test_the_trail_has_one_line_of_nobodys_without_a_word(evaluation):
    story = making.story(evaluation, story_before="Secret words")
    responses.submit(story.response)
    db.session.commit()
    lines = db.session.query(TrailLine).filter_by(evaluation_id=evaluation.id, act="a story was told").all()
    assert [(line.detail, line.user_id) for line in lines] == [(f"story {story.id}", None)]


def test_a_draft_agrees_to_nothing_yet(evaluation):
    story = making.story(evaluation, sent=False, **making.EVERY_USE, story_contact_wanted="yes")
    assert consents(story) == {} and flags(story) == {} and story.contact is None


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2026, 11, 22), 1, date(2027, 11, 22)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 3, date(2031, 2, 28)),
        (date(2025, 2, 28), 3, date(2028, 2, 28)),
    ],
)
def test_years_later_is_the_same_day_or_the_last_of_february(day, years, later):
    assert years_later(day, years) == later


def test_a_story_has_a_link_of_its_own(evaluation):
    story = making.story(evaluation, sent=False)
    assert len(story.invitations) == 1 and stories.which(story) == f"story {story.id}"
