"""Phrases that may mean a worry: a help for the safeguarding lead, and never a filter."""

import pytest
from sqlalchemy import select

from survey.access import stories as access
from survey.engagement import safeguarding, stories, story_queue
from survey.records.base import db
from survey.records.safeguarding import PHRASES, TELLER, StoryFlag
from survey.records.story_texts import as_told
from tests import making


@pytest.fixture
def made(app):
    return making.evaluation()


def flags(story):
    query = select(StoryFlag.raised_by, StoryFlag.why).where(StoryFlag.story_id == story.id)
    return [tuple(row) for row in db.session.execute(query)]


def test_a_phrase_puts_a_story_before_the_lead(made):
    story = making.story(made, story_before="He hits me.", story_different="I want to die")
    assert flags(story) == [(PHRASES, "hits me, want to die")]


def test_words_across_two_prompts_are_no_phrase(made):
    assert flags(making.story(made, story_before="He hits", story_happened="me")) == []


def test_a_teller_who_asks_for_contact_is_a_worry_of_its_own(made):
    story = making.story(made, story_before="He hits me.", story_contact_wanted="yes")
    assert sorted(flags(story)) == [(PHRASES, "hits me"), (TELLER, "")]


def test_how_to_be_reached_is_not_searched(made):
    story = making.story(
        made, story_before="All is well.", story_contact_wanted="yes", story_contact="not safe, 1 Elm Road"
    )
    assert flags(story) == [(TELLER, "")]


def test_a_story_without_a_phrase_is_hidden_from_nobody_and_stays_as_it_is(made):
    """Beside the same story with a phrase in it: the team meets both alike."""
    quiet = making.story(made, story_before="All is well.", **making.EVERY_USE)
    loud = making.story(made, story_before="He hits me.", **making.EVERY_USE)
    assert flags(quiet) == []
    listed = {each.id: (each.state, each.decision) for each in story_queue.listed(made)}
    assert listed[quiet.id] == listed[loud.id]
    assert access.may_be_read(quiet).may and access.may_be_read(loud).may
    assert as_told(quiet) == {"story_before": "All is well."}
    assert as_told(loud) == {"story_before": "He hits me."}
    assert {each.purpose for each in quiet.consents} == {each.purpose for each in loud.consents}


def test_a_colleague_can_raise_a_worry_about_a_story_without_a_phrase(made):
    quiet = making.story(made, story_before="All is well.")
    safeguarding.raise_flag(quiet, "coordinator", "It reads sad.")
    assert len(flags(quiet)) == 1


def test_control_without_the_list_nothing_is_raised(made, monkeypatch):
    monkeypatch.setattr(stories.worries, "found", lambda text: ())
    assert flags(making.story(made, story_before="He hits me.")) == []
