"""Stories of the records: what their tellers agreed to, and what of their words may be told today."""

from datetime import timedelta

import pytest

from survey.access import stories, telling
from survey.access.telling import NAMED, RELEASE, REPORT, STEERING_PACK, UNNAMED, Decision, MayNotBeTold
from survey.engagement import consents, transcripts
from survey.records.base import db, now
from survey.records.retelling import Quotation
from survey.records.story import Recording
from tests import making
from tests.making import EVERY_USE

TOLD = {"story_before": "Betty was alone.", "story_happened": "Then we met."}
SAFE = {"story_before": "[name] was alone."}
OUTLETS = (REPORT, STEERING_PACK, RELEASE)


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    noise = making.evaluation(name="Another programme")
    for each in (made, noise):
        making.confirmed(making.story(each, story_before="Noise that may not be told."))
    return made


@pytest.fixture
def story(evaluation):
    return making.confirmed(making.story(evaluation, **TOLD, **EVERY_USE), **SAFE)


@pytest.fixture
def quotation(story):
    return quoted(story, "[name] was alone.")


def quoted(story, words, prompt="story_before", **known):
    placed = Quotation(story_id=story.id, prompt=prompt, words=words, outcome="isolation", **known)
    db.session.add(placed)
    db.session.commit()
    return placed


def spoken(story, prompt, transcript=""):
    recording = Recording(
        story_id=story.id, prompt=prompt, file=prompt, media_type="audio/ogg", size=1, transcript=transcript
    )
    db.session.add(recording)
    db.session.commit()
    return recording


def typed_up(recording, words):
    transcripts.type_up(recording, words, transcripts.stamp(recording))
    db.session.commit()
    db.session.expire_all()


def why(quotation, outlet=REPORT, today=None):
    with pytest.raises(MayNotBeTold) as refusal:
        stories.quote(quotation, outlet, today)
    return refusal.value.decision


def test_consents_as_the_records_have_them(evaluation):
    told = making.story(
        evaluation, use_learning="one_year", use_quoted_named="three_years", story_named_as="Robin"
    )
    consents.withdraw(told, "learning")
    db.session.commit()
    found = {each.purpose: each for each in stories.consents(told)}
    assert found.keys() == {"learning", "quoted_named"}
    assert [found["learning"].is_withdrawn, found["quoted_named"].is_withdrawn] == [True, False]
    assert [found["learning"].named_as, found["quoted_named"].named_as] == ["", "Robin"]
    assert found["quoted_named"].until.year == now().year + 3


def test_a_story_is_redacted_when_every_part_of_it_is(evaluation):
    told = making.story(evaluation, **TOLD, **EVERY_USE)
    assert not stories.is_redacted(told)
    making.confirmed(told)
    assert stories.is_redacted(told)
    told.texts.remove(told.texts[0])
    db.session.commit()
    assert not stories.is_redacted(told)


@pytest.mark.parametrize("prompt", ["story_before", "story_different"])
def test_what_is_typed_up_later_has_to_be_confirmed_too(story, prompt):
    """Typed to a part that was confirmed before, or to one that had no words until now."""
    recording = spoken(story, prompt)
    assert stories.is_redacted(story)
    typed_up(recording, "Betty said so.")
    assert not stories.is_redacted(story)
    assert stories.decide(story, RELEASE, UNNAMED) == Decision(False, telling.NOT_REDACTED)
    with pytest.raises(MayNotBeTold):
        stories.passages(story, STEERING_PACK, named=False)
    making.confirmed(story, **SAFE, story_different="[name] said so.")
    assert stories.decide(story, RELEASE, UNNAMED).may


def test_what_is_typed_up_later_takes_back_the_quotation_of_that_part_alone(story, quotation):
    other = quoted(story, "Then we met.", prompt="story_happened")
    typed_up(spoken(story, "story_before"), "Betty said so.")
    assert why(quotation) == Decision(False, telling.NOT_REDACTED)
    assert stories.quote(other, REPORT).words == "Then we met."


