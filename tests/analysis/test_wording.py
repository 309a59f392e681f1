import pytest

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.tables import HIDDEN, IN_WORDS, UNITS, Column
from survey.analysis.wording import (
    DECIMALS,
    change_sentence,
    improved_sentence,
    interval_sentence,
    number,
    p_value,
    people,
    per_cent,
    rounded,
    score,
    shown,
    signed,
)

FROM_BEFORE, OF_SCALE, OF_POSSIBLE = "pct_relative_ratio_of_means", "pct_of_range", "pct_of_possible_means"
PER_PERSON = "pct_relative_mean_of_ratios"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (2.25, 1, "2.3"),
        (2.35, 1, "2.4"),
        (-2.25, 1, "−2.3"),
        (60.714, 0, "61"),
        (0.5, 0, "1"),
        (-0.04, 1, "0.0"),
        (12345, 0, "12,345"),
        (3, 2, "3.00"),
    ],
)
def test_numbers_are_rounded_for_people(value, decimals, text):
    assert rounded(value, decimals) == text


@pytest.mark.parametrize(("value", "text"), [(1.41, "+1.4"), (-0.3, "−0.3"), (0.01, "0.0"), (-0.01, "0.0")])
def test_changes_carry_their_sign(value, text):
    assert signed(value, 1) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (60.7, "61 per cent"),
        (0, "0 per cent"),
        (0.2, "less than 1 per cent"),
        (-12.5, "−13 per cent"),
        (-0.2, "between −1 and 0 per cent"),
    ],
)
def test_percentages_are_whole_and_hide_nothing(value, text):
    assert per_cent(value) == text


def test_small_counts_are_words():
    assert [number(0), number(9), number(10), number(1204)] == ["no", "nine", "10", "1,204"]
    assert [people(1), people(2), people(48)] == ["one person", "two people", "48 people"]


def test_other_figures():
    assert (score(3.75), p_value(0.0097), p_value(0.0004)) == ("3.8", "0.010", "below 0.001")


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        (None, "score", None, "–"),
        (3.75, "score", None, "3.8"),
        (-12.4, "per cent", None, "−12"),
        (48, "people", None, "48"),
        (1.416, "points", 2, "1.42"),
        ("2.5", "text", None, "2.5"),
        ("fewer than 10", "people", None, "fewer than 10"),
        (HIDDEN, "per cent", None, "hidden"),
    ],
)
def test_cells_are_rounded_by_their_column(value, unit, decimals, text):
    assert shown(value, Column("key", "Heading", unit, decimals)) == text


def test_a_rise_that_is_good_is_said_with_what_it_is_of(twelve, change_of):
    found = change_of(twelve)
    assert change_sentence("hope", "higher", found, FROM_BEFORE) == (
        "Hope rose by 61 per cent of its starting level, from 2.3 to 3.8 out of 5 (12 people)."
    )
    assert "by 35 per cent of the whole scale" in change_sentence("Hope", "higher", found, OF_SCALE)
    assert "by 53 per cent of the distance to the best answer" in change_sentence(
        "Hope", "higher", found, OF_POSSIBLE
    )


def test_a_fall_that_is_good_is_a_plain_fall(change_of):
    found = change_of([(4, 2)] * 5 + [(5, 2)] * 4, better="lower")
    sentence = change_sentence("Isolation", "lower", found, FROM_BEFORE)
    assert (
        sentence
        == "Isolation fell by 55 per cent of its starting level, from 4.4 to 2.0 out of 5 (nine people)."
    )
    assert " fell by 71 per cent of the dist" in change_sentence("Isolation", "lower", found, OF_POSSIBLE)


@pytest.mark.parametrize(
    ("better", "pair", "words"), [("higher", (4, 2), "it fell by"), ("lower", (2, 4), "it rose by")]
)
def test_getting_worse_is_said_plainly(change_of, better, pair, words):
    sentence = change_sentence("hope", better, change_of([pair] * 12, better=better), OF_SCALE)
    assert sentence.startswith(f"Hope got worse: {words} 50 per cent")


def test_no_change_is_said_plainly(change_of):
    sentence = change_sentence("Hope", "higher", change_of([(2, 3), (3, 2), (3, 3)]), FROM_BEFORE)
    assert sentence == (
        "Hope did not change on average: it was 2.7 out of 5 before and is the same now (three people)."
    )


