import pytest

from survey.analysis.change import change, moves_from_pairs
from survey.questionnaires import loading
from survey.reports import sheets

LIBRARY = loading.library()["resident-outcomes"]
CONTROL, ISOLATION = LIBRARY.question("control"), LIBRARY.question("isolation")


def made(outcome, pairs):
    return {outcome.id: change(*moves_from_pairs(pairs, 1, 5), 1, 5, outcome.better)}


def test_the_headline_percentage_comes_first_and_the_other_two_stand_beside_it():
    table = sheets.change_table([CONTROL], made(CONTROL, [(2, 4)] * 10), "pct_of_possible_means", "All areas")
    keys = [column.key for column in table.columns if column.key.startswith("pct")]
    assert keys == ["pct_of_possible_means", "pct_relative_ratio_of_means", "pct_of_range"]
    assert table.caption == "Share of possible improvement, by outcome: All areas"
    assert table.rows[0].cells["share_improved"] == 100


def test_a_lower_is_better_outcome_says_so():
    table = sheets.change_table([ISOLATION], made(ISOLATION, [(5, 2)]), "pct_of_range", "x")
    assert table.rows[0].heading == "Isolation (lower is better)"
    assert table.rows[0].cells["pct_of_range"] == -75


def test_below_ten_no_interval_is_shown():
    cells = sheets.statistics_table([CONTROL], made(CONTROL, [(2, 4)] * 9), "pct_of_range").rows[0].cells
    assert cells["interval"] == "–" and cells["improved"] == 9


def test_six_ways_stand_side_by_side():
    table = sheets.six_ways_table([CONTROL], made(CONTROL, [(1, 4), (5, 5), (2, 4)]))
    cells = table.rows[0].cells
    assert len([column for column in table.columns if column.key.startswith("pct")]) == 6
    assert (cells["at_floor_before"], cells["at_ceiling_before"]) == (1, 1)
    assert cells["pct_relative_mean_of_ratios"] == pytest.approx(100 * (3 + 0 + 1) / 3)
