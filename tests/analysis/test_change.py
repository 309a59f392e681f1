from dataclasses import asdict, replace
from itertools import product

import numpy as np
import pytest
from scipy import stats

from survey.analysis.change import change, moves_from_pairs
from survey.analysis.definitions import DEFINITIONS

EXPECTED = {
    "n_pairs": 12,
    "n_before_only": 1,
    "n_after_only": 1,
    "mean_before": 2.333333,
    "mean_after": 3.75,
    "mean_change_points": 1.416667,
    "improved": 9,
    "same": 2,
    "worse": 1,
    "at_ceiling_before": 1,
    "at_floor_before": 3,
    "pct_of_range": 35.416667,
    "pct_of_scale_maximum": 28.333333,
    "pct_relative_ratio_of_means": 60.714286,
    "pct_relative_mean_of_ratios": 106.25,
    "pct_of_possible_means": 53.125,
    "pct_of_possible_individuals": 50.757576,
    "wilcoxon_W_plus": 52.5,
    "wilcoxon_W_minus": 2.5,
    "wilcoxon_exact_p": 0.009766,
    "rank_biserial": 0.909091,
}
MEASURED = ("mean_before", "mean_after", "mean_change_points", *DEFINITIONS)


def test_the_twelve_pairs_give_the_figures_worked_out_by_hand(twelve, change_of):
    found = asdict(change_of(twelve))
    assert {key: found[key] for key in EXPECTED} == pytest.approx(EXPECTED, abs=1e-6)


def test_scores_are_counted_before_and_now(twelve, change_of):
    found = change_of(twelve)
    assert (found.before_counts, found.after_counts) == ((3, 5, 2, 1, 1), (0, 2, 2, 5, 3))
    assert found.median_change == 1.5


def test_above_fifty_moves_the_p_is_the_normal_one(change_of):
    pairs = [(2, 4)] * 30 + [(4, 3)] * 25 + [(3, 3)] * 9
    found = change_of(pairs)
    oracle = stats.wilcoxon([2] * 30 + [-1] * 25, method="asymptotic", correction=False)
    assert found.wilcoxon_exact_p is None
    assert found.wilcoxon_p == pytest.approx(oracle.pvalue)


def test_direction_leaves_every_raw_figure_alone(twelve, change_of):
    higher, lower = change_of(twelve), change_of(twelve, better="lower")
    assert (lower.improved, lower.worse) == (higher.worse, higher.improved)
    assert lower.pct_of_possible_means == pytest.approx(-100 * 17 / 16)
    turned = {
        "better",
        "improved",
        "worse",
        "share_improved",
        "improved_interval",
        "intervals",
        "pct_of_possible_means",
        "pct_of_possible_individuals",
    }
    raw = {key for key in asdict(higher)} - turned
    assert {key: getattr(lower, key) for key in raw} == {key: getattr(higher, key) for key in raw}


@pytest.mark.parametrize(("lowest", "highest", "better"), product([0], [10], ["higher", "lower"]))
def test_an_empty_table_gives_none_and_no_error(change_of, lowest, highest, better):
    found = change_of([(None, 3), (2, None), (None, None)], lowest, highest, better)
    assert (found.n_pairs, found.n_before_only, found.n_after_only) == (0, 1, 1)
    for key in (
        *MEASURED,
        "median_change",
        "share_improved",
        "improved_interval",
        "share_at_floor_before",
        "wilcoxon_p",
        "wilcoxon_exact_p",
        "rank_biserial",
        "sign_test_p",
    ):
        assert getattr(found, key) is None, key
    assert set(found.intervals.values()) == {None}
    assert found.crowded_ends == ()


def test_a_mean_of_zero_before_has_no_percentage_from_before(change_of):
    found = change_of([(0, 3)] * 12, 0, 10)
    assert found.pct_relative_ratio_of_means is None and found.pct_relative_mean_of_ratios is None
    assert found.intervals["pct_relative_ratio_of_means"] is None
    assert found.pct_of_range == 30


