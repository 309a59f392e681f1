from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from survey.value.figures import VARIED, Assumption, changed
from survey.value.model import FILTERS
from survey.value.switching import switching_value
from survey.value.worth import worth
from tests.value import maps
from tests.value.maps import row

LITTLE = Decimal("1e-15")


def test_duration_has_no_switching_value():
    with pytest.raises(KeyError):
        switching_value(maps.of(), Assumption("R1", "duration_years"))


def test_the_example_of_the_guide_breaks_even_where_so_few_stay_healthy():
    fewer = switching_value(maps.guide(), Assumption("R1c", "quantity"))
    found = worth(changed(maps.guide(), {Assumption("R1c", "quantity"): fewer}))
    assert abs(found.sroi_ratio - 1) < LITTLE
    assert round(fewer, 2) == Decimal("1.06")


@pytest.mark.parametrize("name", FILTERS)
def test_where_nothing_within_bounds_breaks_even_none_is_named(name):
    assert switching_value(maps.of(row(quantity=1)), Assumption("R1", name)) is None


@pytest.mark.parametrize("name", ["unit_value", "drop_off"])
def test_what_changes_nothing_has_no_switching_value(name):
    assert switching_value(maps.of(row(quantity=0)), Assumption("R1", name), Decimal(0)) is None


@settings(deadline=None)
@given(maps.any_rows(), st.sampled_from(VARIED))
def test_the_closed_form_agrees_with_a_search(any_row, name):
    whole = maps.of(row("R2", 3, 300, 2), any_row)
    assumption = Assumption("R1", name)
    found = switching_value(whole, assumption)
    assume(found is not None)
    # A search that knows nothing of lines: it halves between two figures on either side.
    apart = Decimal("0.5") if name in FILTERS else abs(found) + 1
    low, high = found - apart, found + apart
    if name in FILTERS:
        low, high = max(low, Decimal(0)), min(high, Decimal(1))

    def above(figure):
        return worth(changed(whole, {assumption: figure})).sroi_ratio > 1

    assume(above(low) != above(high))
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if above(middle) == above(low) else (low, middle)
    assert abs(low - found) <= Decimal("1e-9") * (1 + abs(found))
