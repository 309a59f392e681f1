from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from survey.analysis.wilcoxon import sign_test, signed_rank


def steps(differences, largest=10):
    """Rises and falls by size, as signed_rank takes them."""
    rises, falls = np.zeros(largest, int), np.zeros(largest, int)
    for difference in differences:
        if difference:
            (rises if difference > 0 else falls)[abs(difference) - 1] += 1
    return rises, falls


def by_flipping_every_sign(differences):
    """Two-sided p from all patterns of signs over the mid-ranks."""
    ranks = stats.rankdata(np.abs(differences))
    seen = float(ranks[np.array(differences) > 0].sum())
    sums = [float(ranks @ signs) for signs in product([0, 1], repeat=len(ranks))]
    low, high = np.mean([s <= seen for s in sums]), np.mean([s >= seen for s in sums])
    return min(1.0, 2 * min(low, high))


moved = st.integers(-4, 4).filter(bool)


@given(st.lists(moved, min_size=1, max_size=9))
def test_exact_p_is_the_share_of_sign_patterns(differences):
    found = signed_rank(*steps(differences))
    assert found.is_exact
    assert found.p == pytest.approx(by_flipping_every_sign(differences), abs=1e-12)


@given(st.lists(st.integers(-10, 10), min_size=51, max_size=200))
def test_normal_p_agrees_with_scipy_without_continuity_correction(differences):
    differences = [difference for difference in differences if difference]
    assume(len(differences) > 50)
    found = signed_rank(*steps(differences))
    oracle = stats.wilcoxon(differences, method="asymptotic", correction=False)
    assert not found.is_exact
    assert found.p == pytest.approx(oracle.pvalue, rel=1e-9)
    assert min(found.w_plus, found.w_minus) == oracle.statistic


def test_without_ties_exact_p_agrees_with_scipy_at_fifty():
    differences = [size if size % 3 else -size for size in range(1, 51)]
    found = signed_rank(*steps(differences, largest=50))
    assert found.is_exact
    assert found.p == pytest.approx(stats.wilcoxon(differences, method="exact").pvalue, rel=1e-9)


def test_at_fifty_exact_and_normal_are_near_each_other():
    fifty = [1] * 20 + [2] * 13 + [-1] * 12 + [-3] * 5
    exact = signed_rank(*steps(fifty)).p
    assert exact == pytest.approx(stats.wilcoxon(fifty, method="asymptotic").pvalue, abs=0.01)


@given(st.lists(st.integers(-4, 4), max_size=60))
def test_rank_sums_share_out_all_ranks(differences):
    found = signed_rank(*steps(differences))
    assert found.n == np.count_nonzero(differences)
    assert found.w_plus + found.w_minus == found.n * (found.n + 1) / 2
    if found.n:
        assert found.rank_biserial == pytest.approx(
            (found.w_plus - found.w_minus) / (found.w_plus + found.w_minus)
        )


def test_all_rising_is_an_effect_of_one():
    found = signed_rank(*steps([1] * 6))
    assert (found.rank_biserial, found.p) == (1.0, 2 / 2**6)


def test_nobody_moved_is_not_defined():
    found = signed_rank(*steps([0, 0, 0]))
    assert (found.n, found.p, found.rank_biserial) == (0, None, None)


@given(st.integers(0, 300), st.integers(0, 300))
def test_sign_test_agrees_with_scipy(rises, falls):
    assume(rises + falls)
    assert sign_test(rises, falls) == pytest.approx(
        stats.binomtest(rises, rises + falls).pvalue, rel=1e-8, abs=1e-300
    )


def test_sign_test_of_nobody_is_not_defined():
    assert sign_test(0, 0) is None
    assert sign_test(3, 3) == 1.0
