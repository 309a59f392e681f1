from collections import Counter
from random import Random

import pytest

from survey.commands import made_up_stories
from survey.commands.made_up_stories import TOPICS, WENT, stories
from survey.questionnaires import story_ids as ids

OFFERED = tuple(TOPICS)


@pytest.fixture(scope="module")
def many():
    return stories(Random(1), 400, OFFERED)


def test_the_same_seed_makes_the_same_stories():
    assert stories(Random(7), 20, OFFERED) == stories(Random(7), 20, OFFERED)
    assert stories(Random(7), 20, OFFERED) != stories(Random(8), 20, OFFERED)


def test_stories_are_about_what_is_offered_only():
    for made in stories(Random(1), 100, ("hope", "something_else")):
        assert set(made.typed[ids.ABOUT]) <= {"hope", "something_else"}
        assert set(made.about) <= {"hope"}


def test_a_direction_belongs_to_what_a_story_is_about(many):
    for made in many:
        given = {name.removesuffix(ids.DIRECTION) for name in made.typed if name.endswith(ids.DIRECTION)}
        assert given <= set(made.about)


def test_most_got_better_and_some_did_not(many):
    ways = Counter(
        made.typed[name][0] for made in many for name in made.typed if name.endswith(ids.DIRECTION)
    )
    assert ways.keys() == WENT.keys() - {"not_said"}
    assert ways[ids.BETTER] > sum(ways.values()) / 2


def test_every_name_and_place_that_is_told_is_known(many):
    """CONTROL: what stands in a story and is not among the hidden would stay in it."""
    made_up = {word for _, words in made_up_stories.FILLED.values() for word in words}
    for made in many:
        text = " ".join(made.typed[prompt][0] for prompt in ids.PROMPTS if prompt in made.typed)
        assert "{" not in text
        hidden = {word for word, _ in made.hidden}
        assert {word for word in made_up if word in text} <= {
            part for word in hidden for part in made_up if part in word
        }


def test_some_leave_a_part_empty_and_all_say_something(many):
    told = Counter(sum(prompt in made.typed for prompt in ids.PROMPTS) for made in many)
    assert told[4] > told[3] > 0


def test_uses_differ_and_a_name_comes_with_being_named_alone(many):
    for made in many:
        named = made.typed[ids.use_of(ids.QUOTED_NAMED)] != [ids.NO]
        assert (ids.NAMED_AS in made.typed) == named
        assert made.typed[ids.use_of(ids.LEARNING)] != [ids.NO]
    for purpose in (ids.QUOTED_UNNAMED, ids.STEERING_GROUP, ids.PUBLISHED):
        assert {tuple(made.typed[ids.use_of(purpose)]) for made in many} == {
            ("no",),
            ("one_year",),
            ("three_years",),
        }
