"""Side by side stand released cells only, and only where the guard lets them."""

import json

import pytest

from survey.analysis.tables import HIDDEN
from survey.reports import frozen
from survey.reports.comparison import compare
from survey.reports.comparison_notes import HIDES, NO_FIGURE
from survey.reports.comparison_sides import choices
from survey.reports.releasing import draft
from tests import making
from tests.opened import KEPT
from tests.reports.worlds import filters, world


def theirs(**changes):
    kept = json.loads(KEPT)
    kept["findings"].update(changes)
    return next(choices("Theirs", frozen.from_text(json.dumps(kept))))


@pytest.fixture
def ours(app):
    evaluation = world()
    making.pairs(evaluation, "control", [(1, 4), (3, 3)] * 12)
    making.pairs(evaluation, "hope", [(2, 4), (3, 3)] * 12, area=1)
    return list(choices("Ours", draft(evaluation, filters(evaluation), 10, number=1).findings))


def test_each_outcome_stands_beside_the_same_of_others(ours):
    found = compare([ours[0], theirs()])
    assert [side.name for side in found.sides] == ["Ours, all areas", "Theirs, all areas"]
    [control] = [row for row in found.overview.rows if row.key == "control"]
    [mine] = [row for row in ours[0].findings.change.rows if row.key == "control"]
    definition = found.verdict.definition
    assert control.cells == {
        "n_0": mine.cells["n_pairs"],
        "change_0": mine.cells[definition],
        "n_1": 25,
        "change_1": 45.0,
    }
    [control] = [each for each in found.outcomes if each.id == "control"]
    assert [row.heading for row in control.table.rows] == ["Ours, all areas", "Theirs, all areas"]
    assert control.table.rows[1].cells["deadweight"] == "about half"
    assert control.table.rows[0].cells["deadweight"] is None
    assert "45 per cent" in control.chart and "Theirs, all areas" in control.chart


def test_what_is_hidden_is_hidden_and_not_drawn(ours):
    found = compare([ours[0], theirs()])
    [hope] = [each for each in found.outcomes if each.id == "hope"]
    assert hope.table.rows[1].cells[found.verdict.definition] is HIDDEN
    assert hope.chart == ""


def test_what_nobody_tells_has_no_column(ours):
    found = compare([ours[0], theirs(impact=None)])
    assert "deadweight" not in [column.key for column in found.outcomes[0].table.columns]


def test_an_area_stands_without_what_is_only_told_of_all(ours):
    found = compare([ours[1], theirs()])
    [control] = [each for each in found.outcomes if each.id == "control"]
    assert control.table.rows[0].heading == "Ours, North"
    assert control.table.rows[0].cells["share_from"] is None
    # A dash that is explained at once needs no further word.
    assert control.table.notes[0].endswith("so not of Ours, North.") and NO_FIGURE not in control.table.notes


def test_two_areas_say_why_their_columns_are_not_there(ours):
    found = compare(ours[1:3])
    [control] = [each for each in found.outcomes if each.id == "control"]
    assert "deadweight" not in [column.key for column in control.table.columns]
    assert control.table.notes[0].startswith("Deadweight, attribution and the programme’s share are told of")
    assert HIDES in found.overview.notes


def test_nothing_is_laid_side_by_side_that_is_refused(ours):
    found = compare([ours[0], theirs(before_kind="recalled")])
    assert found.overview is None and found.outcomes == ()
    found = compare([ours[0], theirs(headline_key="pct_of_range")])
    assert found.overview is None and found.outcomes == ()
    # Control: by a definition that both hold, it is.
    assert compare([ours[0], theirs(headline_key="pct_of_range")], "pct_of_range").outcomes


def test_two_of_one_name_are_told_apart():
    found = compare([theirs(), theirs()])
    assert [side.name for side in found.sides] == ["Theirs, all areas (1)", "Theirs, all areas (2)"]
