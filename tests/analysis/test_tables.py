from dataclasses import FrozenInstanceError

import pytest

from survey.analysis.tables import HIDDEN, Column, Hidden, Row, Table, is_shown

PEOPLE = Column("n", "People", "people")
BEFORE = Column("before", "Before", "score", 1)


def table(*rows):
    return Table("change", "Change by outcome", (PEOPLE, BEFORE), rows, row_heading="Outcome")


def test_a_cell_is_where_row_and_column_meet():
    hope = Row("hope", "Hope", {"n": 12, "before": 2.25})
    assert table(hope).cell(hope, BEFORE) == 2.25


def test_a_missing_cell_is_none():
    hope = Row("hope", "Hope", {"n": 0})
    assert table(hope).cell(hope, BEFORE) is None


def test_a_cell_without_a_column_is_refused():
    with pytest.raises(ValueError, match="table change, row hope: no column for after"):
        table(Row("hope", "Hope", {"n": 1, "after": 3}))


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="column n: no such unit as 'persons'"):
        Column("n", "People", "persons")


def test_figures_stand_on_people_or_on_organisations():
    assert PEOPLE.of == "people"
    assert Column("n", "Partners", "organisations", of="organisations").of == "organisations"
    with pytest.raises(ValueError, match="column n: nobody is called 'streets'"):
        Column("n", "Streets", "people", of="streets")


def test_a_table_is_frozen():
    with pytest.raises(FrozenInstanceError):
        table().caption = "Something else"


def test_every_hidden_figure_reads_the_same():
    assert str(HIDDEN) == "hidden"
    assert Hidden() == HIDDEN


def test_a_figure_is_shown_when_it_is_there_and_not_hidden():
    assert [is_shown(value) for value in (0, 0.0, None, HIDDEN)] == [True, True, False, False]
