"""What is kept comes back to the last digit, on both databases."""

from decimal import Decimal

import pytest

from survey.records.base import db
from survey.records.value_row import TypedFigure
from tests import making, valuing

LONG = Decimal("12345678901234567890.1234567890123456789")


@pytest.mark.parametrize("value", [LONG, -LONG, Decimal("0.1"), Decimal("1E+3"), Decimal(0)])
def test_a_number_comes_back_as_it_went_in(app, value):
    made = valuing.value_map(making.evaluation())
    row = valuing.row(made, typed={"quantity": value})
    db.session.expire_all()
    assert db.session.get(TypedFigure, (row.id, "quantity")).value == value


def test_nothing_stays_nothing(app):
    made = valuing.value_map(making.evaluation())
    db.session.expire_all()
    assert made.published_value is None
