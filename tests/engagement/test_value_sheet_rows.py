from survey.engagement import value_sheet_headings as headings
from survey.engagement.value_sheet_cells import sheets
from survey.engagement.value_sheet_package import unpack
from survey.engagement.value_sheet_rows import Reading, inputs, outcomes
from survey.value.model import SOCIAL
from tests.value import books
from tests.value.books import with_cells


def read(*rows, headings_of=books.HEADINGS):
    every = sheets(unpack(books.common(*rows, headings=headings_of)))
    (found,) = headings.maps(every)
    reading = Reading()
    return outcomes(found, reading), inputs(headings.inputs(every, found), reading), reading


def test_sums_and_rows_without_an_outcome_are_left_alone():
    only_input = with_cells(A="Council", C="grant", D=50, **dict.fromkeys("FGHIJKLMNOPQRST"))
    rows, given, reading = read(
        with_cells(), only_input, (), ("Total", None, None, 50), ("", "", "", "", "PV")
    )
    assert [row.outcome for row in rows] == ["Made friends"]
    assert [each.value for each in given] == [0, 50]
    assert not reading.problems


def test_rows_without_an_id_get_the_next_free_one():
    named = (*books.HEADINGS, "ID")
    rows, _, _ = read((*with_cells(D=1), "R2"), with_cells(), with_cells(), headings_of=named)
    assert [row.id for row in rows] == ["R2", "R1", "R3"]


def test_what_a_row_does_not_say_is_assumed_and_told():
    (row,), _, reading = read(with_cells(D=1, L=None))
    assert (row.starts, row.column) == (1, SOCIAL)
    assert len(reading.assumed) == 3


def test_a_stakeholder_named_once_holds_for_the_rows_below_but_not_in_our_own_layout():
    below = with_cells(A=None)
    (_, second), _, reading = read(with_cells(D=1), below)
    assert second.stakeholder == "Residents" and not reading.problems
    _, _, reading = read((*with_cells(D=1), "R1"), (*below, "R2"), headings_of=(*books.HEADINGS, "ID"))
    assert {(each.row, each.column) for each in reading.problems} == {(3, "Stakeholders")}
