from decimal import Decimal

import pytest

from survey.value.model import Wrong
from survey.value.sensitivity import (
    Assumption,
    durations,
    tornado,
)
from tests.value import maps
from tests.value.maps import row

LITTLE = Decimal("1e-15")


def test_one_figure_at_a_time_the_widest_swing_first():
    whole = maps.of(row("R1"), row("R2", quantity=2), rate="0")
    shares = Decimal("0.1"), Decimal("0.5")
    few, many = (Assumption(name, "deadweight") for name in ("R2", "R1"))
    found = tornado(whole, {few: shares, many: shares})
    assert [each.assumption for each in found] == [many, few]
    assert [(each.ratio_low, each.ratio_high) for each in found] == [
        (Decimal("1.1"), Decimal("0.7")),
        (Decimal("1.18"), Decimal("1.1")),
    ]
    assert found[0].width == Decimal("0.4")


def test_the_tornado_takes_duration_a_year_down_and_up():
    whole = maps.of(row("R1", duration_years=2), row("R2"), row("R3", 0, duration_years=30), rate="0")
    found = {each.assumption.row: each for each in tornado(whole, durations(whole))}
    ends = {name: (each.low, each.high) for name, each in found.items()}
    assert ends == {"R1": (1, 3), "R2": (1, 2), "R3": (29, 30)}
    assert (found["R1"].ratio_low, found["R1"].ratio_high) == (2, 4)
    assert (found["R2"].ratio_low, found["R2"].ratio_high) == (3, 4)


def test_a_figure_out_of_bounds_is_refused_by_its_row():
    with pytest.raises(Wrong, match="^row R1: deadweight"):
        tornado(maps.of(), {Assumption("R1", "deadweight"): (Decimal(0), Decimal(2))})
