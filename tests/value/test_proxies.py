from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.value.entries import MARKET, UNIT_COST, WELLBEING
from survey.value.model import Wrong
from survey.value.proxies import (
    check_one_per_change,
    deflators,
    library,
    uprated,
    volunteer_hours,
)
from tests.value.maps import row

VINTAGE = deflators()["hmt_2025_12"]
LICENSED = ("hact", "outcomes star", "mycaw", "swemwbs", "social value bank", "gmca")


def test_the_wellby_is_there_with_its_range_and_price_year():
    found = library()["wellby"]
    assert (found.value, found.low, found.high, found.price_year) == (13000, 10000, 16000, 2019)
    assert found.kind == WELLBEING and found.values_average_move


def test_hours_rise_from_year_to_year():
    rates = list(volunteer_hours().values())
    assert [each.value for each in rates] == sorted(each.value for each in rates)
    assert (rates[-2].price_year, rates[-2].value) == (2025, Decimal("12.21"))


@pytest.mark.parametrize("entry", [*library().values(), *deflators().values()], ids=lambda each: each.id)
def test_everything_says_where_it_is_from_and_may_be_used_by_anybody(entry):
    assert entry.source and entry.note and entry.licence == "Open Government Licence v3.0"
    words = " ".join((entry.id, entry.name, entry.source)).casefold()
    assert not any(name in words for name in LICENSED)


def test_a_value_of_2019_in_the_prices_of_2023():
    assert round(uprated(Decimal(13000), 2019, 2023, VINTAGE)) == 15427
    assert uprated(Decimal(13000), 2019, 2019, VINTAGE) == 13000


@given(st.sampled_from(sorted(VINTAGE.index)), st.sampled_from(sorted(VINTAGE.index)))
def test_there_and_back_is_the_same(one, other):
    again = uprated(uprated(Decimal(100), one, other, VINTAGE), other, one, VINTAGE)
    assert abs(again - 100) < Decimal("1e-20")


@pytest.mark.parametrize(("start", "end"), [(1989, 2024), (2019, 2025)])
def test_a_year_that_the_vintage_does_not_hold_is_refused(start, end):
    with pytest.raises(Wrong, match=r"^price year (1989|2025): GDP deflator.* from 1990 to 2024"):
        uprated(Decimal(1), start, end, VINTAGE)


def test_a_unit_cost_and_a_wellbeing_value_for_one_change_are_refused():
    rows = (row("R1"), replace(row("R2"), outcome=" made  FRIENDS"))
    with pytest.raises(Wrong, match="^row R2: the same change is valued in row R1 already"):
        check_one_per_change(rows, {"R1": UNIT_COST, "R2": WELLBEING})


@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        (row("R2"), {"R1": UNIT_COST, "R2": UNIT_COST}),
        (row("R2"), {"R1": WELLBEING, "R2": MARKET}),
        (row("R2"), {"R1": WELLBEING}),
        (replace(row("R2"), stakeholder="Local NHS"), {"R1": WELLBEING, "R2": UNIT_COST}),
        (replace(row("R2"), outcome="Fewer falls"), {"R1": WELLBEING, "R2": UNIT_COST}),
    ],
)
def test_other_pairs_are_left_alone(second, kinds):
    check_one_per_change((row("R1"), second), kinds)
