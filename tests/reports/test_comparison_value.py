import json
from pathlib import Path

import pytest

from survey.reports import frozen
from survey.reports.comparison_sides import choices
from survey.reports.comparison_value import value_beside

KEPT = (Path(__file__).parent / "release-of-format-4.json").read_text()


def released(whose, part=0, **changes):
    kept = json.loads(KEPT)
    kept["findings"]["value"][0].update(changes)
    return list(choices(whose, frozen.from_text(json.dumps(kept))))[part]


def test_ratios_stand_side_by_side_as_they_were_told():
    found = value_beside([released("Ours"), released("Theirs", name="Walking on")])
    assert found.refusals == () and found.labels == ()
    assert [row.heading for row in found.table.rows] == ["Ours, Walking", "Theirs, Walking on"]
    assert found.table.rows[1].cells["ratio"] == 6.2 and found.table.kind == "release"
    # No more decimals than the release tells.
    assert "6.2 for each £1 put in (5.3 to 7.2)" in found.chart and "Theirs, Walking on" in found.chart


def test_what_is_refused_is_not_laid_side_by_side():
    settings = [["Kind", "A forecast"]]
    found = value_beside([released("Ours"), released("Theirs", settings=settings)])
    assert found.refusals and found.table is None and found.chart == ""


def test_a_hidden_ratio_is_not_drawn():
    figures = json.loads(KEPT)["findings"]["value"][0]["figures"]
    figures["rows"][0][2]["ratio"] = "hidden"
    found = value_beside([released("Ours"), released("Theirs", figures=figures)])
    assert str(found.table.rows[1].cells["ratio"]) == "hidden" and found.chart == ""


@pytest.mark.parametrize("chosen", [[], [released("Ours")], [released("Ours")] * 2])
def test_one_map_alone_is_not_compared(chosen):
    assert value_beside(chosen) is None


def test_of_an_area_the_maps_of_that_area_are_compared():
    settings = [["Whose answers", "North, Level 2, Follow-up, before asked at the time"]]
    of_north = {"settings": settings}
    assert value_beside([released("Ours", 1, **of_north), released("Theirs", 1, **of_north)])
    assert value_beside([released("Ours", 2, **of_north), released("Theirs", 2, **of_north)]) is None
    # Another area, whose name begins as North does.
    others = {"settings": [["Whose answers", "North, by the sea, Level 2, Follow-up, before asked"]]}
    assert value_beside([released("Ours", 1, **others), released("Theirs", 1, **others)]) is None


def test_files_that_are_called_the_same_are_both_compared():
    found = value_beside([released("Theirs"), released("Theirs", name="Walking on")])
    assert [row.heading for row in found.table.rows] == ["Theirs, Walking", "Theirs, Walking on"]
