"""The first sentence: true for every mix of better, worse and unchanged."""

import numpy as np
import pytest

from survey.analysis.change import change, moves_from_pairs
from survey.analysis.definitions import FROM_BEFORE, SHARE_OF_SCALE
from survey.analysis.headline import headline


def made(pairs, better="higher", times=12):
    return change(*moves_from_pairs(pairs * times, 1, 5), 1, 5, better)


def test_all_better_names_the_smallest_and_the_largest():
    named = {"Hope": made([(2, 4)]), "Control": made([(4, 5)]), "Isolation": made([(4, 2)], "lower")}
    said, chance = headline(named, FROM_BEFORE.key)
    assert said == (
        "All three outcomes moved towards the good end on average, by between 25 per cent (Control) "
        "and 100 per cent (Hope) of their starting level."
    )
    assert chance.startswith("Control: ") and " Hope: " in chance and "Isolation" not in chance


def test_two_are_both():
    said, _ = headline({"Hope": made([(2, 4)]), "Home": made([(4, 5)])}, FROM_BEFORE.key)
    assert said.startswith("Both outcomes moved towards the good end on average, by between 25 per cent")


def test_worse_and_unchanged_outcomes_are_named():
    named = {"Hope": made([(2, 4)]), "Stress": made([(2, 3)], "lower"), "Home": made([(3, 3)])}
    said, _ = headline(named, FROM_BEFORE.key)
    assert said == (
        "One of three outcomes moved towards the good end on average, "
        "by 100 per cent of their starting level. "
        "Stress moved away from it, by 50 per cent of their starting level. Home stayed the same."
    )


def test_nothing_better():
    said, _ = headline({"Hope": made([(4, 2)]), "Home": made([(3, 2)])}, SHARE_OF_SCALE.key)
    assert said.startswith("None of the two outcomes moved towards the good end on average. Hope and Home")


def test_one_outcome_gets_its_own_sentence():
    said, chance = headline({"Hope": made([(2, 4), (2, 3)])}, FROM_BEFORE.key)
    assert said == "Hope rose by 75 per cent of its starting level, from 2.0 to 3.5 out of 5 (24 people)."
    assert chance.startswith("Allowing for chance")


def test_no_pairs_no_result():
    nobody = change(np.zeros((5, 5), int), np.ones(5, int), np.zeros(5, int), 1, 5, "higher")
    assert headline({"Hope": nobody}, FROM_BEFORE.key) == (
        "There are no results yet: nobody has given a score both for before and for now.",
        "",
    )


def test_an_unknown_definition_is_refused():
    with pytest.raises(KeyError):
        headline({"Hope": made([(2, 4)])}, "pct_of_nothing")


def test_small_groups_do_not_make_the_headline():
    named = {"Hope": made([(2, 4)]), "Home": made([(3, 4)]), "Stress": made([(4, 1)], "lower", times=9)}
    said, chance = headline(named, FROM_BEFORE.key)
    assert "Stress" not in said + chance
    assert said.endswith(" One more outcome has answers from fewer than 10 people.")
    alone, _ = headline({"Stress": named["Stress"]}, FROM_BEFORE.key)
    assert alone.startswith("Stress fell by 75 per cent")


def test_outcomes_that_chance_could_explain_are_counted():
    sure, unsure = made([(2, 4), (2, 3)]), made([(2, 4), (4, 2), (3, 3), (3, 4)], times=4)
    _, chance = headline({"Hope": sure, "Home": sure, "Money": unsure}, FROM_BEFORE.key)
    assert chance.endswith(" For one outcome chance alone could explain the change.")
    _, chance = headline({"Hope": unsure, "Home": unsure, "Money": sure}, FROM_BEFORE.key)
    assert chance.endswith(" For two of three outcomes chance alone could explain the change.")
    _, chance = headline({"Hope": sure, "Home": sure}, FROM_BEFORE.key)
    assert "chance alone" not in chance
