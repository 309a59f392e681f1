from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from survey.value import discounting
from survey.value.model import FISCAL_AVOIDED, FISCAL_CASHABLE, SOCIAL
from survey.value.worth import impact, worth
from tests.value import maps
from tests.value.maps import row

# Far less than a penny, and more than what tests themselves round away.
LITTLE = Decimal("1e-15")


def test_the_example_of_the_guide_comes_out():
    found = worth(maps.guide())
    assert round(found.total_present_value, 2) == Decimal("81741.93")
    assert round(found.net_present_value, 2) == Decimal("39366.93")
    assert (round(found.sroi_ratio, 2), round(found.net_sroi_ratio, 2)) == (Decimal("1.93"), Decimal("0.93"))
    assert found.inputs == 42375


def test_without_discounting_the_first_year_it_would_not():
    found = worth(maps.guide(timing=discounting.YEAR_0))
    assert (round(found.total_present_value, 2), round(found.sroi_ratio, 2)) == (
        Decimal("84602.90"),
        Decimal("2.00"),
    )


def test_filters_multiply_and_drop_off_begins_in_the_second_year():
    given = {"deadweight": "0.2", "displacement": "0.5", "attribution_to_others": "0.25", "drop_off": "0.1"}
    found = worth(maps.of(row(quantity=10, unit_value=100, duration_years=3, **given), rate="0"))
    assert found.rows[0].gross == 1000 and found.rows[0].impact == 300
    assert found.years == (300, 270, 243) and found.total_present_value == 813


def test_what_drops_off_wholly_lasts_one_year():
    assert worth(maps.of(row(duration_years=3, drop_off="1"), rate="0")).years == (1000, 0, 0)


def test_an_outcome_that_starts_a_year_later_only_moves():
    found = worth(maps.of(row(duration_years=2, drop_off="0.5", starts=2), rate="0"))
    assert found.years == (0, 1000, 500) and found.payback_months is None


def test_what_was_put_in_over_years_is_discounted_where_that_is_said():
    whole = maps.of(inputs=(1000, 1000))
    later = replace(whole, inputs=(whole.inputs[0], replace(whole.inputs[1], year=2)))
    discounted = replace(later, assumptions=replace(later.assumptions, inputs_discounted=True))
    assert worth(later).inputs == 2000
    assert abs(worth(discounted).inputs - (1000 / Decimal("1.035") + 1000 / Decimal("1.035") ** 2)) < Decimal(
        "1e-20"
    )


def test_payback_is_inputs_by_what_a_month_of_the_first_year_brings():
    found = worth(maps.of(row(quantity=20, unit_value=100), inputs=(1000,)))
    assert abs(found.payback_months - 6) <= LITTLE


def test_kinds_of_value_are_kept_apart():
    rows = (
        row("R1", column=SOCIAL),
        row("R2", column=FISCAL_AVOIDED),
        row("R3", quantity=5, column=FISCAL_AVOIDED),
    )
    found = worth(maps.of(*rows, rate="0"))
    assert [found.present_value_of(each) for each in (FISCAL_CASHABLE, FISCAL_AVOIDED, SOCIAL)] == [
        0,
        1500,
        1000,
    ]
    with pytest.raises(ValueError, match="savings"):
        found.present_value_of("savings")


@given(maps.any_rows())
def test_the_order_of_filters_is_irrelevant(any_row):
    names = ("deadweight", "displacement", "attribution_to_others")
    shares = [getattr(any_row, name) for name in names]
    found = {
        impact(replace(any_row, **dict(zip(names, order, strict=True)))) for order in permutations(shares)
    }
    assert max(found) - min(found) <= abs(impact(any_row)) * LITTLE + LITTLE


@given(maps.any_rows(), st.integers(1, 50))
def test_as_many_times_the_inputs_is_so_much_less_a_pound(any_row, times):
    once, more = (worth(maps.of(any_row, inputs=(1000 * each,))) for each in (1, times))
    assert abs(once.sroi_ratio - more.sroi_ratio * times) <= LITTLE
    assert (
        once.net_sroi_ratio == once.sroi_ratio - 1 or abs(once.net_sroi_ratio - once.sroi_ratio + 1) <= LITTLE
    )


@given(maps.any_rows())
def test_what_would_have_happened_anyway_adds_nothing(any_row):
    other = row("R2", 3, 70, 2)
    with_it = worth(maps.of(other, replace(any_row, deadweight=Decimal(1))))
    assert abs(with_it.total_present_value - worth(maps.of(other)).total_present_value) <= LITTLE


@given(maps.any_rows())
def test_present_values_are_of_the_years_and_never_more(any_row):
    assume(any_row.quantity >= 0)
    found = worth(maps.of(any_row))
    assert abs(found.total_present_value - sum(found.present_values)) <= LITTLE
    assert found.total_present_value <= sum(found.years) + LITTLE
