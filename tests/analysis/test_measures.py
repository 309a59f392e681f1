import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.measures import cell_weights, measures, oriented_cells

tables = st.lists(st.lists(st.integers(0, 9), min_size=9, max_size=9), min_size=1, max_size=5)


def test_cells_stand_with_the_good_end_last():
    moves = np.arange(9).reshape(3, 3)
    assert oriented_cells(moves, "higher").tolist() == list(range(9))
    assert oriented_cells(moves, "lower").tolist() == list(range(8, -1, -1))


def test_one_person_weighs_by_the_stored_scores():
    weights = cell_weights(1, 3, "lower")
    from_three_to_one = np.zeros((3, 3))
    from_three_to_one[2, 0] = 1
    person = oriented_cells(from_three_to_one, "lower") @ weights
    assert person == pytest.approx([1, 3, 1, -2 / 3, 0, 1, 1])


def test_a_score_of_nought_before_is_marked():
    weights = cell_weights(0, 2, "higher")
    assert weights[:, 4].tolist() == [1] * 3 + [0] * 6
    assert weights[:3, 3].tolist() == [0, 0, 0]


@given(tables, st.sampled_from(["higher", "lower"]))
def test_many_tables_at_once_are_each_alone(counts, better):
    sums = np.array(counts) @ cell_weights(0, 2, better)
    together = measures(sums, 0, 2, better)
    for row, alone in enumerate(sums):
        for key, value in measures(alone[np.newaxis], 0, 2, better).items():
            assert value[0] == pytest.approx(together[key][row], nan_ok=True)


def test_every_definition_is_measured_and_nobody_gives_nan():
    found = measures(np.zeros((1, 7)), 1, 5, "higher")
    assert set(DEFINITIONS) < set(found)
    assert all(np.isnan(value[0]) for value in found.values())


@given(tables, st.sampled_from(["higher", "lower"]))
def test_figures_keep_within_their_bounds(counts, better):
    found = measures(np.array(counts) @ cell_weights(1, 3, better), 1, 3, better)
    assert np.all(np.isnan(found["pct_of_range"]) | (np.abs(found["pct_of_range"]) <= 100))
    for key in ("pct_of_possible_means", "pct_of_possible_individuals"):
        assert np.all(np.isnan(found[key]) | (found[key] <= 100 + 1e-9))