@pytest.mark.parametrize(
    ("words", "prompt"),
    [
        ("Betty was alone.", "story_before"),
        ("[name] was alone.", "story_happened"),
        ("[name] was alone.", "story_nothing"),
        ("", "story_before"),
        ("Noise that may not be told.", "story_before"),
    ],
)
def test_words_that_do_not_stand_in_the_confirmed_text_are_not_quoted(story, words, prompt):
    for outlet in OUTLETS:
        assert why(quoted(story, words, prompt), outlet).why == telling.NOT_REDACTED


def test_words_that_are_redacted_anew_are_quoted_no_longer(story, quotation):
    assert stories.quote(quotation, RELEASE).words == "[name] was alone."
    making.confirmed(story, story_before="[name] was [other].")
    assert why(quotation, RELEASE).why == telling.NOT_REDACTED


@pytest.mark.parametrize("outlet", OUTLETS)
def test_a_quotation_says_where_it_is_told_and_of_what(story, quotation, outlet):
    told = stories.quote(quotation, outlet)
    assert (told.words, told.outlet, told.story) == ("[name] was alone.", outlet, story.id)
    assert (told.outcome, told.name) == ("isolation", "")
    assert (
        stories.quote(quoted(story, "Then we met.", "story_happened", named=True), outlet).name
        == "Made-up Robin"
    )


def test_the_uses_are_those_of_the_day(story, quotation):
    last = story.consents[0].until
    assert stories.quote(quotation, RELEASE, last)
    assert why(quotation, RELEASE, last + timedelta(days=1)).why == telling.ENDED
    assert stories.may_be_read(story, last).may
    assert stories.may_be_read(story, last + timedelta(days=1)).why == telling.ENDED


@pytest.mark.parametrize(
    ("purpose", "gone"),
    [
        ("learning", {REPORT}),
        ("quoted_unnamed", {REPORT, STEERING_PACK, RELEASE}),
        ("quoted_named", set()),
        ("steering_group", {STEERING_PACK}),
        ("published", {RELEASE}),
    ],
)
def test_one_use_taken_back_ends_what_needs_it_and_nothing_else(story, quotation, purpose, gone):
    consents.withdraw(story, purpose)
    db.session.commit()
    told = {outlet: stories.decide(story, outlet, UNNAMED).may for outlet in OUTLETS}
    assert told == {outlet: outlet not in gone for outlet in OUTLETS}
    for outlet in gone:
        assert why(quotation, outlet) == Decision(False, telling.WITHDRAWN, purpose)


def test_a_story_is_read_by_the_team_before_it_is_redacted_and_not_without_its_use(evaluation):
    told = making.story(evaluation, **TOLD, **EVERY_USE)
    assert stories.may_be_read(told).may
    assert not stories.may_be_read(making.story(evaluation, **TOLD, use_published="one_year")).may
    assert not stories.may_be_read(making.story(evaluation, sent=False, **TOLD, **EVERY_USE)).may


def test_nothing_of_a_story_taken_back_is_told(story, quotation):
    making.take_back(story)
    assert stories.may_be_read(story).why == telling.TAKEN_BACK
    assert {why(quotation, outlet).why for outlet in OUTLETS} == {telling.TAKEN_BACK}
    assert {stories.decide(story, outlet, NAMED).why for outlet in OUTLETS} == {telling.TAKEN_BACK}
    with pytest.raises(MayNotBeTold):
        stories.passages(story, STEERING_PACK, named=True)


def test_passages_are_the_whole_story_in_order_without_names_and_places(story):
    told = stories.passages(story, STEERING_PACK, named=True)
    assert {prompt: each.words for prompt, each in told.items()} == TOLD | SAFE
    assert list(told) == list(TOLD)
    assert {(each.outlet, each.name, each.story) for each in told.values()} == {
        (STEERING_PACK, "Made-up Robin", story.id)
    }


def test_passages_that_may_not_be_told_there_are_refused(evaluation):
    told = making.confirmed(making.story(evaluation, **TOLD, **(EVERY_USE | {"use_steering_group": "no"})))
    with pytest.raises(MayNotBeTold) as refusal:
        stories.passages(told, STEERING_PACK, named=False)
    assert refusal.value.decision == Decision(False, telling.NEVER_GIVEN, "steering_group")
