import pytest

from survey.analysis.disclosure import SafeTable
from survey.reports.findings import gather
from tests import making
from tests.reports.worlds import NORTH, THEN_AND_NOW, filters, found, world


def row(table, key):
    return next(each.cells for each in table.rows if each.key == key)


def test_only_this_evaluation_is_counted(app):
    cells = row(found(world()).change, "control")
    assert cells["n_pairs"] == 6
    assert cells["mean_before"] == pytest.approx(15 / 6)
    assert cells["pct_relative_ratio_of_means"] == pytest.approx(100 * (22 - 15) / 15)


def test_one_score_only_is_counted_apart(app):
    cells = row(found(world()).statistics, "control")
    assert (cells["n_before_only"], cells["n_after_only"]) == (1, 1)


def test_an_area_is_itself_and_nothing_more(app):
    evaluation = world()
    north = found(evaluation, area=evaluation.areas[0])
    assert row(north.change, "control")["n_pairs"] == len(NORTH)
    assert list(north.flowers) == ["North"]
    assert north.participation.rows[0].cells["added"] == 4
    assert list(found(evaluation).flowers) == ["All areas", "North", "South"]


def test_a_level_shows_what_it_was_asked(app):
    one = found(world(), level="one")
    assert [each.key for each in one.change.rows] == ["control", "know_where_to_turn", "stress"]
    assert row(one.change, "control")["n_pairs"] == 0


def test_outcomes_that_nobody_here_was_asked_are_left_out(app):
    evaluation = world()
    assert "stress" not in [each.id for each in found(evaluation).outcomes]
    making.pairs(evaluation, "stress", [(4, 2)], level="one", area=1)
    assert "stress" in [each.id for each in found(evaluation).outcomes]
    assert "stress" not in [each.id for each in found(evaluation, area=evaluation.areas[0]).outcomes]


def test_kinds_of_before_are_never_pooled(app):
    evaluation = world(THEN_AND_NOW)
    assert row(found(evaluation).change, "control")["n_pairs"] == 6
    assert row(found(evaluation, before_kind="estimated").change, "control")["n_pairs"] == 0
    assert any(caveat.startswith("Recalled before") for caveat in found(evaluation).caveats)


def test_every_table_went_through_the_door(app):
    findings = found(world())
    tables = (findings.change, findings.statistics, findings.participation, findings.helped)
    assert all(isinstance(table, SafeTable) and table.kind == "internal" for table in tables)
    assert findings.kind == "internal"


def test_response_rate_and_share_of_the_supported(app):
    evaluation = world()
    cells = found(evaluation).participation.rows[0].cells
    assert cells["sent"] == 7 and cells["added"] == 8
    assert cells["rate"] == pytest.approx(87.5)
    assert cells["of_supported"] is None, "Level 1 in South was never counted"
    north = found(evaluation, area=evaluation.areas[0]).participation.rows[0].cells
    assert north["of_supported"] == pytest.approx(100 * 4 / 60)


def test_the_stamp_and_the_words_of_the_filters(app):
    findings = found(world())
    assert findings.responses == 14
    assert findings.filters == "All areas, all levels, Follow-up, before asked at the time"


def test_a_page_that_shows_nothing_of_impact_goes_without(app):
    evaluation = world()
    assert gather(evaluation, filters(evaluation), with_impact=False).impact is None
    assert gather(evaluation, filters(evaluation, with_impact=True), with_impact=False).impact is not None
