"""Under each table of a comparison stands in words what is not told there, and why."""

import json

import pytest

from survey.analysis.tables import HIDDEN
from survey.reports import frozen
from survey.reports.comparison_notes import HIDES, NO_FIGURE, notes
from survey.reports.comparison_sides import choices, side
from tests.opened import KEPT

DEFINITION = "pct_relative_ratio_of_means"


def pairs(part=0, change=lambda findings: None):
    kept = json.loads(KEPT)
    change(kept["findings"])
    chosen = list(choices("Ours", frozen.from_text(json.dumps(kept))))[part]
    return [(chosen, side(chosen))]


def without_impact(findings):
    findings["impact"] = None


def with_levels(first, second):
    def change(findings):
        for table, value in zip(findings["parts"][2:], (first, second), strict=True):
            for row in table["rows"]:
                row[2][DEFINITION] = value

    return change


@pytest.fixture
def told():
    return lambda sides, cells=(): notes("control", sides, DEFINITION, cells)


def test_what_is_told_in_full_needs_no_words(told):
    assert told(pairs(), [45.0, "about half"]) == ()


def test_of_an_area_it_is_said_what_only_all_areas_tell(told):
    first, *_ = told(pairs(1))
    assert first == (
        "Deadweight, attribution and the programme’s share are told of all areas together only, so not of "
        "Ours, North."
    )


def test_a_release_that_says_nothing_of_it_is_named(told):
    [words] = told(pairs(change=without_impact))
    assert words.startswith("Ours, all areas says nothing of deadweight, attribution and the programme’s")


def test_what_is_hidden_and_what_has_no_figure_is_explained(told):
    assert told(pairs(), [HIDDEN, 45.0]) == (HIDES,)
    assert told(pairs(), [None, 45.0]) == (NO_FIGURE,)


def test_of_an_area_it_is_said_how_levels_differ_in_all_areas(told):
    found = told(pairs(1, with_levels(14.0, 38.0)))
    assert found[-1] == (
        "In all areas of Ours the change is 14 per cent at Level 1 and 38 per cent at Level 2. How many of "
        "each are in Ours, North is not told."
    )
    # Control: nothing is said of levels that are much alike, hidden, or of the whole.
    assert len(told(pairs(1, with_levels(36.0, 38.0)))) == 1
    assert len(told(pairs(1, with_levels("hidden", 38.0)))) == 1
    assert told(pairs(0, with_levels(14.0, 38.0))) == ()
