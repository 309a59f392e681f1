"""What a release tells of stories, and what it says of quotations that the one before had."""

import pytest

from survey.access.telling import WITHDRAWN
from survey.analysis.tables import HIDDEN
from survey.engagement import residents
from survey.questionnaires.story_ids import LEARNING, PUBLISHED, QUOTED_UNNAMED
from survey.records.base import db
from survey.reports import release_stories
from survey.reports.release_stories import Last, draft, may_still_be_told
from tests import making
from tests.reports.files import findings
from tests.reports.story_worlds import WORDS, about, end, quote, told, withdraw

T = 5


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def last(evaluation, number=1):
    return Last(number, draft(evaluation, T).stories.quotations)


def since(evaluation, before):
    return draft(evaluation, T, before).stories.since


def test_what_was_in_the_last_release_and_is_no_more_is_said_with_the_reason(evaluation):
    stories = [told(evaluation) for _ in range(5)]
    for story in stories:
        quote(story)
    before = last(evaluation)
    assert since(evaluation, before) == ""
    withdraw(stories[0], PUBLISHED)
    assert since(evaluation, before) == (
        "Since release 1, one quotation was taken out: consent was taken back."
    )
    end(stories[1], QUOTED_UNNAMED)
    making.take_back(stories[2])
    assert since(evaluation, before) == (
        "Since release 1, three quotations were taken out: the story was taken back (1), "
        "consent was taken back (1), consent has ended (1)."
    )
    assert [each.story for each in draft(evaluation, T, before).stories.quotations] == [
        story.id for story in stories[3:]
    ]


def test_what_went_since_is_not_added_to_what_is_left_out(evaluation):
    stories = [told(evaluation) for _ in range(5)]
    for story in stories:
        quote(story)
    withdraw(stories[0], PUBLISHED)
    before = last(evaluation, 3)
    assert draft(evaluation, T, before).stories.left_out == (
        "One quotation was left out: consent was taken back.",
    )
    withdraw(stories[1], PUBLISHED)
    making.take_back(stories[2])
    said = draft(evaluation, T, before).stories
    assert said.since.startswith("Since release 3, two quotations were taken out: ")
    assert said.left_out == (
        "Two quotations were left out, one of which was in release 3: consent was taken back.",
    )
    withdraw(stories[3], PUBLISHED)
    [left_out] = draft(evaluation, T, before).stories.left_out
    assert left_out.startswith("Three quotations were left out, two of which were in release 3: ")


def test_where_all_that_is_left_out_stood_in_the_last_release_that_is_said(evaluation):
    stories = [told(evaluation) for _ in range(2)]
    for story in stories:
        quote(story)
    before = last(evaluation)
    for story, said in zip(
        stories,
        ("One quotation was left out, which was in", "Two quotations were left out, all of which were in"),
        strict=True,
    ):
        withdraw(story, PUBLISHED)
        assert draft(evaluation, T, before).stories.left_out == (
            f"{said} release 1: consent was taken back.",
        )


def test_who_was_erased_is_said_to_be_gone(evaluation):
    [person] = making.people(evaluation)
    story = told(evaluation, way="link", resident=person)
    quote(story)
    before = last(evaluation)
    residents.erase(evaluation, person.code)
    db.session.commit()
    assert "the person who told it was erased" in since(evaluation, before)


def test_what_the_team_took_out_itself_is_not_laid_at_a_tellers_door(evaluation):
    placed = quote(told(evaluation))
    before = last(evaluation)
    placed.removed_at, placed.words = placed.placed_at, ""
    db.session.commit()
    assert draft(evaluation, T, before).gone == ()


def test_consent_taken_back_before_the_last_release_is_not_said_again(evaluation):
    story = told(evaluation)
    quote(story)
    withdraw(story, PUBLISHED)
    assert since(evaluation, last(evaluation)) == ""


def test_consent_that_is_taken_back_while_a_release_is_made_is_seen(evaluation):
    story = told(evaluation)
    quote(story)
    made = draft(evaluation, T).stories
    assert may_still_be_told(evaluation, made) and may_still_be_told(evaluation, None)
    withdraw(story, PUBLISHED)
    assert not may_still_be_told(evaluation, made)


def test_a_release_that_kept_no_stories_had_no_quotations():
    assert Last.of(findings()) == Last(3, ())


def test_the_words_of_a_release_tell_no_count_that_no_table_shows(evaluation):
    for _ in range(3):
        told(evaluation, **about("hope", "better"))
    made = draft(evaluation, T)
    assert made.stories.sentence == release_stories.NOTHING
    assert made.stories.went("hope") == "" and not made.shows_figures
    assert all(cell is HIDDEN for pair in made.pairs for row in pair.safe.rows for cell in row.cells.values())


def test_one_story_or_none_reads_alike(evaluation):
    """A release does not tell by leaving tables or rows out whether anybody told a story."""
    making.story(evaluation, sent=False)
    none = draft(evaluation, T).stories
    told(evaluation, **about("hope", "better"))
    assert draft(evaluation, T).stories == none


def test_one_story_more_shows_nothing_that_stands_on_few(evaluation):
    for _ in range(6):
        told(evaluation, **about("hope", "better"))
    for _ in range(6):
        told(evaluation, **about("control"))
    before = draft(evaluation, T)
    assert before.shows_figures
    told(evaluation, **about("stress", "worse"))
    after = draft(evaluation, T)
    for made in (before, after):
        for pair in made.pairs:
            for exact, safe in zip(pair.exact.rows, pair.safe.rows, strict=True):
                for key, cell in safe.cells.items():
                    assert cell is HIDDEN or min(exact.bases[key]) >= T, (pair.safe.name, exact.key, key)
    rows = {row.key: row.cells["n"] for row in after.stories.tables[1].rows}
    assert rows["stress"] is HIDDEN and rows["hope"] == 5


def test_stories_that_the_team_may_not_learn_from_are_quoted_and_not_counted(evaluation):
    story = told(evaluation)
    quote(story)
    withdraw(story, LEARNING)
    assert [each.words for each in draft(evaluation, T).stories.quotations] == [WORDS]
    assert [row.cells["n"] for row in draft(evaluation, T).pairs[0].exact.rows][0] == 0


@pytest.mark.parametrize(("count", "shown"), [(0, HIDDEN), (T - 1, HIDDEN), (T, 5), (T + 3, 10)])
def test_a_release_says_of_how_many_stories_its_tables_are(evaluation, count, shown):
    told(evaluation, use_learning="no")
    for _ in range(count):
        told(evaluation)
    first = draft(evaluation, T).stories.tables[0]
    assert first.name == "story_count" and [row.cells["n"] for row in first.rows] == [shown]
    assert any("five people or stories" in note for note in first.notes) == (shown is HIDDEN)


@pytest.mark.parametrize("count, of", [(3, "the stories"), (13, "about 15 stories")])
def test_what_was_chosen_from_is_said_in_the_released_number_or_in_none(evaluation, count, of):
    for number in range(count):
        story = told(evaluation)
        quote(story) if not number else None
    said = draft(evaluation, T).stories.note
    assert said.startswith(f"Chosen by the team from {of} that it may read. Words in [square brackets]")


def test_why_the_words_of_one_release_may_be_told_no_more_needs_no_other(evaluation):
    stories = [told(evaluation) for _ in range(2)]
    for story in stories:
        quote(story)
    before = last(evaluation)
    assert release_stories.gone(evaluation, before) == ()
    withdraw(stories[0], PUBLISHED)
    assert release_stories.gone(evaluation, before) == draft(evaluation, T, before).gone == (WITHDRAWN,)
