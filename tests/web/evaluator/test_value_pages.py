"""What the pages of a value map share."""

from decimal import Decimal

import pytest

from survey.value.model import Wrong
from survey.web.evaluator.value_pages import figure_words, typed_pounds, without_place


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1000", "£1,000"),
        ("1000.5", "£1,000.50"),
        ("-20.25", "−£20.25"),
        ("0", "£0"),
        ("0.00001", "£0.00001"),
        ("1.10", "£1.10"),
    ],
)
def test_a_sum_that_was_typed_is_shown_to_the_last_digit(value, shown):
    assert typed_pounds(Decimal(value)) == shown


def test_figures_are_people_or_shares():
    assert figure_words("quantity", Decimal("12.34")) == "12.3"
    assert figure_words("deadweight", Decimal("0.125")) == "12.5 per cent"
    assert figure_words("drop_off", None) == "Not known yet"


def test_what_is_wrong_is_said_without_the_place_where_it_stands():
    assert without_place(Wrong("row R1", "its source is missing.")) == "Its source is missing."
