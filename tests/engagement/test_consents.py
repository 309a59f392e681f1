"""What a teller takes back is gone: one use, or all that was said and made of it. Nobody else's is."""

from datetime import timedelta

import pytest

from survey.engagement import consents
from survey.engagement.safeguarding import raise_flag
from survey.records.base import db, now
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.retelling import CaseStudy, Quotation, SignificantChange
from survey.records.safeguarding import StoryFlag
from survey.records.session import Theme
from survey.records.story import Recording, Story, StoryConsent, StoryText
from survey.records.trail import TrailLine
from tests import making

MADE = (StoryText, Recording, SignificantChange, CaseStudy)


@pytest.fixture
def evaluation(app):
    return making.evaluation()


@pytest.fixture
def story(evaluation):
    return retold(making.story(evaluation, **said("Mine")))


@pytest.fixture
def noise(evaluation):
    return retold(making.story(evaluation, **said("Noise")))


def said(words):
    return {**making.EVERY_USE, "story_before": words, "story_contact_wanted": "yes", "story_contact": words}


def retold(story):
    """All that can be made of a story."""
    of = {"story_id": story.id, "evaluation_id": story.evaluation_id}
    theme = Theme(evaluation_id=story.evaluation_id, name=f"Theme of {story.id}")
    story.themes.append(theme)
    db.session.add_all(
        [
            StoryText(story_id=story.id, prompt="story_before", spans="[]", redacted="Mine"),
            Recording(
                story_id=story.id, prompt="story_before", file=f"f{story.id}", media_type="audio/wav", size=1
            ),
            Quotation(story_id=story.id, prompt="story_before", words="Mine"),
            SignificantChange(**of, panel="The panel", reasons="Because"),
            CaseStudy(**of, kind="journey", title="A journey"),
        ]
    )
    db.session.commit()
    return story


def given(story):
    db.session.expire_all()
    rows = db.session.query(StoryConsent).filter_by(story_id=story.id)
    return {row.purpose for row in rows if row.withdrawn_at is None}


def acts(act):
    return [line.detail for line in db.session.query(TrailLine).filter_by(act=act)]


def test_one_use_is_taken_back_and_a_second_time_changes_nothing(story, noise):
    consents.withdraw(story, "published")
    db.session.commit()
    [row] = db.session.query(StoryConsent).filter_by(story_id=story.id, purpose="published")
    row.withdrawn_at = first = now() - timedelta(days=3)
    db.session.commit()
    consents.withdraw(story, "published")
    db.session.commit()
    assert given(story) == {"learning", "quoted_unnamed", "quoted_named", "steering_group"}
    assert row.withdrawn_at == first and len(given(noise)) == 5
    assert acts("consent was taken back") == [f"story {story.id}; published"]


def test_a_use_that_was_never_given_leaves_no_line(evaluation):
    consents.withdraw(making.story(evaluation), "published")
    db.session.commit()
    assert acts("consent was taken back") == []


def test_nothing_that_was_said_or_made_of_it_is_left(story, noise):
    consents.take_back(story)
    db.session.commit()
    for kind in MADE:
        assert [row.story_id for row in db.session.query(kind)] == [noise.id], kind
    theirs = db.session.query(AnswerRow).join(Response)
    assert theirs.filter(Response.story_id == story.id).count() == 0
    assert theirs.filter(Response.story_id == noise.id).count() > 10
    assert [row.words for row in db.session.query(AnswerWords)] == ["Noise"]
    quotations = {row.story_id: row for row in db.session.query(Quotation)}
    assert quotations[story.id].words == "" and quotations[story.id].removed_at
    assert quotations[noise.id].words == "Mine" and quotations[noise.id].removed_at is None
    assert story.themes == [] and len(noise.themes) == 1


def test_its_number_stays_and_so_does_what_a_worry_needs(story):
    raise_flag(story, "coordinator", "A colleague worries")
    consents.take_back(story)
    db.session.commit()
    kept = db.session.get(Story, story.id)
    assert kept.taken_back_at and kept.response.submitted_at and kept.contact.details == "Mine"
    assert db.session.query(StoryFlag).filter_by(story_id=story.id).count() == 2


def test_no_name_and_no_phrase_of_it_is_left(story, noise):
    for each in (story, noise):
        raise_flag(each, "phrases", "a phrase of the story")
        raise_flag(each, "coordinator", "A colleague worries")
    consents.take_back(story)
    db.session.commit()
    names = {row.story_id: row.named_as for row in db.session.query(StoryConsent) if row.named_as}
    assert names == {noise.id: "Made-up Robin"}
    whys = [(flag.story_id, flag.why) for flag in db.session.query(StoryFlag) if flag.why]
    assert sorted(whys) == [
        (story.id, "A colleague worries"),
        (noise.id, "A colleague worries"),
        (noise.id, "a phrase of the story"),
    ]


def test_taking_it_back_twice_is_one_act(story):
    consents.take_back(story)
    db.session.commit()
    story.taken_back_at = first = now() - timedelta(days=3)
    db.session.commit()
    consents.take_back(story)
    db.session.commit()
    assert story.taken_back_at == first and acts("a story was taken back") == [f"story {story.id}"]


def test_one_that_was_never_sent_goes_without_a_word(evaluation):
    story = making.story(evaluation, sent=False, story_before="Draft")
    consents.take_back(story)
    db.session.commit()
    assert story.taken_back_at and db.session.query(AnswerWords).count() == 0
    assert acts("a story was taken back") == []


def test_a_quotation_that_was_removed_before_keeps_its_day(story):
    [quotation] = db.session.query(Quotation)
    quotation.removed_at = before = now() - timedelta(days=9)
    db.session.commit()
    consents.take_back(story)
    db.session.commit()
    assert quotation.removed_at == before and quotation.words == ""
