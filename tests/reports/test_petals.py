import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.reports.petals import Corolla
from tests.reports.svg_reading import area, outline

counts = st.integers(3, 16)
shares = st.floats(0.001, 1)


def corolla(count: int) -> Corolla:
    return Corolla(count, (150, 150), 12, 108)


@settings(max_examples=40)
@given(counts, shares)
def test_the_area_of_a_petal_follows_the_share(count, share):
    flower = corolla(count)
    whole = area(flower.outline(0, 1))
    assert area(flower.outline(0, share)) == pytest.approx(share * whole, rel=0.002, abs=0.5)


@settings(max_examples=40)
@given(counts, st.data(), shares)
def test_every_petal_of_a_flower_has_the_same_area_for_the_same_share(count, data, share):
    flower = corolla(count)
    first, other = flower.outline(0, share), flower.outline(data.draw(st.integers(0, count - 1)), share)
    assert area(other) == pytest.approx(area(first), rel=0.005, abs=0.1)


@settings(max_examples=14)
@given(counts)
def test_a_petal_stays_inside_its_own_part_of_the_circle(count):
    for x, y in outline(corolla(count).outline(0, 1)):
        assert abs(math.atan2(x - 150, 150 - y)) <= math.pi / count + 1e-3


def test_a_petal_of_nothing_has_no_area():
    assert area(corolla(8).outline(2, 0)) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("share", [-0.1, 1.01, float("nan")])
def test_a_share_outside_0_to_1_is_refused(share):
    with pytest.raises(ValueError, match="from 0 to 1"):
        corolla(8).outline(0, share)


def test_the_first_petal_points_up_and_the_second_of_four_to_the_right():
    assert corolla(4).place(0, 0, 108) == pytest.approx((150, 30))
    assert corolla(4).place(1, 0, 108) == pytest.approx((270, 150))