def test_everyone_at_the_best_answer_has_no_possible_improvement(change_of):
    found = change_of([(1, 2)] * 12, better="lower")
    assert found.pct_of_possible_means is None and found.pct_of_possible_individuals is None
    assert found.pct_relative_ratio_of_means == 100


def test_no_change_is_nought_without_a_sign(change_of):
    found = change_of([(2, 3), (3, 2)], better="lower")
    assert str(found.pct_of_possible_means) == str(found.mean_change_points) == "0.0"


def test_below_ten_pairs_there_is_no_interval(change_of):
    assert set(change_of([(2, 4), (1, 2), (3, 3)] * 3).intervals.values()) == {None}
    assert None not in change_of([(2, 4), (1, 2), (3, 3), (2, 3), (2, 5)] * 2).intervals.values()


def test_the_interval_agrees_with_redrawing_people(change_of):
    random = np.random.default_rng(7)
    before = random.integers(1, 4, 60)
    after = np.clip(before + random.integers(-1, 4, 60), 1, 5)
    chosen = random.integers(0, 60, (20_000, 60))
    first, second = before[chosen].mean(axis=1), after[chosen].mean(axis=1)
    found = change_of(list(zip(before.tolist(), after.tolist(), strict=True)), draws=20_000)
    for key, redrawn in (
        ("mean_change_points", second - first),
        ("pct_relative_ratio_of_means", 100 * (second - first) / first),
        ("pct_relative_mean_of_ratios", 100 * ((after - before) / before)[chosen].mean(axis=1)),
        ("pct_of_possible_means", 100 * (second - first) / (5 - first)),
    ):
        assert found.intervals[key] == pytest.approx(
            np.percentile(redrawn, [2.5, 97.5]), abs=redrawn.std() / 12
        ), key


def test_the_same_seed_gives_the_same_interval(twelve, change_of):
    one = change_of(twelve, seed=1)
    assert one == change_of(twelve, seed=1)
    assert one.intervals != change_of(twelve, seed=2).intervals
    assert replace(one, intervals={}) == replace(change_of(twelve, seed=2), intervals={})


def test_the_ends_are_crowded_above_fifteen_per_cent(change_of):
    at_fifteen = [(5, 4)] * 3 + [(3, 4)] * 17
    assert change_of(at_fifteen).crowded_ends == ()
    assert change_of([*at_fifteen, (5, 1), *[(3, 1)] * 4]).crowded_ends == ("ceiling_before", "floor_after")


@pytest.mark.parametrize("pair", [(0, 3), (3, 6), (2.5, 3), ("2", 3), (True, 9), (float("nan"), 2)])
def test_a_score_off_the_scale_is_named(pair):
    with pytest.raises(ValueError, match="pair 2: .* is not a whole number from 1 to 5"):
        moves_from_pairs([(1, 2), pair], 1, 5)


@pytest.mark.parametrize(
    ("moves", "ends", "better", "message"),
    [
        (np.zeros((5, 4)), np.zeros(5), "higher", "do not fit"),
        (np.zeros((5, 5)), np.zeros(4), "higher", "do not fit"),
        (-np.ones((5, 5)), np.zeros(5), "higher", "negative"),
        (np.zeros((5, 5)), np.zeros(5), "up", "better"),
    ],
)
def test_tables_that_do_not_fit_are_refused(moves, ends, better, message):
    with pytest.raises(ValueError, match=message):
        change(moves, ends, ends, 1, 5, better)


def test_a_scale_of_one_point_is_refused():
    with pytest.raises(ValueError, match="two points"):
        change(np.zeros((1, 1)), np.zeros(1), np.zeros(1), 3, 3, "higher")


def test_without_draws_there_are_no_intervals():
    made = change(*moves_from_pairs([(2, 4), (1, 3)] * 10, 1, 5), 1, 5, "higher", draws=0)
    assert set(made.intervals.values()) == {None} and made.pct_of_range == 50
