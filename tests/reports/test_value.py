"""Gathered once: what a map lacks, or what it comes to with its tables and words; live from the answers."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.reports import value
from survey.reports.value_building import SETTINGS
from tests import making, valuing
from tests.reports import impact_worlds, value_worlds


@pytest.fixture
def made(app):
    return value_worlds.world()


def of(made):
    return value.gather(made.evaluation, made)


def test_the_headline_is_a_ratio_with_its_range_rate_and_years(made):
    found = of(made)
    # Of 50 and 70 a resample has the median 50 or 70 in one of four; so of 50 and 75.
    assert found.headline == "1.29 (0.6 to 2.2), 3.5 per cent, 2 years"
    assert "up to" not in found.headline + found.sentence
    assert found.gaps == () and found.name == "Walking"


def test_another_answer_is_another_ratio(made):
    before = of(made)
    making.pairs(made.evaluation, "control", [(3, 3)])
    after = of(made)
    assert after.results.worth.sroi_ratio < before.results.worth.sroi_ratio
    assert after.table("value rows").rows[0].cells["n"] == 7


def test_without_figures_there_is_no_ratio_and_the_rows_are_shown(made):
    valuing.row(made, "fewer_gp_visits")
    found = of(made)
    assert found.results is None and found.headline == "There is no ratio yet" and found.gaps
    assert [table.name for table in found.tables] == ["value rows"]


def test_a_range_that_does_not_hold_the_figure_is_a_gap(made):
    proxy = made.rows[0].proxy
    proxy.low, proxy.high = Decimal(200), Decimal(300)
    found = of(made)
    assert found.results is None and [gap.place for gap in found.gaps] == [SETTINGS]
    assert "R1" in found.gaps[0].words


def test_tables_are_internal_and_there_is_no_other(made):
    assert {table.kind for table in of(made).tables} == {"internal"}
    with pytest.raises(KeyError):
        of(made).table("value of nothing")


def test_a_map_of_one_area_counts_its_answers_only(app):
    evaluation = impact_worlds.world()
    made = valuing.value_map(evaluation, area=evaluation.areas[1])
    valuing.row(made, "control", duration_years=1)
    cell = of(made).built.rows[0].cells["quantity"]
    assert (cell.n, cell.value) == (1, 30)
    value_parts.clear_figure(made.rows[0], "quantity")
    assert of(made).built.supported == 30
