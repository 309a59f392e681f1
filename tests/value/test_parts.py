from decimal import Decimal

import pytest

from survey.value import parts
from survey.value.model import Wrong

READERS = {"quantity": parts.amount, "drop_off": parts.amount}


def test_known_keys_are_read_and_others_left_aside():
    given = {"quantity": Decimal(3), "drop_off": None, "colour": "red"}
    assert parts.take(given, READERS, ("quantity",), "row R1") == {"quantity": 3}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"quantity": Decimal(1), "dropoff": Decimal(1)},
            "'dropoff' is not known; is drop_off meant",
        ),
        ({"quantity": None}, "quantity is missing"),
        ({}, "quantity is missing"),
        ([], "an object with keys and values"),
        ({"quantity": "7"}, "quantity is a number, without quotes or signs of money: not '7'"),
        ({"quantity": True}, "quantity is not a number"),
        ({"quantity": Decimal("Infinity")}, "quantity is not a number"),
        ({"quantity": Decimal("1e16")}, "larger or finer"),
        ({"quantity": Decimal("-1e1000000")}, "larger or finer"),
        ({"quantity": Decimal("1e-31")}, "larger or finer"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(given, said):
    with pytest.raises(Wrong, match=f"^row R1: .*{said}"):
        parts.take(given, READERS, ("quantity",), "row R1")


@pytest.mark.parametrize(
    ("reader", "value", "found"),
    [
        (parts.whole, Decimal("3.0"), 3),
        (parts.words, "  one\n two ", "one two"),
        (parts.note, "", ""),
        (parts.yes_or_no, False, False),
    ],
)
def test_values_are_read(reader, value, found):
    assert reader(value, "row R1", "key") == found


@pytest.mark.parametrize(
    ("reader", "value", "said"),
    [
        (parts.whole, Decimal("1.5"), "key is a whole number, not 1.5"),
        (parts.words, " ", "key is missing"),
        (parts.words, Decimal(1), "key is missing"),
        (parts.note, "x" * 2001, "key is longer than 2,000"),
        (parts.yes_or_no, "yes", "key is true or false"),
    ],
)
def test_values_of_another_kind_are_refused(reader, value, said):
    with pytest.raises(Wrong, match=f"^row R1: {said}"):
        reader(value, "row R1", "key")


def test_lists_are_lists_and_not_endless():
    assert parts.each_of([1], "rows", 1) == [1]
    for value, said in (({}, "a list"), ([1, 2], "there are 2; the most is 1")):
        with pytest.raises(Wrong, match=f"^rows: .*{said}"):
            parts.each_of(value, "rows", 1)