def test_a_small_change_is_not_called_nought(change_of):
    sentence = change_sentence("Hope", "higher", change_of([(3, 3)] * 199 + [(3, 4)]), FROM_BEFORE)
    assert sentence == (
        "Hope rose by less than 1 per cent of its starting level, from 3.0 to 3.0 out of 5 (200 people)."
    )


def test_each_persons_percentage_may_point_the_other_way(change_of):
    found = change_of([(1, 3)] + [(5, 4)] * 5)
    assert change_sentence("Hope", "higher", found, PER_PERSON) == (
        "Hope got worse: it fell from 4.3 to 3.8 out of 5 (six people), "
        "a rise of 17 per cent of each person's own starting level, on average."
    )


def test_a_percentage_of_nothing_is_not_given(change_of):
    sentence = change_sentence("Calm", "higher", change_of([(0, 3)] * 12, 0, 10), FROM_BEFORE)
    assert sentence == (
        "Calm rose from 0.0 to 3.0 out of 10 (12 people). "
        "This cannot be given as a percentage of its starting level."
    )


@pytest.mark.parametrize("key", DEFINITIONS)
def test_without_answers_the_sentences_say_so(change_of, key):
    nobody = change_of([])
    assert "nobody has given a score" in change_sentence("Hope", "higher", nobody, key)
    assert interval_sentence(nobody, key).startswith("With fewer than 10 people")
    assert improved_sentence(nobody).startswith("Nobody")


def test_the_wrong_direction_is_refused(twelve, change_of):
    with pytest.raises(ValueError, match="higher is better"):
        change_sentence("Hope", "lower", change_of(twelve), FROM_BEFORE)


def test_the_interval_is_said_as_a_rise_or_a_fall(change_of):
    pairs = [(4, 2)] * 6 + [(5, 2)] * 5 + [(3, 3)] * 3
    fallen = change_of(pairs, better="lower")
    near, far = (rounded(abs(end), 0) for end in reversed(fallen.intervals[FROM_BEFORE]))
    assert interval_sentence(fallen, FROM_BEFORE) == (
        f"Allowing for chance, it could be a fall of between {near} and {far} per cent of its starting level "
        "(95 per cent interval)."
    )
    assert "an improvement of between" in interval_sentence(fallen, OF_POSSIBLE)


def test_an_interval_across_nought_says_both_ways(change_of):
    found = change_of([(3, 4), (3, 2), (2, 3), (4, 3)] * 5)
    sentence = interval_sentence(found, OF_SCALE)
    assert "anything between a fall of" in sentence and "and a rise of" in sentence
    assert "a worsening of" in interval_sentence(found, OF_POSSIBLE)


def test_an_interval_without_width_is_not_boasted_of(change_of):
    assert interval_sentence(change_of([(2, 3)] * 12), OF_SCALE).startswith("Everyone moved alike")
    assert interval_sentence(change_of([(0, 3)] * 12, 0, 10), FROM_BEFORE).startswith("We cannot say")


def test_how_many_improved(twelve, change_of):
    assert improved_sentence(change_of(twelve)) == (
        "Nine of 12 people (75 per cent) moved towards the good end, two stayed where they were and one "
        "moved away "
        "from it. Allowing for chance, that share could be between 47 and 91 per cent (95 per cent interval)."
    )


def test_all_and_none_improved(change_of):
    assert improved_sentence(change_of([(2, 3)] * 12)).startswith("All 12 people (100 per cent) moved")
    assert improved_sentence(change_of([(2, 3)])).startswith("The one person (100 per cent) moved")
    assert improved_sentence(change_of([(2, 1)] * 12)).startswith("None of 12 people (0 per cent) moved")
    assert "none stayed where they were and none moved away" in improved_sentence(change_of([(2, 3)] * 12))


def test_every_unit_is_words_or_has_its_decimals():
    assert set(UNITS) == {*DECIMALS, *IN_WORDS}


def test_bands_are_shown_as_they_are():
    column = Column("anyway", "Would have happened anyway", "band")
    assert [shown(cell, column) for cell in ("about half", HIDDEN, None)] == ["about half", "hidden", "–"]
