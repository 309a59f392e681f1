from decimal import Decimal

import numpy as np
import pytest

from survey.value.spreads import Answers, Between, Counts

DRAWS = 40_000


def drawn(spread, base=0.0):
    return spread.drawn(base, DRAWS, np.random.default_rng(1))


def test_people_are_drawn_again_and_scaled():
    spread = Counts("friends", ((Decimal(-1), 1), (Decimal(0), 4), (Decimal(1), 5)), Decimal(3))
    found = drawn(spread)
    assert spread.ends == (-30, 30)
    assert found.mean() == pytest.approx(12, abs=0.15)
    # The spread of a sum of ten people, each with mean 0.4 and mean square 0.6.
    assert found.std() == pytest.approx(3 * np.sqrt(10 * (0.6 - 0.16)), rel=0.03)


@pytest.mark.parametrize("n", [1, 2, 5, 8, 31])
def test_medians_are_as_if_answers_were_drawn_and_sorted(n):
    values = tuple(Decimal(each) / n for each in range(n))
    slow = np.random.default_rng(2).choice(np.array(values, float), (DRAWS, n))
    expected = np.median(slow, axis=1)
    found = drawn(Answers("anyway", values))
    assert found.mean() == pytest.approx(expected.mean(), abs=0.005)
    assert np.percentile(found, [2.5, 25, 50, 75, 97.5]) == pytest.approx(
        np.percentile(expected, [2.5, 25, 50, 75, 97.5]), abs=0.5 / n
    )


def test_between_two_ends_the_figure_itself_is_likeliest():
    found = drawn(Between("price", Decimal(10), Decimal(40)), base=10.0)
    assert found.min() >= 10 and found.max() <= 40
    assert found.mean() == pytest.approx(20, abs=0.2)


def test_nobody_to_draw_has_no_ends():
    assert Counts("friends", ()).ends is None and Answers("anyway", ()).ends is None
