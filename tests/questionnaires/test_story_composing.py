"""What a teller is asked: every part can be left out, no use is given before it is asked for."""

import pytest

from survey.questionnaires import loading, pace, routing, story_ids
from survey.questionnaires.answers import SKIPPED, Answer, understand
from survey.questionnaires.model import Choice, Question
from survey.questionnaires.story_composing import compose_story
from survey.questionnaires.story_ids import (
    ABOUT,
    CONTACT,
    CONTACT_WANTED,
    NAMED_AS,
    PROMPTS,
    PURPOSES,
    use_of,
)


def outcome(name):
    points = tuple(Choice(number, str(number)) for number in range(1, 6))
    return Question(name, "scale", name.title(), f"How is your {name}?", choices=points, better="higher")


@pytest.fixture
def asked():
    return compose_story([outcome("hope"), outcome("sleep")])


def pages(asked, **chosen):
    answers = {name: Answer(name, "answered", choices=tuple(values)) for name, values in chosen.items()}
    return [page.id for page in routing.visible_pages(asked, answers)]


def test_the_order_is_prompts_what_it_is_about_contact_and_uses_last(asked):
    assert pages(asked) == [*PROMPTS, ABOUT, *story_ids.TRIADS, CONTACT_WANTED, *map(use_of, PURPOSES)]


def test_which_way_is_asked_of_what_was_chosen_alone(asked):
    assert "hope_direction" not in pages(asked)
    shown = pages(asked, story_about=["sleep", "something_else"])
    assert "sleep_direction" in shown and "hope_direction" not in shown
    assert shown.index("sleep_direction") == shown.index(ABOUT) + 1


def test_every_outcome_can_be_chosen_and_something_else_too(asked):
    values = [choice.value for choice in asked.question(ABOUT).choices]
    assert values == ["hope", "sleep", "something_else"]
    page = asked.page("sleep_direction")
    assert (page.title, page.text) == ("Sleep", "Sleep")
    assert [choice.value for choice in page.questions[0].choices] == list(story_ids.DIRECTIONS)


def test_how_to_reach_somebody_and_which_name_wait_for_a_yes(asked):
    assert CONTACT not in pages(asked, story_contact_wanted=["no"])
    assert CONTACT in pages(asked, story_contact_wanted=["yes"])
    assert NAMED_AS not in pages(asked, use_quoted_named=["no"])
    assert all(NAMED_AS in pages(asked, use_quoted_named=[years]) for years in story_ids.YEARS)


def test_every_question_can_be_left_out_and_every_use_begins_with_no(asked):
    for question in asked.questions:
        assert understand(question, []).state == SKIPPED
    for purpose in PURPOSES:
        values = [choice.value for choice in asked.question(use_of(purpose)).choices]
        assert values == ["no", "one_year", "three_years"]


def test_the_first_use_says_what_is_chosen_and_that_empty_means_no(asked):
    texts = [asked.page(use_of(purpose)).text for purpose in PURPOSES]
    assert "leave one empty, that means no" in texts[0] and texts[1:] == [""] * 4


def test_prompts_take_twenty_thousand_signs_of_any_script(asked):
    for prompt in PROMPTS:
        assert asked.question(prompt).longest == 20_000


def test_the_lengths_said_at_the_start_are_the_shortest_and_the_longest_way(asked):
    everything = {"story_about": ["hope", "sleep"], "story_contact_wanted": ["yes"]}
    assert pace.fewest(asked) == len(pages(asked))
    assert pace.length(asked) == len(pages(asked, **everything, use_quoted_named=["one_year"]))


def test_it_is_kept_and_read_again_as_it_is(asked):
    again = loading.from_json(loading.to_json(asked))
    assert again == asked and again.digest == asked.digest
    assert compose_story([outcome("hope")]).digest != asked.digest
