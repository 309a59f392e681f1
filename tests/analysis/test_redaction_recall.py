"""How much of what should go the suggestions find, on made-up stories. `pytest -s` prints the figures."""

from collections import Counter

import pytest

from survey.analysis import redaction
from tests.analysis import redaction_corpus as corpus

STYLES = ("usual", "small", "loud")
# A little below what was measured; see docs/decisions/redaction-is-a-help.md.
ALWAYS = dict.fromkeys(
    (
        *("NHS number", "National Insurance number", "telephone", "e-mail", "web address", "postcode"),
        *("date", "street"),
    ),
    0.97,
)
RECALL = {
    "usual": ALWAYS | {corpus.LISTED: 0.98, corpus.ELSEWHERE: 0.96, corpus.WORD_NAMES: 0.92, "place": 0.94},
    # Without capital letters only names of the lists are found: the page says so.
    "small": {corpus.LISTED: 0.92, corpus.ELSEWHERE: 0.25},
    "loud": {corpus.LISTED: 0.95},
}
PRECISION = {"name": 0.9, "perhaps name": 0.4, "street": 0.65, "organisation": 0.5}


@pytest.fixture(scope="module")
def read():
    """The stories, each with what is suggested."""
    return [(story, redaction.suggest(story.text)) for story in corpus.stories()]


def recall(read, *styles) -> tuple[dict[str, float], Counter]:
    """By kind, how many of the known spans are covered to their last letter."""
    found, total = Counter(), Counter()
    for story, suggestions in read:
        if story.style in styles:
            covered = {place for each in suggestions for place in range(each.start, each.end)}
            for start, end, kind in story.known:
                letters = {place for place in range(start, end) if story.text[place].isalnum()}
                total[kind] += 1
                found[kind] += letters <= covered
    return _shares(found, total), total


def precision(read) -> tuple[dict[str, float], Counter]:
    """By kind, how many suggestions lie on something known."""
    right, total = Counter(), Counter()
    for story, suggestions in read:
        for each in suggestions:
            total[each.kind] += 1
            right[each.kind] += any(start < each.end and each.start < end for start, end, _ in story.known)
    return _shares(right, total), total


def _shares(right: Counter, total: Counter) -> dict[str, float]:
    return {kind: right[kind] / total[kind] for kind in sorted(total)}


def said(name: str, figures: dict[str, float], total: Counter) -> str:
    return "\n".join(
        ["", name, *(f"  {kind:28} {share:6.1%} of {total[kind]}" for kind, share in figures.items())]
    )


def test_the_stories_are_the_same_each_time():
    assert len(corpus.stories()) == corpus.STORIES
    assert corpus.stories(20) == corpus.stories(20)
    assert corpus.stories(20) != corpus.stories(20, seed=1)


def test_what_is_known_stands_where_it_is_said_to_stand():
    for story in corpus.stories(100):
        for start, end, kind in story.known:
            assert story.text[start:end].strip() == story.text[start:end] != ""
            assert kind != "e-mail" or "@" in story.text[start:end]


@pytest.mark.parametrize("style", STYLES)
def test_recall(read, style):
    figures, total = recall(read, style)
    print(said(f"Recall, stories in {style} letters", figures, total))  # noqa: T201
    assert {kind: share for kind, share in figures.items() if share < RECALL[style].get(kind, 0)} == {}


def test_precision(read):
    figures, total = precision(read)
    print(said("Precision", figures, total))  # noqa: T201
    assert {kind: share for kind, share in figures.items() if share < PRECISION.get(kind, 0.9)} == {}


def test_control_names_are_missed_without_the_words_around_them(read):
    """The same measure, of suggestions without names: it falls to nothing for names alone."""
    shaped = [
        (story, [each for each in suggestions if "name" not in each.bracket]) for story, suggestions in read
    ]
    figures, _ = recall(shaped, "usual")
    assert figures[corpus.LISTED] < 0.1
    assert figures["postcode"] > 0.97
