import re

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from survey.analysis import bases, disclosure, hiding
from survey.analysis.caveats import caveats
from survey.analysis.change import change
from survey.analysis.headline import headline
from survey.analysis.tables import HIDDEN
from survey.analysis.wording import (
    MINUS,
    WORDS,
    change_sentence,
    interval_sentence,
    share_sentence,
    shown,
)
from survey.reports import releasing, sheets
from tests.reports.attack import World, released, revealed, told_apart

T = 10
KEY = "pct_relative_ratio_of_means"
POINTS = 5
COUNTS = st.sampled_from([1, 2, 3, 5, 9, 11, 20, 40, 60])


@st.composite
def worlds(draw):
    """Up to four areas and two levels; people in a few of the cells, as they are when most move alike."""
    shape = (draw(st.integers(1, 4)), draw(st.integers(1, 2)), POINTS, POINTS)
    counts = np.zeros((shape[0], 2, POINTS, POINTS), dtype=np.int64)
    places = st.tuples(*(st.integers(0, size - 1) for size in shape))
    for place, count in draw(st.dictionaries(places, COUNTS, max_size=30)).items():
        counts[place] = count
    return World(counts)


@pytest.fixture
def patch(monkeypatch):
    return monkeypatch


# The same worlds each time, and no search for a smaller one: a round of linear programmes takes a second.
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(world=worlds(), threshold=st.sampled_from([5, 10, 12]))
def test_nothing_small_can_be_worked_out_from_all_tables_together(patch, world, threshold):
    tables = released(world, threshold, patch)
    # A release that says nothing gives nothing away.
    assume(tables.change.safe.rows[0].cells["mean_before"] is not HIDDEN)
    assert revealed(world, tables, threshold) == []
    assert told_apart(world, tables, threshold) == []


def people(*rows):
    """A world of areas from (area, level, before, now, count)."""
    counts = np.zeros((1 + max(row[0] for row in rows), 2, POINTS, POINTS), dtype=np.int64)
    for *place, count in rows:
        counts[tuple(place)] = count
    return World(counts)


# One of three areas is small: without a second one hidden it is the whole less the rest, 102 - 53 - 48.
ONE_SMALL_AREA = people(
    (0, 1, 0, 1, 30), (0, 1, 1, 1, 23), (1, 1, 0, 1, 28), (1, 1, 1, 0, 20), (2, 1, 1, 2, 1)
)
# Everybody but one at the lowest answer: the mean alone tells who was not.
NEARLY_ALL_AT_AN_END = people((0, 1, 0, 1, 19), (0, 1, 1, 0, 1))


# All but one moved alike: how narrow the interval is would tell that one did not.
NEARLY_ALL_ALIKE = people((0, 1, 1, 2, 39), (0, 1, 1, 1, 1))


def test_control_an_interval_tells_who_moved_otherwise(patch):
    assert revealed(NEARLY_ALL_ALIKE, released(NEARLY_ALL_ALIKE, T, patch), T) == []
    patch.setattr(bases, "of_improved", lambda change: (change.n_pairs, change.n_pairs))
    patch.setattr(sheets, "SPECIAL_BASES", {**sheets.SPECIAL_BASES, "share_improved": lambda _: (0,)})
    found = revealed(NEARLY_ALL_ALIKE, released(NEARLY_ALL_ALIKE, T, patch), T)
    assert any("All: worse" in each for each in found)


def test_control_without_a_second_one_hidden_the_attack_succeeds(patch):
    assert told_apart(ONE_SMALL_AREA, released(ONE_SMALL_AREA, T, patch), T) == []
    alone = lambda parts, threshold, already=frozenset(): frozenset(  # noqa: E731
        name for name, counts in parts.items() if hiding.is_small(counts, threshold)
    )
    patch.setattr(disclosure, "parts_to_hide", alone)
    tables = released(ONE_SMALL_AREA, T, patch)
    assert "Area 2" in told_apart(ONE_SMALL_AREA, tables, T)
    assert any("Area 2: improved" in each for each in revealed(ONE_SMALL_AREA, tables, T))


def test_control_without_the_ends_of_the_scale_the_attack_succeeds(patch):
    assert revealed(NEARLY_ALL_AT_AN_END, released(NEARLY_ALL_AT_AN_END, T, patch), T) == []
    patch.setattr(bases, "of_means", bases.of_people)
    found = revealed(NEARLY_ALL_AT_AN_END, released(NEARLY_ALL_AT_AN_END, T, patch), T)
    assert any("1 before" in each for each in found)


NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Said of every release, whatever its figures are.
FIXED = re.compile(
    r"out of 5|95 per cent interval|more than (15|20) per cent|fewer than 10 people|One more outcome"
)
# A count in words is a count under ten.
IN_WORDS = re.compile(rf"\b({'|'.join(WORDS)}) p(?:eople|erson)\b", re.IGNORECASE)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(world=worlds())
def test_sentences_say_no_number_that_no_table_shows(patch, world):
    tables = released(world, T, patch)
    told = releasing.told([world.outcome], tables, KEY)["hope"]
    assume(told is not None)
    assert beside_the_tables(sentences(told), tables) == set()


def test_control_sentences_from_exact_figures_say_more(patch):
    exact = change(ONE_SMALL_AREA.counts.sum(axis=(0, 1)), np.zeros(5), np.zeros(5), 1, 5, "higher", draws=0)
    said = change_sentence("Hope", "higher", exact, KEY)
    assert beside_the_tables(said, released(ONE_SMALL_AREA, T, patch)) == {"102"}
    assert beside_the_tables("Nine people improved.", released(ONE_SMALL_AREA, T, patch)) == {"Nine"}


def sentences(told) -> str:
    named = {"Hope": told}
    every = [
        change_sentence("Hope", "higher", told, KEY),
        interval_sentence(told, KEY),
        share_sentence(told) if told.share_improved is not None else "",
        *headline(named, KEY),
        *caveats(named, "asked"),
    ]
    return " ".join(every)


def beside_the_tables(said: str, tables) -> set[str]:
    """The numbers in sentences that no released table shows."""
    cells = (
        shown(cell, column).lstrip(MINUS)
        for pair in tables.all
        for row in pair.safe.rows
        for column, cell in zip(pair.safe.columns, row.cells.values(), strict=True)
    )
    return set(NUMBER.findall(FIXED.sub("", said))) - set(cells) | set(IN_WORDS.findall(said))
