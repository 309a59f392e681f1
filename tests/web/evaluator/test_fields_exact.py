"""Numbers are read as they were meant or not at all: nothing is guessed, rounded or made into another."""

from decimal import Decimal

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from survey.web.evaluator.fields_exact import (
    TOO_LONG,
    ExactField,
    MoneyField,
    PickField,
    ShareField,
    WholeField,
)

WRONG, MISSING = "Write a number.", "Write something."


class Typed(Form):
    money = MoneyField("Money", WRONG, MISSING)
    share = ShareField("Share", WRONG)
    years = WholeField("Years", WRONG, least=1, most=30)
    any = ExactField("Any", WRONG, least=None)
    which = PickField("Which", WRONG, choices=[("", "None"), ("5", "Five")])


def typed(name, text, **more):
    form = Typed(MultiDict({"money": "1", "which": "", **more, name: text}))
    form.validate()
    return form[name]


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("money", "1,000.50", "1000.50"),
        ("money", " £ 1 000 ", "1000"),
        ("money", "999999999999", "999999999999"),
        ("money", "0.0000000001", "0.0000000001"),
        ("share", "12.5", "0.125"),
        ("share", "100 %", "1"),
        ("share", "", None),
        ("any", "−3.5", "-3.5"),
        ("years", "30", "30"),
    ],
)
def test_what_is_meant_is_read_to_the_last_digit(name, text, read):
    field = typed(name, text)
    assert not field.errors and field.data == (None if read is None else Decimal(read))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        *(
            ("money", text, WRONG)
            for text in ("NaN", "1e9", "Infinity", "1,00", "1.2.3", "££1", "-1", "١٢", "½")
        ),
        ("money", "1234567890.123", TOO_LONG),
        ("money", "9" * 400, TOO_LONG),
        ("money", "  ", MISSING),
        ("share", "101", WRONG),
        ("share", "-1", WRONG),
        ("years", "0", WRONG),
        ("years", "31", WRONG),
        ("years", "1.5", WRONG),
        ("which", "6", WRONG),
        ("which", "99999999999999999999", WRONG),
    ],
)
def test_what_cannot_be_meant_is_refused_and_stays_as_it_was_typed(name, text, said):
    field = typed(name, text)
    assert field.errors == [said]
    assert name == "which" or field._value() == text


@pytest.mark.parametrize(
    ("name", "kept", "shown"),
    [("share", "0.125", "12.5"), ("share", "1", "100"), ("money", "10.50", "10.5"), ("money", "100", "100")],
)
def test_what_is_kept_is_shown_as_one_would_type_it(name, kept, shown):
    assert Typed(data={name: Decimal(kept)})[name]._value() == shown


def test_what_is_picked_is_a_number_or_none():
    assert typed("which", "5").number == 5 and typed("which", "").number is None
    assert typed("which", "=1+1").number is None
    assert Typed(data={"which": None}).which.data == ""
