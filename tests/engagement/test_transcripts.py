import pytest
from sqlalchemy import select

from survey.access.telling import NOT_REDACTED, REPORT
from survey.engagement import quotations, transcripts
from survey.engagement.quotations import Wanted
from survey.engagement.transcripts import ChangedMeanwhile
from survey.records.base import db
from survey.records.safeguarding import PHRASES, StoryFlag
from survey.records.story_texts import as_told, redacted
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE

TYPED = {"story_before": "Before.", "story_happened": "Happened."}


@pytest.fixture
def story(app):
    made = making.story(making.evaluation(), **TYPED, **EVERY_USE)
    making.recording(made)
    return making.confirmed(made)


@pytest.fixture
def recording(story):
    return story.recordings[0]


def type_up(recording, words, shown=None):
    new = transcripts.type_up(recording, words, transcripts.stamp(recording) if shown is None else shown)
    db.session.commit()
    db.session.expire_all()
    return new


def test_what_is_typed_up_is_told_with_what_was_typed_and_waits_to_be_confirmed(story, recording):
    assert type_up(recording, "Spoken.")
    assert as_told(story) == {"story_before": "Before.\n\nSpoken.", "story_happened": "Happened."}
    # That part alone is confirmed no longer.
    assert redacted(story) == {"story_happened": "Happened."}


def test_quotations_of_that_part_wait_and_those_of_others_stand(story, recording):
    here = quotations.place(story, Wanted("story_before", "Before.", None, False))
    there = quotations.place(story, Wanted("story_happened", "Happened.", None, False))
    type_up(recording, "Spoken.")
    assert quotations.decide(here, REPORT).why == NOT_REDACTED and quotations.decide(there, REPORT).may
    # Confirmed again, with the same words in it, it may be told; control: without them it may not.
    making.confirmed(story, story_before="Something else.")
    assert not quotations.decide(here, REPORT).may
    making.confirmed(story)
    assert quotations.decide(here, REPORT).may


def test_saving_the_same_again_takes_nothing_back(story, recording):
    type_up(recording, "Spoken.")
    making.confirmed(story)
    assert not type_up(recording, "Spoken.")
    assert redacted(story).keys() == as_told(story).keys()
    lines = db.session.scalars(select(TrailLine).where(TrailLine.act == "typed up a recording")).all()
    assert [line.detail for line in lines] == [f"story {story.id}"]


def test_two_who_type_at_once_do_not_lose_each_others_words(story, recording):
    shown = transcripts.stamp(recording)
    type_up(recording, "The first.")
    with pytest.raises(ChangedMeanwhile):
        type_up(recording, "The second.", shown)
    db.session.rollback()
    assert recording.transcript == "The first."


def test_phrases_that_may_mean_a_worry_are_put_before_the_lead_once(story, recording):
    def flags():
        query = select(StoryFlag).where(StoryFlag.story_id == story.id).order_by(StoryFlag.id)
        return [(flag.raised_by, flag.why) for flag in db.session.scalars(query)]

    type_up(recording, "All is well.")
    assert flags() == []
    type_up(recording, "I thought of suicide.")
    assert flags() == [(PHRASES, "suicid")]
    # Corrected, it says nothing that the lead was not told.
    type_up(recording, "I thought of suicide then.")
    assert flags() == [(PHRASES, "suicid")]


def test_a_recording_is_found_with_its_own_story(story, recording):
    other = making.story(story.evaluation, **EVERY_USE)
    assert transcripts.of(story, recording.id) is recording
    assert transcripts.of(other, recording.id) is None and transcripts.of(story, 10**6) is None
