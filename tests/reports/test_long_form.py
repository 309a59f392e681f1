import dataclasses

import pytest

from survey.analysis import disclosure
from survey.analysis.tables import HIDDEN
from survey.reports import long_form
from tests.reports.files import findings
from tests.reports.release_impact_worlds import impact


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


def test_what_is_due_to_the_programme_is_there_as_words_and_numbers():
    due = impact()
    rows = [
        dict(zip(long_form.OF_THE_FIGURE, each, strict=True))
        for each in long_form.figures(findings(impact=due))
    ]
    found = {(each["table"], each["row_key"], each["column_key"]): each for each in rows}
    share = found["impact", "hope", "share_to"]
    # A third left by each of two bands at the larger end, and nine tenths by the figure that was entered.
    assert (share["value"], share["unit"], share["hidden"]) == (10, "per cent", "no")
    assert found["kinds_hope", "nhs", "deadweight"]["value"] == "up to a third"
    assert found["kinds_hope", "police", "deadweight"]["value"] == "hidden"
    assert len(rows) == sum(len(table.rows) * len(table.columns) for table in findings(impact=due).tables)


def test_a_figure_that_was_entered_is_marked_on_its_row():
    change = findings(release=False).change
    row = dataclasses.replace(change.rows[0], marks={"n_pairs": "entered"})
    marked = disclosure.internal(dataclasses.replace(change.table, rows=(row, *change.rows[1:])))
    said = lines(dataclasses.replace(findings(release=False), change=marked))
    assert [(line["row_key"], line["column_key"]) for line in said if line["mark"]] == [
        ("control", "n_pairs")
    ]
