import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from survey.analysis.intervals import percentile_interval, redraw, wilson


@given(st.integers(0, 400), st.integers(0, 400))
def test_wilson_agrees_with_scipy(successes, others):
    n = successes + others
    if n == 0:
        assert wilson(successes, n) is None
        return
    oracle = stats.binomtest(successes, n).proportion_ci(method="wilson")
    assert wilson(successes, n) == pytest.approx((oracle.low, oracle.high), abs=1e-9)


def test_wilson_stays_within_nought_and_one():
    assert wilson(0, 7)[0] == 0.0
    assert wilson(7, 7)[1] == 1.0


def test_redrawing_keeps_the_number_of_people_and_draws_them_evenly():
    counts = np.array([12, 0, 36, 2])
    drawn = redraw(counts, 4_000, seed=3)
    assert drawn.shape == (4_000, 4)
    assert set(drawn.sum(axis=1).tolist()) == {50}
    assert drawn.mean(axis=0) == pytest.approx(counts, abs=0.3)
    assert drawn.var(axis=0) == pytest.approx(50 * (counts / 50) * (1 - counts / 50), rel=0.1)
    assert drawn[:, 1].max() == 0


def test_redrawing_is_seeded():
    counts = np.array([5, 5, 2])
    assert np.array_equal(redraw(counts, 50, seed=1), redraw(counts, 50, seed=1))
    assert not np.array_equal(redraw(counts, 50, seed=1), redraw(counts, 50, seed=2))


def test_the_percentile_interval_is_the_middle_ninety_five_per_cent():
    assert percentile_interval(np.arange(1001.0)) == (25.0, 975.0)


def test_a_few_undefined_draws_are_left_out_and_many_spoil_the_interval():
    values = np.arange(1000.0)
    values[::100] = np.nan
    assert percentile_interval(values) == pytest.approx((25.75, 974.25), abs=1)
    values[1] = np.nan
    assert percentile_interval(values) is None
