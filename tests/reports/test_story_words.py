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
