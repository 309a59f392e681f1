from decimal import Decimal

import pytest

from survey.engagement.value_sheet_cells import Cell
from survey.engagement.value_sheet_values import value
from survey.value.map_columns import INPUT_COLUMNS, MAP_COLUMNS

COLUMNS = {each.name: each for each in (*INPUT_COLUMNS, *MAP_COLUMNS)}


def read(name, found, **more):
    given = Decimal(str(found)) if isinstance(found, (int, float)) else found
    return value(COLUMNS[name], Cell(given, **more))


@pytest.mark.parametrize("found", [0.35, "35%", "35 %", "35 per cent", "0.35"])
def test_a_share_is_read_however_it_is_written(found):
    assert read("deadweight", found) == Decimal("0.35")


@pytest.mark.parametrize("found, expected", [
    ("1,500", 1500), ("£1,500.50", Decimal("1500.5")), ("-3", -3), ("\u22123", -3), (".5", Decimal("0.5")),
    (7, 7),
])  # fmt: skip
def test_numbers_that_were_taken_for_words_are_numbers(found, expected):
    assert read("quantity", found) == expected


@pytest.mark.parametrize("found", ["1,5", "1.500,00", "ten", "£", "-", "1e5", "TRUE", "5 people", "%"])
def test_what_is_no_number_is_asked_for_again(found):
    with pytest.raises(ValueError, match="is not a number. Write figures alone"):
        read("quantity", found)


def test_what_may_be_blank_is_nothing_and_what_may_not_is_asked_for():
    assert value(COLUMNS["n"], None) is None
    assert value(COLUMNS["note"], None) == ""
    with pytest.raises(ValueError, match="Write 0 if nothing"):
        value(COLUMNS["drop_off"], None)


def test_formulas_and_errors_are_not_read():
    with pytest.raises(ValueError, match="This is a formula"):
        read("quantity", 5, formula=True)
    with pytest.raises(ValueError, match="shows the error #REF!"):
        read("quantity", None, error="#REF!")


def test_kinds_of_value_are_known_by_our_words_and_in_small_variations():
    assert read("column", "Fiscal (cashable)".replace("(", ", ").replace(")", "")) == "fiscal_cashable"
    assert read("column", "fiscal_avoided") == "fiscal_avoided"
    with pytest.raises(ValueError, match="none of the kinds of value"):
        read("column", "savings")


def test_an_id_may_be_a_number():
    assert read("id", 12) == "12"


@pytest.mark.parametrize("found, words", [
    (1e-300, "nearer to nought than any figure"), ("0." + "0" * 30 + "1", "nearer to nought"),
    ("0." + "3" * 60, "has too many figures"), ("9" * 2_000_000, "has too many figures"),
    (1e300, "is too large for a value map"),
])  # fmt: skip
def test_a_figure_that_the_records_have_no_room_for_is_asked_for_again(found, words):
    with pytest.raises(ValueError, match=words) as refused:
        read("quantity", found)
    assert len(str(refused.value)) < 150
    assert read("quantity", 5.551115123125783e-17) and read("quantity", 0) == 0
