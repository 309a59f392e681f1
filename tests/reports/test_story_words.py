import pytest

from survey.access.telling import ENDED, WITHDRAWN
from survey.reports import story_words


@pytest.mark.parametrize("n, words", [
    (0, "There are no stories whose tellers let the team read them today."),
    (1, "There is one story whose teller lets the team read it today."),
    (12, "There are 12 stories whose tellers let the team read them today."),
])  # fmt: skip
def test_how_many_stories_may_be_read(n, words):
    assert story_words.readable(n) == words


def test_one_reason_stands_alone_and_several_with_how_many():
    assert story_words.reasons([ENDED, ENDED]) == "consent has ended"
    assert (
        story_words.reasons([ENDED, WITHDRAWN, ENDED]) == "consent was taken back (1), consent has ended (2)"
    )


def test_every_quotation_counts_for_one():
    assert story_words.quotations(1) == "one quotation was"
    assert story_words.quotations(12) == "12 quotations were"


def test_a_release_says_what_of_it_may_be_told_no_more():
    assert story_words.no_longer([]) == ""
    assert story_words.no_longer([WITHDRAWN]) == (
        "One quotation of this release may not be told any more: consent was taken back."
    )
    assert story_words.no_longer([WITHDRAWN, story_words.ERASED]).startswith("Two quotations of this release")


def test_before_the_downloads_it_is_said_in_number_what_not_to_hand_on():
    assert story_words.do_not_hand_on(0, True) == story_words.what_next(0, True) == ""
    assert story_words.do_not_hand_on(1, True) == (
        "Do not hand this on: one quotation in it may not be told any more. Make a new release."
    )
    assert story_words.do_not_hand_on(2, False) == (
        "Do not hand this on: two quotations in it may not be told any more. Use the newest release instead."
    )
    assert story_words.what_next(1, True) == "The next release will not hold it."
    assert story_words.what_next(2, True) == "The next release will not hold them."


@pytest.mark.parametrize("n, about, words", [
    (None, "about ", "the stories"), (0, "", "the stories"), (1, "", "the one story"),
    (12, "", "12 stories"), (25, "about ", "about 25 stories"),
])  # fmt: skip
def test_what_quotations_were_chosen_from(n, about, words):
    assert story_words.chosen(n, about) == f"Chosen by the team from {words} that it may read."
