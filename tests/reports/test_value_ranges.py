"""Ends are those that are known, else the usual ones, and never out of bounds."""

from decimal import Decimal

from survey.reports.value_ranges import ranges
from survey.value.sensitivity import Assumption
from tests.value import maps


def test_known_ends_are_used_and_the_usual_ones_elsewhere():
    value_map = maps.of(maps.row("R1", 10, 100, 2, deadweight="0.05", drop_off="0.95"))
    known = {Assumption("R1", "quantity"): (Decimal(8), Decimal(11))}
    found = {each.name: ends for each, ends in ranges(value_map, known).items()}
    assert found["quantity"] == (8, 11) and found["unit_value"] == (80, 120)
    assert found["deadweight"] == (0, Decimal("0.15")) and found["drop_off"] == (Decimal("0.85"), 1)
    assert found["duration_years"] == (1, 3)


def test_what_makes_no_difference_is_not_varied():
    found = {each.name: ends for each, ends in ranges(maps.of(maps.row("R1", 0, 100, 30)), {}).items()}
    assert "quantity" not in found and found["duration_years"] == (29, 30)
    one_year = ranges(maps.of(maps.row("R1", -5, 100, 1)), {})
    assert Assumption("R1", "drop_off") not in one_year
    assert one_year[Assumption("R1", "quantity")] == (-6, -4)
