from dataclasses import replace

import pytest

from survey.analysis.compared import Side, may_share_people, told

OURS = Side("Ours", ("Example Council", "Walking"), "asked", "x", frozenset(), {})


def test_each_side_speaks_under_its_name():
    sides = [replace(OURS, name=name) for name in ("North", "South")]
    assert told(sides, lambda side: side.before) == "North: asked; South: asked"


@pytest.mark.parametrize(
    "people, other, may",
    [
        ((1, ""), (1, ""), True),
        ((1, ""), (2, ""), True),
        ((1, "north"), (2, "south"), True),
        ((1, ""), (1, "south"), True),
        ((1, "north"), (1, "north"), True),
        ((1, "north"), (1, "south"), False),
    ],
)
def test_two_areas_of_one_release_have_no_people_in_common(people, other, may):
    sides = replace(OURS, people=people), replace(OURS, people=other)
    assert may_share_people(*sides) is may
    assert not may_share_people(sides[0], replace(sides[1], programme=("Another Council", "Walking")))


def test_an_area_is_a_side_of_its_own_kind():
    assert replace(OURS, people=(1, "change_area_1")).is_area and not OURS.is_area
