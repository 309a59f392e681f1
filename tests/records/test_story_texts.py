"""The words of a story: as they were told, and as somebody confirmed them."""

import pytest

from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db
from survey.records.story import Recording, StoryText
from survey.records.story_texts import as_told, redacted
from tests import making

BEFORE, HAPPENED, DIFFERENT, PEOPLE = PROMPTS


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    making.confirmed(making.story(made, **dict.fromkeys(PROMPTS, "Noise of another story.")))
    return made


def spoken(story, prompt, transcript):
    story.recordings.append(
        Recording(
            prompt=prompt, file=f"{story.id} {prompt}", media_type="audio/ogg", size=1, transcript=transcript
        )
    )
    db.session.commit()


def test_words_come_in_the_order_of_the_prompts_without_those_left_out(evaluation):
    story = making.story(evaluation, **{PEOPLE: "Ask us.", BEFORE: "I was alone."})
    assert list(as_told(story).items()) == [(BEFORE, "I was alone."), (PEOPLE, "Ask us.")]


def test_only_answers_to_prompts_are_words_of_a_story(evaluation):
    story = making.story(
        evaluation, story_contact_wanted="yes", story_contact="0161 496 0000", use_quoted_named="one_year"
    )
    assert as_told(story) == {}


def test_what_was_typed_stands_before_what_was_spoken(evaluation):
    story = making.story(evaluation, **{BEFORE: "I was alone."})
    spoken(story, BEFORE, "Very much so.")
    spoken(story, HAPPENED, "Then she rang.")
    assert as_told(story) == {BEFORE: "I was alone.\n\nVery much so.", HAPPENED: "Then she rang."}


def test_a_recording_that_nobody_typed_up_has_no_words(evaluation):
    story = making.story(evaluation, **{BEFORE: "I was alone."})
    spoken(story, HAPPENED, "")
    assert as_told(story) == {BEFORE: "I was alone."}


def test_a_draft_has_its_words_and_a_story_taken_back_has_none(evaluation):
    assert as_told(making.story(evaluation, sent=False, **{BEFORE: "Not yet."})) == {BEFORE: "Not yet."}
    gone = making.confirmed(making.story(evaluation, **{BEFORE: "I was alone."}))
    spoken(gone, HAPPENED, "Then she rang.")
    making.take_back(gone)
    assert as_told(gone) == redacted(gone) == {}


def test_confirmed_words_come_in_the_order_of_the_prompts(evaluation):
    story = making.story(evaluation, **{BEFORE: "Betty was alone.", PEOPLE: "Ask Betty."})
    assert redacted(story) == {}
    for prompt in (PEOPLE, BEFORE):
        story.texts.append(StoryText(prompt=prompt, spans="[]", redacted=f"[name], {prompt}"))
    db.session.commit()
    assert list(redacted(story).items()) == [(BEFORE, f"[name], {BEFORE}"), (PEOPLE, f"[name], {PEOPLE}")]


def test_signs_of_every_kind_come_back_as_they_were_typed(evaluation):
    words = "<b>שלום</b> \N{FAMILY}\N{ZERO WIDTH JOINER} e\N{COMBINING ACUTE ACCENT} =1+1"
    assert as_told(making.story(evaluation, **{BEFORE: words})) == {BEFORE: words}
