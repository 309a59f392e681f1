from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.value.extremes import joint, without_largest
from survey.value.figures import DURATION, Assumption, changed
from survey.value.model import FILTERS, Wrong
from survey.value.sensitivity import durations
from survey.value.worth import worth
from tests.value import maps
from tests.value.maps import row

LITTLE = Decimal("1e-15")


def between(name, low, high, of="R1"):
    return {Assumption(of, name): (Decimal(low), Decimal(high))}


def test_all_at_their_cautious_and_hopeful_ends():
    whole = maps.of(row(quantity=10, deadweight="0.5", duration_years=2), rate="0")
    ranges = between("deadweight", "0.2", "0.8") | between("quantity", 5, 15) | durations(whole)
    assert joint(whole, ranges) == (Decimal("0.1"), 1, Decimal("3.6"))


def test_taking_more_off_a_negative_outcome_is_hopeful():
    whole = maps.of(row(), row("R2", quantity=-5, deadweight="0.5"), rate="0")
    assert joint(whole, between("deadweight", "0", "1", of="R2")) == (Decimal("0.5"), Decimal("0.75"), 1)


def test_without_ranges_all_three_are_the_ratio():
    assert set(joint(maps.guide(), {})) == {worth(maps.guide()).sroi_ratio}


@settings(deadline=None, max_examples=30)
@given(maps.any_rows(), st.data())
def test_no_corner_lies_outside(any_row, data):
    whole = maps.of(any_row, row("R2"))
    shares = st.tuples(maps.SHARES, maps.SHARES)
    ranges = {Assumption("R1", name): data.draw(shares) for name in FILTERS[:2] + FILTERS[3:]}
    ranges |= between("quantity", *sorted(data.draw(st.tuples(st.integers(-9, 9), st.integers(-9, 9)))))
    ranges |= {Assumption("R1", DURATION): durations(whole)[Assumption("R1", DURATION)]}
    low, base, high = joint(whole, ranges)
    corners = [
        worth(changed(whole, dict(zip(ranges, figures, strict=True)))).sroi_ratio
        for figures in product(*ranges.values())
    ]
    assert abs(min(*corners, base) - low) <= LITTLE and abs(max(*corners, base) - high) <= LITTLE


def test_a_range_out_of_bounds_or_of_nothing_is_refused():
    with pytest.raises(Wrong, match="^row R1: deadweight"):
        joint(maps.of(), between("deadweight", "0", "1.2"))
    with pytest.raises(KeyError):
        joint(maps.of(), between("deadweight", "0", "1", of="R9"))


def test_the_ratio_without_its_largest_row_either_way():
    whole = maps.of(row("R1", 10), row("R2", -20), row("R3", 5), rate="0")
    assert without_largest(whole) == ("R2", Decimal("1.5"))
    assert without_largest(maps.guide())[0] == "R1c"


def test_one_row_alone_is_never_left_out():
    assert without_largest(maps.of()) is None
