import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from survey.analysis import bases
from survey.analysis.change import change

NOBODY = np.zeros(5, int)
MOVES = arrays.arrays(np.int64, (5, 5), elements=st.integers(0, 12))
EVERY = (bases.of_people, bases.of_means, bases.of_improved, bases.of_moves)


def of(moves, better="higher"):
    return change(moves, NOBODY, NOBODY, 1, 5, better, draws=0)


def moved(*places):
    moves = np.zeros((5, 5), int)
    for before, now, count in places:
        moves[before - 1, now - 1] = count
    return of(moves)


def test_a_mean_stands_on_people_and_on_their_distance_from_both_ends():
    # Ten people from 1 to 2: no point above the lowest before, ten points now, counted in steps of two.
    assert bases.of_means(moved((1, 2, 10))) == (10, 0, 20, 5, 15)


def test_shares_stand_on_their_part_and_the_rest():
    some = moved((1, 4, 7), (3, 3, 2), (5, 4, 1))
    assert bases.of_people(some) == (10,)
    assert bases.of_improved(some) == (7, 3)
    assert bases.of_moves(some) == (7, 2, 1)
    assert bases.of_share(4, 9) == (4, 5)


@pytest.mark.parametrize("base", EVERY)
@given(first=MOVES, second=MOVES)
def test_bases_never_fall_when_people_are_added(base, first, second):
    alone, together = base(of(first)), base(of(first + second))
    assert all(few <= more for few, more in zip(alone, together, strict=True))
    apart = [a + b for a, b in zip(alone, base(of(second)), strict=True)]
    assert all(0 <= whole - parts <= 1 for whole, parts in zip(together, apart, strict=True))
