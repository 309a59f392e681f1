from decimal import Decimal

import pytest

from survey.analysis import money


@pytest.mark.parametrize("value, words", [
    ("81741.93", "£81,742"), ("-20.5", "−£21"), ("0", "£0"), ("-0.0", "£0"),
    ("0.4", "less than £1"), ("-0.4", "between −£1 and £0"), ("0.5", "£1"), ("6470000", "£6,470,000"),
])  # fmt: skip
def test_money_is_told_in_whole_pounds_and_never_called_nought_when_it_is_not(value, words):
    assert money.pounds(Decimal(value)) == words


@pytest.mark.parametrize(
    "value, words", [("1.929", "1.93"), ("3.675", "3.68"), ("-0.001", "0.00"), ("-1.5", "−1.50")]
)
def test_a_ratio_has_two_decimals(value, words):
    assert money.ratio(Decimal(value)) == words


def test_a_share_is_told_as_a_percentage():
    assert money.per_cent_of(Decimal("0.035"), 1) == "3.5 per cent"
    assert money.per_cent_of(Decimal("0.25")) == "25 per cent"


@pytest.mark.parametrize(
    "value, words", [("3.10", "3.1"), ("1200", "1,200"), ("0.004", "0"), ("-2.25", "−2.25")]
)
def test_an_amount_has_no_noughts_at_its_end(value, words):
    assert money.amount(Decimal(value)) == words
