import pytest

from survey.engagement import sheets
from survey.engagement.sheets import Row, Unreadable

WORDS = "code;area\nwren-1;Café – süd\n"
ROWS = [Row(1, ("code", "area")), Row(2, ("wren-1", "Café – süd"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_file_is_read_in_the_encodings_that_spreadsheets_write(encoding):
    assert sheets.records(sheets.decode(WORDS.encode(encoding))) == ROWS


def test_a_byte_that_no_encoding_knows_does_not_stop_the_rest():
    assert sheets.decode(b"code,area\nw\x81ren,North").endswith("North")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and more", "This is a spreadsheet"),
        (b"\xd0\xcf\x11\xe0 and more", "This is a spreadsheet"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)), "does not hold text"),
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
    ],
)
def test_what_is_not_a_list_is_named(data, said):
    with pytest.raises(Unreadable, match=said):
        sheets.decode(data)


def test_signs_that_no_database_keeps_are_left_out():
    assert sheets.decode(b"a,b\nx\x00y" + b"," * 200) == "a,b\nxy" + "," * 200


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_whatever_separates_cells_is_found_out(separator):
    text = separator.join(["a", "b"]) + "\n" + separator.join(['"Money, debt; benefits"', " d "])
    expected = [Row(1, ("a", "b")), Row(2, ("Money, debt; benefits", "d"))]
    assert sheets.lines(text) == expected
    assert sheets.records(text) == expected


def test_blank_rows_are_left_out_and_still_counted():
    text = "a,b\r\n\r\n , \r\nc,d"
    assert [row.number for row in sheets.lines(text)] == [1, 4]
    assert [row.number for row in sheets.records(text)] == [1, 4]


def test_a_cell_of_a_file_may_run_over_lines():
    assert sheets.records('a,"two\r\nlines"\nc,d') == [Row(1, ("a", "two lines")), Row(2, ("c", "d"))]


def test_a_mark_that_never_closes_is_named_in_a_file_and_costs_one_line_of_a_list():
    text = 'a,b\nc,"d\ne,f'
    with pytest.raises(Unreadable, match="row 2"):
        sheets.records(text)
    assert [row.number for row in sheets.lines(text)] == [1, 2, 3]
