"""The rows of a map in a release: what each figure of them stands on."""

from decimal import Decimal

import pytest

from survey.engagement import value_parts
from survey.records import frames
from survey.records.frames import Group
from survey.records.value_map import MapStakeholder
from survey.reports import asked, value
from survey.reports.release_tables import tables
from survey.reports.release_value_rows import proxies, rows_table
from tests import valuing
from tests.reports.release_value_worlds import scores, world
from tests.reports.worlds import filters


def made_of(made):
    evaluation, found = made.evaluation, value.gather(made.evaluation, made)
    narrowed = filters(evaluation)
    moves = frames.moves(evaluation, narrowed.wave, narrowed.before_kind, Group())
    of_change = tables(evaluation, narrowed, asked.outcomes(evaluation), moves, 10)
    return found, rows_table(found, of_change, 10, 1)


@pytest.fixture
def made(app):
    return world()


def test_how_many_changed_stands_on_who_changed_who_did_not_and_the_net_number(made):
    _, table = made_of(made)
    [row] = table.rows
    assert row.bases["quantity"] == (40, 24, 16, 24) and row.bases["n"] == (40,)
    assert row.cells["quantity"] == pytest.approx(31.25)


def test_a_row_for_the_worse_stands_on_those_who_came_out_worse(made):
    scores(made.evaluation, "hope", [(4, 2)] * 15 + [(3, 3)] * 25)
    valuing.row(made, "hope", of_worse=True, typed=valuing.NOTHING_OFF)
    row = made_of(made)[1].rows[1]
    assert row.bases["quantity"] == (40, 15, 25, 15)
    assert row.cells["quantity"] > 0 and "(for the worse)" in row.heading


@pytest.mark.parametrize("worse", [0, 4])
def test_a_row_for_the_worse_reads_the_same_whether_it_was_nobody_or_few(made, worse):
    scores(made.evaluation, "hope", [(4, 2)] * worse + [(3, 3)] * 40)
    valuing.row(made, "hope", of_worse=True, typed=valuing.NOTHING_OFF)
    assert "(for the worse)" in made_of(made)[1].rows[1].heading


@pytest.mark.parametrize(("better", "worse", "says"), [(2, 8, False), (12, 28, True)])
def test_which_way_a_net_number_goes_is_said_only_where_it_is_told(made, better, worse, says):
    scores(made.evaluation, "hope", [(2, 4)] * better + [(4, 2)] * worse + [(3, 3)] * 40)
    valuing.row(made, "hope", typed=valuing.NOTHING_OFF)
    found, table = made_of(made)
    assert found.built.rows[1].cells["quantity"].value < 0
    assert ("(for the worse)" in table.rows[1].heading) is says
    assert proxies(found, table)[1][0] == table.rows[1].heading


def test_a_number_that_was_typed_stands_on_itself(made):
    valuing.row(made, typed={"quantity": 12, **valuing.NOTHING_OFF})
    row = made_of(made)[1].rows[1]
    assert row.bases["quantity"] == (12,) and row.cells["quantity"] == 12


def test_what_was_said_is_not_in_it_and_what_was_typed_is(made):
    value_parts.type_figure(made.rows[0], "deadweight", Decimal("0.25"), "the log of calls")
    _, table = made_of(made)
    assert table.rows[0].cells["deadweight"] == 25
    assert not {column.unit for column in table.columns} & {"£", "text"}


def test_a_row_says_for_whom_it_is(made):
    value_parts.add(made, MapStakeholder(name="The NHS"))
    assert made_of(made)[1].rows[0].heading == "R1 Made friends: Residents"


def test_each_proxy_is_told_with_its_source(made):
    [(heading, words)] = proxies(*made_of(made))
    assert heading == "R1 Made friends: Residents"
    assert words.startswith("proxy 0: £100.00 a year. the club’s own list")
