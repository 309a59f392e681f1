import pytest

from survey.reports.rendering import render
from survey.reports.summary import Summary
from tests.reports.papers import COLUMNS, summary


def test_only_a_table_that_disclosure_let_out_is_shown():
    unsafe = summary().table.table
    with pytest.raises(TypeError, match="disclosure"):
        summary(table=unsafe)


def test_cells_are_rounded_for_people_and_what_is_not_there_is_a_dash():
    first, *_, last = Summary.lines(summary().table)
    assert first[:3] == ("Control", "Control", ("1,048", "4.1", "1.9", "−2.2", "−53", "−54"))
    assert last[2] == ("0", *["–"] * (len(COLUMNS) - 1))


def test_a_row_keeps_its_own_small_picture():
    pictures = {"Control": "<svg>c</svg>"}
    page = render("report/summary.html", summary=summary(moves=pictures))
    assert page.count("<svg>c</svg>") == 1
    row = next(row for row in page.split("<tr>") if "<svg>c</svg>" in row)
    assert "</span> Control</th>" in row


def test_the_annex_takes_safe_tables_only():
    made = summary(annex=(summary().table,))
    assert render("report/summary.html", summary=made).count("<table") == 2
    with pytest.raises(TypeError, match="disclosure"):
        summary(annex=(summary().table.table,))
