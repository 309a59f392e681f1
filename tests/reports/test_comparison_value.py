import json
import re
from pathlib import Path

import pytest

from survey.reports import frozen, value_words
from survey.reports.comparison_sides import choices
from survey.reports.comparison_value import value_beside

TERMS = "(3.5 per cent, 1 year, an evaluation of what has happened)"
KEPT = (Path(__file__).parent / "release-of-format-4.json").read_text()


def released(whose, part=0, **changes):
    kept = json.loads(KEPT)
    kept["findings"]["value"][0].update(changes)
    return list(choices(whose, frozen.from_text(json.dumps(kept))))[part]


def test_ratios_stand_side_by_side_as_they_were_told():
    found = value_beside([released("Ours"), released("Theirs", name="Walking on")])
    [group] = found.groups
    assert found.refusals == () and group.labels == ()
    assert [row.heading for row in group.table.rows] == [
        f"Ours, Walking {TERMS}",
        f"Theirs, Walking on {TERMS}",
    ]
    assert group.table.rows[1].cells["ratio"] == 6.2 and group.table.kind == "release"
    # No more decimals than the release tells.
    assert "6.2 for each £1 put in (5.3 to 7.2)" in group.chart and "Theirs, Walking on" in group.chart


def test_no_ratio_stands_without_its_rate_its_years_its_kind_and_the_caveat():
    settings = [["Kind", "A forecast"]]
    forecast = {"kind": "forecast", "settings": settings, "headline": "2.0 (1.5 to 2.6), 4 per cent, 3 years"}
    [group] = value_beside([released("Ours", **forecast), released("Theirs", **forecast)]).groups
    assert group.table.rows[0].heading == "Ours, Walking (4 per cent, 3 years, a forecast)"
    # The picture breaks its lines where they are full.
    drawn = " ".join(re.sub("<[^>]+>", " ", group.chart.partition("</title>")[2]).split())
    assert "(4 per cent, 3 years, a forecast)" in drawn
    assert value_words.CAVEAT in group.table.notes


def figures(put_in=None):
    found = json.loads(KEPT)["findings"]["value"][0]["figures"]
    if put_in:
        [inputs] = [column for column in found["columns"] if column["key"] == "inputs"]
        found["columns"].append(inputs | {"key": "put_in", "heading": "What was put in"})
        found["rows"][0][2]["put_in"] = put_in
    return found


def test_what_was_put_in_is_the_sum_and_an_older_release_told_it_in_todays_money():
    sides = [released("Ours", figures=figures(put_in=1300)), released("Older")]
    [group] = value_beside(sides).groups
    headings = {column.key: column.heading for column in group.table.columns}
    assert headings["put_in"] == "What was put in"
    assert headings["inputs"] == "What was put in, in today’s money"
    cells = [row.cells for row in group.table.rows]
    assert [(each["put_in"], each["inputs"]) for each in cells] == [(1300, 1234), (None, 1234)]
    [note] = [note for note in group.table.notes if note.startswith("Older, Walking")]
    assert "tells what was put in only in today’s money" in note


def test_undiscounted_inputs_are_what_was_put_in():
    kept = json.loads(KEPT)["findings"]["value"][0]["settings"]
    settings = [[name, "no" if name == "Inputs discounted" else words] for name, words in kept]
    newer = figures(put_in=1300)
    sides = [released("Ours", figures=newer, settings=settings), released("Older", settings=settings)]
    [group] = value_beside(sides).groups
    assert "inputs" not in [column.key for column in group.table.columns]
    assert [row.cells["put_in"] for row in group.table.rows] == [1300, 1234]


def test_another_number_of_years_is_said():
    longer = "6.2 (5.3 to 7.2), 3.5 per cent, 5 years"
    [group] = value_beside([released("Ours"), released("Theirs", headline=longer)]).groups
    assert [(each.about, each.words) for each in group.labels] == [
        (
            "Rate and years",
            "Ours, Walking: 3.5 per cent, 1 year; Theirs, Walking: 3.5 per cent, 5 years.",
        )
    ]


def test_what_is_refused_is_not_laid_side_by_side():
    settings = [["Kind", "A forecast"]]
    found = value_beside([released("Ours"), released("Theirs", settings=settings)])
    assert found.refusals and found.groups == ()


def test_a_forecast_among_them_does_not_keep_the_others_apart():
    forecast = {"name": "Next year", "settings": [["Kind", "A forecast"]]}
    sides = [released("Ours"), released("Planned", **forecast), released("Theirs")]
    found = value_beside(sides)
    [group] = found.groups
    assert [row.heading for row in group.table.rows] == [f"Ours, Walking {TERMS}", f"Theirs, Walking {TERMS}"]
    assert "Next year" not in group.chart
    assert found.refusals[-1] == (
        "Those that are worked out alike still stand side by side. Worked out like no other here, and so "
        "not shown: Planned, Next year."
    )


def test_forecasts_stand_beside_forecasts():
    forecast = {"settings": [["Kind", "A forecast"]]}
    sides = [released("A"), released("B", **forecast), released("C"), released("D", **forecast)]
    found = value_beside(sides)
    assert [[row.heading[0] for row in each.table.rows] for each in found.groups] == [["A", "C"], ["B", "D"]]
    assert len({each.table.name for each in found.groups}) == 2
    assert found.refusals[-1] == "Those that are worked out alike still stand side by side."


def test_a_hidden_ratio_is_not_drawn():
    figures = json.loads(KEPT)["findings"]["value"][0]["figures"]
    figures["rows"][0][2]["ratio"] = "hidden"
    headline = "The ratio is hidden: why."
    found = value_beside([released("Ours"), released("Theirs", figures=figures, headline=headline)])
    [group] = found.groups
    assert str(group.table.rows[1].cells["ratio"]) == "hidden" and group.chart == ""
    assert group.table.rows[1].heading == "Theirs, Walking (an evaluation of what has happened)"
    assert [each.words for each in group.labels] == [
        "Ours, Walking: 3.5 per cent, 1 year; Theirs, Walking: not told."
    ]
    assert "Theirs, Walking: The ratio is hidden: why." in group.table.notes


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
    [group] = found.groups
    assert [row.heading for row in group.table.rows] == [
        f"Theirs, Walking {TERMS}",
        f"Theirs, Walking on {TERMS}",
    ]


def test_who_tells_no_value_map_is_named():
    whose = {"settings": [["Whose answers", "All areas, Level 2, Follow-up, before asked"]]}
    sides = [released("Ours"), released("Theirs"), released("Other", 1, **whose)]
    assert value_beside(sides).refusals == (
        "Not told of Other, North: its release holds no value map of it.",
    )
