import pytest

from tests.reports.papers import COLUMNS, summary


def test_only_a_table_that_disclosure_let_out_is_shown():
    unsafe = summary().table.table
    with pytest.raises(TypeError, match="disclosure"):
        summary(table=unsafe)


def test_cells_are_rounded_for_people_and_what_is_not_there_is_a_dash():
    first, *_, last = summary().lines
    assert first[:3] == ("Control", "Control", ("1,048", "4.1", "1.9", "−2.2", "−53", "−54"))
    assert last[2] == ("0", *["–"] * (len(COLUMNS) - 1))


def test_a_row_keeps_its_own_small_picture():
    pictures = {"Control": "<svg>c</svg>"}
    assert [line[3] for line in summary(moves=pictures).lines] == ["<svg>c</svg>", *[""] * 7]
