import dataclasses

import pytest

from survey.analysis.tables import HIDDEN
from survey.reports import long_form
from tests.reports.files import findings


def lines(found):
    header, *rest = long_form.rows(found)
    return [dict(zip(header, row, strict=True)) for row in rest]


@pytest.mark.parametrize("release", [True, False])
def test_every_cell_of_every_table_has_its_row(release):
    found = findings(release)
    cells = {
        (table.name, row.key, column.key): table.cell(row, column)
        for table in found.tables
        for row in table.rows
        for column in table.columns
    }
    said = lines(found)
    assert len(said) == len(cells)
    for line in said:
        cell = cells[line["table"], line["row_key"], line["column_key"]]
        assert line["value"] == ("hidden" if cell is HIDDEN else cell)
        assert line["hidden"] == ("yes" if cell is HIDDEN else "no")


def test_a_loose_row_says_what_it_is_of():
    line = lines(findings())[0]
    assert line["programme"] == "Walking alongside" and line["period"] == "1 April 2026 to 31 March 2027"
    assert (line["release"], line["made_up"]) == ("Release 3", "yes")
    assert {each["release"] for each in lines(findings(release=False))} == {
        "Internal: for the team, not for publication"
    }


def test_a_table_that_was_not_let_out_is_refused():
    found = findings()
    with pytest.raises(TypeError):
        list(long_form.rows(dataclasses.replace(found, helped=found.helped.table)))
