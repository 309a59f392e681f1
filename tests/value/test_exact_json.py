import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.value.exact_json import LONGEST, number, parsed, written
from survey.value.model import Wrong

NUMBERS = st.decimals(-(10**12), 10**12, places=9)


def test_numbers_are_read_as_they_stand():
    assert parsed('{"a": 0.1, "b": [7, true, null]}') == {"a": Decimal("0.1"), "b": [Decimal(7), True, None]}
    assert isinstance(parsed("7"), Decimal) and parsed("NaN").is_nan()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,\n "b" 2}', "not JSON .line 2: "),
        ("", "not JSON .line 1: "),
        ("[" * 100_000, "not JSON that can be read"),
        ("1e" + "9" * 30, "not JSON that can be read"),
        ('{"a": 1, "b": 2, "a": 3}', "the key 'a' is given twice"),
        (" " * (LONGEST + 1), "longer than 2,000,000 characters"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(text, said):
    with pytest.raises(Wrong, match=f"^file: .*{said}") as refused:
        parsed(text)
    assert "\n" not in str(refused.value)


@given(NUMBERS)
def test_what_is_written_is_read_back_exactly(value):
    assert parsed(written({"a": [value]})) == {"a": [value]}
    assert json.loads(written([value])) == [float(value)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("0.00", "0"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("1.50", "1.5"),
        ("1E-7", "0.0000001"),
    ],
)
def test_numbers_are_plain(value, text):
    assert number(Decimal(value)) == text


def test_digits_are_significant_ones():
    third = Decimal(1) / 3
    assert number(third / 1000, 5) == "0.00033333" and number(Decimal("123456.7"), 3) == "123000"


def test_it_is_indented_json():
    value = {"words": "£ “a”", "none": {}, "list": [], "deep": [{"b": True}]}
    assert json.loads(written(value)) == value
    assert written({"a": {"b": 1}}) == '{\n  "a": {\n    "b": 1\n  }\n}'


def test_floats_and_what_is_not_finite_never_come_in():
    with pytest.raises(TypeError, match="float"):
        written([0.1])
    with pytest.raises(ValueError, match="finite"):
        written([Decimal("NaN")])
