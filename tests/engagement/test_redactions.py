import json

import pytest

from survey.access import stories as access
from survey.access import trail
from survey.engagement import redactions
from survey.engagement.redactions import ChangedMeanwhile, Chosen
from survey.engagement.stories import MayNotBeRead
from survey.records.base import db
from survey.records.story_texts import as_told, redacted
from tests import making

TOLD = {"story_before": "I met Mary in Leeds.", "story_different": "Mary and I, mary’s cat, and hope."}


@pytest.fixture
def story(app):
    return making.story(making.evaluation(), **TOLD, **making.EVERY_USE)


def everything(story):
    return Chosen({row.key: row.bracket for row in redactions.rows(story)})


def confirm(story, chosen):
    redactions.confirm(story, redactions.spans(story, chosen), redactions.stamp(story))
    db.session.commit()


def test_the_same_words_are_one_decision(story):
    found = {row.words: (row.bracket, len(row.places), row.goes) for row in redactions.rows(story)}
    assert found == {"Mary": ("name", 3, True), "Leeds": ("place", 1, True)}


def test_what_is_chosen_goes_and_the_rest_stays(story):
    confirm(story, everything(story))
    assert redacted(story) == {
        "story_before": "I met [name] in [place].",
        "story_different": "[name] and I, [name]’s cat, and hope.",
    }
    assert access.is_redacted(story)
    assert as_told(story) == TOLD


def test_words_of_ones_own_go_wherever_they_stand(story):
    confirm(story, Chosen({}, (("HOPE", "other"), ("mary", "name"))))
    assert redacted(story) == {
        "story_before": "I met [name] in Leeds.",
        "story_different": "[name] and I, [name]’s cat, and [other].",
    }
    assert redactions.is_in(story, "leeds")
    assert not redactions.is_in(story, "York")


def test_a_story_in_which_nothing_is_taken_out_is_confirmed_too(story):
    confirm(story, Chosen({}))
    assert redacted(story) == TOLD
    assert access.is_redacted(story)


def test_what_was_confirmed_is_there_again(story):
    confirm(story, Chosen({redactions.rows(story)[0].key: "other"}))
    found = {row.words: (row.kind, row.bracket, row.goes) for row in redactions.rows(story)}
    assert found == {
        "Mary": (redactions.CONFIRMED, "other", True),
        "Leeds": ("perhaps place", "place", False),
    }


def test_spans_are_kept_as_places_in_the_words_as_told(story):
    confirm(story, everything(story))
    texts = {text.prompt: json.loads(text.spans) for text in story.texts}
    assert texts["story_before"] == [[6, 10, "name"], [14, 19, "place"]]


def test_a_part_that_is_new_is_suggested_afresh_beside_what_was_confirmed(story):
    confirm(story, everything(story))
    making.recording(story, "story_happened", "Then Brian came.")
    assert not access.is_redacted(story)
    found = {row.words: (row.kind, row.goes) for row in redactions.rows(story)}
    assert found["Brian"] == ("name", True)
    assert found["Mary"] == (redactions.CONFIRMED, True)


def test_words_that_changed_meanwhile_are_not_confirmed(story):
    shown = redactions.stamp(story)
    making.recording(story, transcript="And Brian.")
    with pytest.raises(ChangedMeanwhile):
        redactions.confirm(story, redactions.spans(story, everything(story)), shown)
    assert redacted(story) == {}


def test_of_two_who_confirm_at_the_same_time_the_second_is_told(story):
    shown = redactions.stamp(story)
    redactions.confirm(story, redactions.spans(story, everything(story)), shown)
    with pytest.raises(ChangedMeanwhile):
        redactions.confirm(story, redactions.spans(story, Chosen({})), shown)
    assert redacted(story)["story_before"] == "I met [name] in [place]."


def test_a_story_that_was_taken_back_is_not_confirmed(story):
    cut, shown = redactions.spans(story, everything(story)), redactions.stamp(story)
    making.take_back(story)
    with pytest.raises(MayNotBeRead):
        redactions.confirm(story, cut, shown)
    assert story.texts == []


def test_a_story_without_learning_is_not_confirmed(app):
    story = making.story(making.evaluation(), **TOLD)
    with pytest.raises(MayNotBeRead):
        confirm(story, everything(story))


def test_the_trail_says_which_story_and_not_a_word_of_it(story):
    confirm(story, everything(story))
    line = trail.of(story.evaluation, None, 1)[0]
    assert (line.act, line.detail) == ("redacted a story", f"story {story.id}")


def test_the_stamp_of_a_result_tells_one_from_another(story):
    some, none = redactions.spans(story, everything(story)), redactions.spans(story, Chosen({}))
    assert redactions.result(story, none) == TOLD
    assert redactions.stamp_of_result(story, some) != redactions.stamp_of_result(story, none)


def test_a_story_full_of_names_has_an_end(app, monkeypatch):
    monkeypatch.setattr(redactions, "MOST_ROWS", 2)
    story = making.story(making.evaluation(), story_before="Then Mary, Brian, Janet and Ahmed came.")
    assert [row.words for row in redactions.rows(story)] == ["Mary", "Brian"]
