"""Before a story is sent: uses with their last day, and kind words on what was perhaps not meant."""

import pytest

from survey.engagement.stories import years_later
from survey.records.base import now
from tests import making
from tests.reading import text
from tests.web.respondent import telling

UNREAD = "So the team will not read it or use it. That is all right."
UNQUOTED = "none of your words will be shown"
NO_WORDS, NO_CONTACT = "no words in your story yet", "tell us how to reach you"
NO_NAME = "You said yes to a name, but did not write one."


@pytest.fixture
def check(client):
    """The words of the check page of a story with these answers."""
    evaluation = telling.asking()

    def page(**given):
        story = making.story(evaluation, sent=False, **given)
        return text(client.page(f"{telling.home(story)}/check"))

    return page


def test_a_use_says_its_last_day_and_none_says_no(check):
    page = check(
        story_before="x", use_learning="one_year", use_published="three_years", use_steering_group="no"
    )
    for years in (1, 3):
        day = years_later(now().date(), years)
        assert f"Yes, until {day.day} {day:%B} {day.year} Change" in page
    assert "May we show it to the steering group? No Change" in page
    assert "quote some of your words, without your name? No Change" in page


def test_which_way_things_went_is_told_by_their_names(check):
    page = check(
        story_about=["control", "isolation"], control_direction="better", isolation_direction="worse"
    )
    assert "Feeling in control It got better Change" in page
    assert "In your story, which way did this go?" not in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, {UNREAD, NO_WORDS}),
        ({"story_before": "x"}, {UNREAD}),
        ({"story_before": "x", "use_learning": "no"}, {UNREAD}),
        ({"story_before": "x", "use_published": "one_year"}, {UNREAD}),
        ({"story_before": "x", **making.EVERY_USE}, set()),
        ({"story_before": "x", "use_learning": "one_year"}, set()),
        ({"story_before": "x", "use_learning": "one_year", "use_published": "one_year"}, {UNQUOTED}),
        (
            {"story_before": "x", **making.EVERY_USE, "use_quoted_named": "no", "use_quoted_unnamed": "no"},
            {UNQUOTED},
        ),
        ({"story_before": "x", **making.EVERY_USE, "story_contact_wanted": "yes"}, {NO_CONTACT}),
        ({"story_before": "x", **making.EVERY_USE, "story_named_as": ""}, {NO_NAME}),
        (
            {
                "story_before": "x",
                **making.EVERY_USE,
                "story_contact_wanted": "yes",
                "story_contact": "Tel 1",
            },
            set(),
        ),
    ],
)
def test_what_was_perhaps_not_meant_is_said_and_nothing_else(check, given, said):
    page = check(**given)
    assert {each for each in (UNREAD, UNQUOTED, NO_WORDS, NO_CONTACT, NO_NAME) if each in page} == said


def test_what_is_added_from_the_check_leads_through_the_new_parts_alone_and_back(client):
    at = telling.begun(client, telling.asking())
    telling.on_to_check(client, at, story_about=["hope"], hope_direction="better")
    more = {"story_about": ["hope", "control", "isolation"]}
    reply = client.fill(f"{at}/story-about?back=check", follow=False, **more)
    for part in ("control-direction", "isolation-direction"):
        assert reply.location == f"{at}/{part}?back=check"
        # Back leads to the part before and never straight here again.
        [back] = client.page(reply.location).xpath("//a[text()='Back']/@href")
        assert back.endswith("?back=check") and part not in back
        reply = client.fill(reply.location, follow=False)
    assert reply.location == f"{at}/check"
    assert client.get(f"{at}/check").status_code == 200
