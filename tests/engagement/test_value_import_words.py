from datetime import date
from decimal import Decimal

import pytest

from survey.engagement import value_import_words as words


@pytest.mark.parametrize("before, after, expected", [
    (Decimal("0.1"), Decimal("0.1"), True),
    (Decimal(1) / 3, Decimal(repr(1 / 3)), True),
    (Decimal("100.01"), Decimal("100.02"), False),
    (Decimal(0), Decimal(0), True),
    (Decimal(0), Decimal("1e-9"), False),
    (None, Decimal(0), False),
])  # fmt: skip
def test_numbers_are_the_same_as_far_as_a_spreadsheet_can_tell(before, after, expected):
    assert words.same(before, after) is expected


def test_figures_and_settings_are_said_in_words():
    assert words.figure("quantity", Decimal("12.50")) == "12.5"
    assert words.figure("deadweight", Decimal("0.25")) == "25 per cent"
    assert words.figure("deadweight", None) == ""
    assert words.figure("quantity", Decimal(250) / 3) == "83.3333"
    assert words.figure("deadweight", Decimal(1) / 3) == "33.3333 per cent"
    assert words.money(Decimal("-1234567.10")) == "−£1,234,567.1"
    assert [words.shown(each) for each in (True, "year_0", "social", Decimal("0.035"), 3)] == [
        "yes", "first year not discounted", "social", "3.5 per cent", "3",
    ]  # fmt: skip


@pytest.mark.parametrize("name, expected", [
    ("map.xlsx", "from the file map.xlsx, 3 May 2027"),
    ("a\x00b\n c.xlsx", "from the file ab c.xlsx, 3 May 2027"),
    ("\x07", "from the file a spreadsheet, 3 May 2027"),
    ("x" * 300, f"from the file {'x' * 100}, 3 May 2027"),
])  # fmt: skip
def test_the_name_of_a_file_is_kept_without_what_no_database_keeps(name, expected):
    assert words.Source(name, date(2027, 5, 3)).words == expected


def test_the_file_stands_behind_what_it_gives_as_a_source():
    source = words.Source("map (1).xlsx", date(2027, 5, 3))
    first = source.behind("the log (2026)")
    assert first == "the log (2026) (from the file map (1).xlsx, 3 May 2027)"
    later = words.Source("b.xlsx", date(2027, 6, 1))
    assert later.behind(first) == "the log (2026) (from the file b.xlsx, 1 June 2027)"
    assert later.behind(source.words) == later.behind("") == later.words


@pytest.mark.parametrize("kept, given, expected", [
    ("the log", "the\nlog", True),
    ("the log", "the rota", False),
    ("the log (from the file a.xlsx, 3 May 2027)", "the log", True),
    ("the log (from the file a.xlsx, 3 May 2027)", "the log (from the file a.xlsx, 3 May 2027)", True),
    ("the log (from the file a.xlsx, 3 May 2027)", "the log (from the file b.xlsx, 3 May 2027)", False),
    ("from the file a.xlsx, 3 May 2027", "", True),
    ("the log", "", False),
])  # fmt: skip
def test_a_source_is_the_same_with_or_without_the_file_that_it_came_from(kept, given, expected):
    assert words.same_source(kept, given) is expected


def test_capitals_make_no_other_name():
    assert words.same_name("Local  residents", "local Residents")
    assert not words.same_name("Residents", "Resident")
