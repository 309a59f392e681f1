from datetime import date, datetime

import pytest

from survey.access import telling as door
from survey.engagement import quotations, story_queue, story_tags
from survey.engagement.story_tags import About
from survey.questionnaires.story_ids import DIRECTIONS
from survey.records.story import WAYS, StoryConsent
from survey.web.evaluator.story_words import HOW_TOLD, OUTLETS, STATES, WENT, agreed, asked
from tests import making
from tests.making import EVERY_USE

TODAY = date(2026, 11, 22)


def test_everything_has_words():
    assert HOW_TOLD.keys() == set(WAYS) and STATES.keys() == set(story_queue.STATES)
    assert WENT.keys() == set(DIRECTIONS)
    assert tuple(OUTLETS) == quotations.OUTLETS and set(OUTLETS) == set(door.OUTLETS) - {door.TEAM}


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (None, "No"),
        (StoryConsent(until=TODAY, named_as=""), "Yes, until 22 November 2026"),
        (StoryConsent(until=TODAY, named_as="Bee"), "Yes, until 22 November 2026, as “Bee”"),
        (StoryConsent(until=date(2026, 11, 21), named_as="Bee"), "Ended on 21 November 2026"),
        (
            StoryConsent(until=TODAY, named_as="Bee", withdrawn_at=datetime(2026, 11, 3, 12)),
            "Taken back on 3 November 2026",
        ),
    ],
)
def test_a_use_says_until_when_and_a_name_only_while_it_holds(app, consent, said):
    with app.test_request_context("/"):
        assert agreed(consent, TODAY) == said


def test_tags_are_spoken_of_in_the_words_of_the_questions(app):
    evaluation = making.evaluation()
    given = {"triad_who": "me_people", "triad_about": "does_not_apply"}
    story = making.story(evaluation, story_about=["hope"], hope_direction="worse", **given, **EVERY_USE)
    questions = asked(evaluation)
    tags = story_tags.of(story)
    assert [questions.about(each) for each in story_tags.about(tags)] == ["Hope for the future: got worse"]
    assert [answer for _, answer in questions.triads(tags)] == ["Me and people I know", "None of these"]
    assert questions.triads({}) == []
    assert questions.about(About("gone_by_now", "")) == "gone_by_now"
    assert questions.titles["story_before"] == "What was going on"
    with app.test_request_context("/"):
        uses = dict(questions.uses(story, TODAY))
    assert list(uses)[0] == "Learning in the team" and len(uses) == 5
