from decimal import Decimal

import pytest

from survey.value.model import FILTERS, ValueMap, Wrong
from tests.value import maps
from tests.value.maps import row


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"duration_years": 0}, "duration is in whole years, from 1 to 30"),
        ({"duration_years": 60}, "duration is in whole years, from 1 to 30"),
        ({"starts": 0}, "starts in year 1"),
        ({"starts": 3}, "starts in year 1"),
        ({"unit_value": "NaN"}, "unit_value is not a number"),
        ({"quantity": "Infinity"}, "quantity is not a number"),
        ({"column": "savings"}, "its kind of value is one of fiscal_cashable"),
        *(
            ({name: share}, f"{name} is a share from 0 to 1")
            for name in FILTERS
            for share in ("-0.1", "1.01", "50")
        ),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_by_name(given, said):
    with pytest.raises(Wrong, match=f"^row R7: .*{said}") as refused:
        maps.of(row("R7", **given))
    assert refused.value.place == "row R7"


@pytest.mark.parametrize("inputs", [(), (0,), (0, 0)])
def test_without_inputs_there_is_no_ratio(inputs):
    with pytest.raises(Wrong, match="^inputs: these add up to nought"):
        maps.of(inputs=inputs)


@pytest.mark.parametrize("value", [-1, "NaN"])
def test_an_input_is_a_sum_of_money(value):
    with pytest.raises(Wrong, match="^input 2: its value is a sum of money"):
        maps.of(inputs=(1000, value))


@pytest.mark.parametrize("assumed", [{"timing": "whenever"}, {"kind": "hoped"}])
def test_an_assumption_that_nobody_knows_is_refused(assumed):
    with pytest.raises(Wrong, match="this is one of"):
        maps.of(**assumed)


def test_every_row_has_an_id_of_its_own():
    with pytest.raises(Wrong, match="^row R1: two rows|^row R1: 2 rows"):
        maps.of(row("R1"), row("R2"), row("R1"))


def test_a_map_without_outcomes_is_refused():
    whole = maps.of()
    with pytest.raises(Wrong, match="^rows: there is none"):
        ValueMap(whole.inputs, (), whole.assumptions)


def test_a_change_for_the_worse_and_a_value_below_nought_are_rows_like_others():
    assert maps.of(row(quantity=-3), row("R2", unit_value=-5)).rows[0].quantity == Decimal(-3)


@pytest.mark.parametrize(("share", "meant"), [("35", "0.35"), ("100", "1"), ("2.5", "0.025")])
def test_a_share_that_was_typed_as_per_cent_is_told_so(share, meant):
    with pytest.raises(Wrong, match=f"; {share} looks like per cent, which would be {meant}[.]$"):
        maps.of(row(deadweight=share))


@pytest.mark.parametrize("share", ["-0.35", "101"])
def test_what_could_not_be_per_cent_either_is_not_taken_for_it(share):
    with pytest.raises(Wrong, match="per cent\\)[.]$"):
        maps.of(row(deadweight=share))
