"""The figures of change agree with plain pandas and SciPy over raw pairs, and turn as they should."""

from dataclasses import asdict

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from survey.analysis.change import change, moves_from_pairs


def approximately(expected):
    """Close to a number or to numbers; None only to None."""
    return None if expected is None else pytest.approx(expected, rel=1e-9, abs=1e-9)


def negated(value):
    return None if value is None else -value


@st.composite
def answers(draw, most=70):
    """A scale, a direction, and pairs on it."""
    lowest = draw(st.sampled_from([0, 1, 1, 2]))
    highest = lowest + draw(st.sampled_from([1, 4, 4, 10]))
    score = st.integers(lowest, highest)
    pairs = draw(st.lists(st.tuples(score, score), min_size=1, max_size=most))
    return lowest, highest, draw(st.sampled_from(["higher", "lower"])), pairs


def by_hand(lowest, highest, better, pairs):
    """The same figures the plain way: pandas and SciPy over one row a person."""
    people = pd.DataFrame(pairs, columns=["before", "after"])
    raw = people.after - people.before
    turned = people if better == "higher" else lowest + highest - people
    gain, room = turned.after - turned.before, highest - turned.before
    with_room = room > 0
    before = people.before.mean()
    return {
        "mean_before": before,
        "mean_after": people.after.mean(),
        "mean_change_points": raw.mean(),
        "median_change": raw.median(),
        "improved": (gain > 0).sum(),
        "same": (gain == 0).sum(),
        "worse": (gain < 0).sum(),
        "share_improved": (gain > 0).mean(),
        "share_at_floor_before": (people.before == lowest).mean(),
        "share_at_ceiling_before": (people.before == highest).mean(),
        "share_at_floor_after": (people.after == lowest).mean(),
        "share_at_ceiling_after": (people.after == highest).mean(),
        "pct_of_range": 100 * raw.mean() / (highest - lowest),
        "pct_of_scale_maximum": 100 * raw.mean() / highest,
        "pct_relative_ratio_of_means": 100 * (people.after.mean() - before) / before if before else None,
        "pct_relative_mean_of_ratios": 100 * (raw / people.before).mean()
        if (people.before > 0).all()
        else None,
        "pct_of_possible_means": 100 * gain.mean() / room.mean() if with_room.any() else None,
        "pct_of_possible_individuals": 100 * (gain / room)[with_room].mean() if with_room.any() else None,
        "wilcoxon_n": (raw != 0).sum(),
    }


@given(answers())
def test_figures_agree_with_pandas_over_raw_pairs(given_answers):
    lowest, highest, better, pairs = given_answers
    found = asdict(change(*moves_from_pairs(pairs, lowest, highest), lowest, highest, better, draws=20))
    expected = by_hand(*given_answers)
    for key, value in expected.items():
        assert found[key] == approximately(value), key


@given(answers(most=11))
def test_the_exact_p_agrees_with_all_sign_flips_in_scipy(given_answers):
    lowest, highest, better, pairs = given_answers
    found = change(*moves_from_pairs(pairs, lowest, highest), lowest, highest, better, draws=20)
    differences = [after - before for before, after in pairs if after != before]
    assume(len(differences) > 1)
    oracle = stats.wilcoxon(differences, method=stats.PermutationMethod(n_resamples=2**12))
    assert found.wilcoxon_p == found.wilcoxon_exact_p == pytest.approx(oracle.pvalue)
    assert min(found.wilcoxon_W_plus, found.wilcoxon_W_minus) == oracle.statistic
    assert found.sign_test_p == pytest.approx(stats.binomtest(found.improved, len(differences)).pvalue)


@given(answers(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(given_answers, random):
    lowest, highest, better, pairs = given_answers
    shuffled = random.sample(pairs, len(pairs))
    first, second = (
        change(*moves_from_pairs(order, lowest, highest), lowest, highest, better, draws=100)
        for order in (pairs, shuffled)
    )
    assert first == second


@given(answers())
def test_turning_an_outcome_round_turns_what_it_should_and_nothing_else(given_answers):
    lowest, highest, better, pairs = given_answers
    mirrored = [(lowest + highest - before, lowest + highest - after) for before, after in pairs]
    other = {"higher": "lower", "lower": "higher"}[better]
    one = change(*moves_from_pairs(pairs, lowest, highest), lowest, highest, better, draws=200)
    two = change(*moves_from_pairs(mirrored, lowest, highest), lowest, highest, other, draws=200)
    untouched = (
        "n_pairs",
        "improved",
        "same",
        "worse",
        "share_improved",
        "improved_interval",
        "pct_of_possible_means",
        "pct_of_possible_individuals",
        "wilcoxon_n",
        "wilcoxon_p",
        "sign_test_p",
    )
    for key in untouched:
        assert getattr(two, key) == approximately(getattr(one, key)), key
    for key in (
        "mean_change_points",
        "median_change",
        "pct_of_range",
        "pct_of_scale_maximum",
        "rank_biserial",
    ):
        assert getattr(two, key) == approximately(negated(getattr(one, key))), key
    for key in ("pct_of_possible_means", "pct_of_possible_individuals"):
        assert two.intervals[key] == approximately(one.intervals[key])
    assert (two.intervals["pct_of_range"] is None) == (one.intervals["pct_of_range"] is None)
    if one.intervals["pct_of_range"]:
        low, high = one.intervals["pct_of_range"]
        assert two.intervals["pct_of_range"] == pytest.approx((-high, -low))
    assert (two.wilcoxon_W_plus, two.wilcoxon_W_minus) == (one.wilcoxon_W_minus, one.wilcoxon_W_plus)
    assert two.mean_before == pytest.approx(lowest + highest - one.mean_before)
    assert (two.before_counts, two.after_counts) == (one.before_counts[::-1], one.after_counts[::-1])
    assert (two.at_floor_before, two.at_ceiling_after) == (one.at_ceiling_before, one.at_floor_after)
