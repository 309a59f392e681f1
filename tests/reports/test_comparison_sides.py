import json

import pytest

from survey.analysis.tables import HIDDEN
from survey.reports import frozen
from survey.reports.comparison_sides import choices, named, side
from tests.opened import KEPT


def findings(**changes):
    kept = json.loads(KEPT)
    kept["findings"].update(changes)
    return frozen.from_text(json.dumps(kept))


@pytest.fixture(scope="module")
def released():
    return findings()


def test_a_release_can_be_chosen_whole_or_by_area(released):
    assert [each.name for each in choices("Release 4", released)] == [
        "Release 4, all areas",
        "Release 4, North",
        "Release 4, South",
    ]


def test_an_area_has_a_table_of_its_own(released):
    whole, north, _ = choices("Release 4", released)
    assert whole.change is released.change
    assert named(north.change) == "North" and north.change.name == "change_area_1"


def test_what_a_comparison_hangs_on(released):
    found = side(next(choices("Release 4", released)))
    assert found.name == "Release 4, all areas"
    assert found.programme == ("Example Council", "Walking alongside")
    assert (found.before, found.wave, found.months) == ("asked at the time", "Follow-up", 12)
    assert (found.threshold, found.made_up, found.partners) == (10, True, 4)
    asked = found.outcomes["control"]
    assert asked.question == "How much do you feel in control of your life?"
    assert (asked.lowest, asked.highest, asked.better) == (1, 5, "higher")
    assert {"pct_of_range", "pct_relative_ratio_of_means"} <= found.definitions
    assert "share_improved" not in found.definitions


def test_what_is_hidden_stays_hidden(released):
    found = side(next(choices("Release 4", released)))
    assert found.at_level_two is HIDDEN
    assert set(found.helped.values()) == {HIDDEN} and "On their own" not in found.helped


def test_the_mix_of_levels_is_the_share_at_level_two():
    parts = json.loads(KEPT)["findings"]["parts"]
    for table, n in zip(parts[2:], (10, 30), strict=True):
        table["rows"][0][2]["n_pairs"] = n
    assert side(next(choices("x", findings(parts=parts)))).at_level_two == 75
    # One level alone does not tell how many are at the other.
    assert side(next(choices("x", findings(parts=parts[:3])))).at_level_two is None


def test_an_area_does_not_pass_off_what_is_told_of_all_as_its_own(released):
    whole, north, _ = choices("Release 4", released)
    found = side(north)
    assert found.is_area and found.at_level_two is None
    assert found.helped == {} and found.partners is None and not found.tells_due
    # Control: the whole has them.
    assert side(whole).helped and side(whole).partners and side(whole).tells_due


def test_a_release_without_impact_counts_no_partners():
    found = side(next(choices("x", findings(impact=None))))
    assert found.partners is None and not found.tells_due
