"""The stories of the worked example are kept once and then looked at; nothing here changes them."""

import re
from collections import Counter
from datetime import timedelta

import pytest

from survey.access import stories as access
from survey.access import telling as outlets
from survey.access.telling import RELEASE, REPORT, STEERING_PACK, MayNotBeTold
from survey.commands import example_stories, made_up_telling
from survey.commands.example_stories import COUNT
from survey.engagement import doors, safeguarding, story_queue, telling
from survey.engagement.areas import AreaDetails
from survey.records import story_frames
from survey.records.base import db, now
from survey.records.retelling import Quotation
from survey.records.story import Recording, Story
from survey.records.story_texts import redacted
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture(scope="module")
def evaluation(kept_app):
    """As example_evaluations.walking has it, with few residents and partners."""
    areas = [AreaDetails("Derby", {"one": 310, "two": 175}), AreaDetails("Thurrock", {"two": 260})]
    made = making.evaluation(areas=areas)
    making.people(made, 5, linked=False)
    making.partner(made, "police", "Made-up police team")
    example_stories.keep(made, making.user())
    db.session.commit()
    return made


@pytest.fixture(scope="module")
def told(evaluation):
    query = db.select(Story).where(Story.evaluation_id == evaluation.id).order_by(Story.id)
    return [story for story in db.session.scalars(query) if story.response.submitted_at]


def why(quotation, outlet):
    try:
        access.quote(quotation, outlet)
    except MayNotBeTold as refusal:
        return refusal.decision.why
    return ""


def test_stories_are_told_in_every_way_and_one_is_half_told(evaluation, told):
    assert len(told) == COUNT
    assert db.session.scalar(db.select(db.func.count(Story.id))) == COUNT + 1
    assert Counter(story.way for story in told) == {"poster": 28, "session": 8, "link": 4, "written_down": 2}
    assert all(bool(story.resident_id) == (story.way == "link") for story in told)
    assert all(bool(story.session_id) == (story.way in ("session", "written_down")) for story in told)


def test_telling_is_open_and_the_owner_has_both_duties(evaluation):
    assert telling.is_open(evaluation)
    assert [user.email for user in telling.leads(evaluation)] == ["eva@example.org"]
    assert doors.current(evaluation)


def test_the_queue_holds_stories_of_every_state(evaluation):
    assert Counter(each.state for each in story_queue.listed(evaluation)) == {
        "ready": 32,
        "to_redact": 4,
        "unread": 5,
        "taken_back": 1,
    }
    whys = {each.decision.why for each in story_queue.listed(evaluation)} - {""}
    assert whys == {outlets.NEVER_GIVEN, outlets.WITHDRAWN, outlets.ENDED, outlets.TAKEN_BACK}
    assert story_frames.counted(evaluation, now().date()) == 36


def test_no_name_or_place_is_left_in_what_was_confirmed(told):
    made_up = [word for _, words in made_up_telling.FILLED.values() for word in words]
    confirmed = [words for story in told for words in redacted(story).values()]
    assert len(confirmed) > 90 and any("[name]" in words for words in confirmed)
    assert not [word for word in made_up for words in confirmed if word in words]


def test_quotations_may_be_told_or_not_for_every_reason(evaluation):
    quotations = list(db.session.scalars(db.select(Quotation).order_by(Quotation.id)))
    reasons = [tuple(why(each, outlet) for outlet in (REPORT, STEERING_PACK, RELEASE)) for each in quotations]
    assert reasons[:5] == [
        ("ended", "ended", "ended"),
        ("", "", "ended"),
        ("", "", "withdrawn"),
        ("withdrawn", "withdrawn", "withdrawn"),
        ("", "", ""),
    ]
    assert set(reasons[5:]) == {("", "", "")}
    assert [each.named for each in quotations].count(True) == 1
    assert len({each.outcome for each in quotations}) >= 4


def test_no_sentence_is_quoted_twice_and_each_speaks_of_what_it_stands_under(told):
    quotations = list(db.session.scalars(db.select(Quotation)))
    sentences = [each for quoted in quotations for each in re.split(r"(?<=[.?]) ", quoted.words)]
    assert len(set(sentences)) == len(sentences) > len(quotations) > 10
    for quoted in quotations:
        speaks_of = (made_up_telling.SPEAKS_OF, made_up_telling.BEFORE, {None: made_up_telling.HAPPENED})
        texts = [text for texts in speaks_of for text in texts.get(quoted.outcome, ())]
        assert re.sub(r"\[\w+\]", "", quoted.words) in [re.sub(r"\{\w+\}", "", text) for text in texts]


def test_everything_was_told_before_today_and_what_was_agreed_to_counts_from_then(told):
    for story in told:
        assert story.response.submitted_at <= now()
        for consent in story.consents:
            assert consent.until > consent.given_at.date() + timedelta(days=360)
            assert consent.given_at == story.response.submitted_at


def test_one_worry_waits_and_two_are_settled(evaluation):
    [waiting] = safeguarding.open_flags(evaluation)
    assert waiting.story.contact.details.startswith("Made-up ")
    settled = safeguarding.settled_flags(evaluation)
    assert {flag.raised_by for flag in settled} == {"teller", "coordinator"}
    assert all(flag.story.contact is None and flag.note.startswith("Made up: ") for flag in settled)


def test_one_part_was_spoken(evaluation):
    [recording] = db.session.scalars(db.select(Recording))
    assert recording.media_type == "audio/wav"
    assert recording.transcript == ""


def test_the_trail_holds_no_word_of_a_story(evaluation):
    details = " ".join(line.detail for line in db.session.scalars(db.select(TrailLine)))
    names = [word for _, words in made_up_telling.FILLED.values() for word in words]
    assert "Made-up" not in details and not [name for name in names if name in details]
