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
