"""A value map comes back from a spreadsheet as it went out, or with every problem named by its place."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from survey.engagement import value_sheet
from survey.engagement.value_sheet_problems import Unreadable
from survey.reports.value_workbook import xlsx
from survey.value import discounting, model
from survey.value.worth import worth
from tests.value import books, maps
from tests.value.books import common, with_cells


def out(value_map):
    return xlsx(value_map, worth(value_map), [("Programme", "Walking alongside"), ("Setting", "none")])


def problems(content):
    with pytest.raises(Unreadable) as refused:
        value_sheet.read(content)
    return refused.value.problems


@given(books.any_maps())
# Making a smaller example of a failure would take minutes.
@settings(
    deadline=None, max_examples=25, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
def test_a_map_comes_back_as_it_went_out(value_map):
    read = value_sheet.opened(out(value_map))
    assert read.value_map == value_map
    assert (read.assumed, read.unread) == ((), ())


@pytest.mark.parametrize("seed", range(3))
def test_maps_with_long_and_later_rows_come_back_too(seed):
    assert value_sheet.read(out(books.by_chance(seed))) == books.by_chance(seed)


def test_what_was_changed_in_the_spreadsheet_is_read_and_what_it_worked_out_is_not():
    changed = value_sheet.read(books.typed(out(maps.guide()), 3, "F12", 120))
    rows = {row.id: row for row in maps.guide().rows}
    rows["R2"] = replace(rows["R2"], quantity=Decimal(120))
    assert changed == replace(maps.guide(), rows=tuple(rows.values()))
    ignored = books.typed(out(maps.guide()), 3, "R12", 99999)
    assert value_sheet.read(ignored) == maps.guide()


def test_the_common_layout_is_read_with_usual_settings_that_are_told():
    second = with_cells(A=None, B=None, C=None, D=None, F="Fell less", I=7, N=94)
    granted = with_cells(A="Council", C="grant", D="£1,500", **dict.fromkeys("FGHIJKLMNOPQRST"))
    content = common(
        with_cells(), second, granted, ("Total", None, None, 1500), more=[("Our value map",), ()]
    )
    read = value_sheet.opened(content)
    first, other = read.value_map.rows
    assert read.value_map.inputs == (
        model.Input("Residents", "time", Decimal(0)),
        model.Input("Council", "grant", Decimal(1500)),
    )
    assert first == model.Row(
        "R1", "Residents", "Made friends", Decimal(16), Decimal("48.25"), 1, Decimal("0.1"), Decimal(0),
        Decimal("0.35"), Decimal(0), indicator="new clubs joined", proxy="club fee", proxy_source="web page",
        source="survey", n=20,
    )  # fmt: skip
    assert (other.id, other.stakeholder, other.quantity) == ("R2", "Residents", 7)
    assert read.value_map.assumptions == model.Assumptions(discounting.flat(Decimal("0.035")))
    said = " ".join(read.assumed)
    for words in (
        "3.5 per cent",
        "they are not",
        "forecast",
        "social",
        "year 1",
    ):
        assert words in said
    assert "Attribution is read as the share that others brought about" in said


BAD = {
    "formula": (dict(I="=8*2"), "Quantity", "This is a formula. Put in the number itself"),
    "formula for words": (dict(F="=A1"), "Outcome description", "Put in the words themselves"),
    "no proxy": (dict(N=None), "Value in currency", "There is no value of a proxy"),
    "blank filter": (dict(P=None), "Deadweight %", "This is blank. Write 0 if nothing is to be deducted"),
    "over 100": (dict(P=1.2), "Deadweight %", "120 per cent is over 100"),
    "35 for 35%": (dict(R="35"), "Attribution %", "3500 per cent is over 100"),
    "words": (dict(I="about ten"), "Quantity", "“about ten” is not a number"),
    "duration of 0": (dict(K=0), "Duration", "0 does not fit. An outcome lasts from 1 to 30"),
    "duration of 60": (dict(K=60), "Duration", "60 does not fit. An outcome lasts from 1 to 30"),
    "half a year": (dict(K=1.5), "Duration", "1.5 is not a whole number"),
    "start": (dict(L=3), "Outcomes start", "3 does not fit. An outcome starts in year 1"),
    "below nought": (dict(Q="-10%"), "Displacement %", "-10 per cent is below nought"),
    "no quantity": (dict(I=None), "Quantity", "Write how many people changed"),
    "too large": (dict(I=1e15), "Quantity", "is too large for a value map"),
    "too long": (dict(A="x" * 121), "Stakeholders", "121 letters, and 120 is the most"),
    "input below nought": (dict(D=-4), "Inputs: value in currency", "nought or more"),
}


@pytest.mark.parametrize("cells, column, words", BAD.values(), ids=BAD)
def test_what_does_not_fit_is_named_with_sheet_row_and_column(cells, column, words):
    good = with_cells(A="Council", C="grant", D=1000)
    found = problems(common(good, with_cells(**cells), more=[("A title",)]))
    assert [(each.sheet, each.row, each.column) for each in found] == [("Map", 4, column)]
    assert words in found[0].message


def test_every_problem_is_told_at_once():
    found = problems(common(with_cells(K=60, N=None), with_cells(P="a lot"), with_cells(D=5)))
    assert [(each.row, each.column) for each in found] == [
        (2, "Duration"), (2, "Value in currency"), (3, "Deadweight %"),
    ]  # fmt: skip


def test_inputs_of_nought_are_asked_for():
    (found,) = problems(common(with_cells()))
    assert "add up to nought" in found.message and found.column == "Inputs: value in currency"


def test_two_rows_with_one_id_are_both_named():
    twice = replace(maps.guide(), rows=maps.guide().rows)
    content = books.packed(
        {name: part.replace(b">R1b<", b">R1a<") for name, part in books.parts(out(twice)).items()}
    )
    (found,) = problems(content)
    assert (found.sheet, found.row, found.column) == ("Value map", 10, "ID")
    assert "R1a stands in row 9 too" in found.message


def test_more_rows_than_a_map_has_are_refused_soon():
    start = time.monotonic()
    _, found = problems(common(with_cells(D=5), *[with_cells()] * 500))
    assert "501 outcomes, and 500 is the most" in found.message
    assert time.monotonic() - start < 10


def test_a_workbook_without_a_map_is_told_which_headings_it_needs():
    (found,) = problems(common(("a", 1), headings=("Name", "Score")))
    assert "No sheet has the headings of a value map" in found.message


def test_a_column_that_is_missing_is_named():
    headings = ["Deadwait" if each == "Deadweight %" else each for each in books.HEADINGS]
    (found,) = problems(common(with_cells(D=5), headings=headings))
    assert "There is no column headed “Deadweight %”" in found.message


def test_a_map_without_inputs_is_told_so():
    headings = ["Cost" if each.startswith("Inputs: value") else each for each in books.HEADINGS]
    (found,) = problems(common(with_cells(D=5), headings=headings))
    assert "There is no column headed “Value of input”" in found.message
