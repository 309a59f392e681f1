"""What can be worked out from all tables of stories of a release, and from two releases one story apart."""

import random
from dataclasses import replace

import pytest

from survey.analysis import disclosure
from survey.analysis.tables import HIDDEN
from tests.reports.story_attack import CORNERS, WAYS, Told, World, revealed

OUTCOMES, THEMES = ("hope", "control"), (1, 2)


def world(seed, size):
    """Stories told by chance, some ways of telling far commoner than others."""
    chance = random.Random(seed)
    likely = [chance.choice([0.1, 1, 4]) for _ in WAYS]
    corners = [chance.choice([0.1, 1, 4]) for _ in range(5)]
    about = [chance.choice([0.2, 0.6, 0.9]) for _ in OUTCOMES]
    told = tuple(
        Told(
            {
                outcome: chance.choices(WAYS, likely)[0]
                for outcome, share in zip(OUTCOMES, about, strict=True)
                if chance.random() < share
            },
            chance.choices([*CORNERS, "does_not_apply", None], corners)[0],
            frozenset(theme for theme in THEMES if chance.random() < 0.5),
        )
        for _ in range(size)
    )
    return World(OUTCOMES, THEMES, told)


def shown(world, threshold):
    return sum(
        isinstance(cell, int)
        for table in world.tables()
        for row in disclosure.release(table, threshold).rows
        for cell in row.cells.values()
    )


SIZES = (0, 4, 15, 30, 60, 120)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("threshold", [5, 10])
def test_nothing_small_can_be_worked_out_from_all_tables_together(size, threshold):
    for seed in range(3):
        assert revealed((world(seed, size),), threshold) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("threshold", [5, 10])
def test_one_story_more_tells_nothing_small_either(size, threshold):
    for seed in range(3):
        more = world(seed, size + 1)
        assert revealed((replace(more, told=more.told[:-1]), more), threshold) == []


def test_the_attack_has_something_to_read():
    assert shown(world(0, 4), 5) == 0
    assert all(shown(world(seed, 120), 5) > 8 for seed in range(3))


def unrounded(table, threshold):
    """What a release shows, to the last story: hiding has to be enough without rounding."""
    safe = disclosure.release(table, threshold)
    rows = tuple(
        replace(
            exact,
            cells={
                key: HIDDEN if cell is HIDDEN else exact.cells.get(key) for key, cell in row.cells.items()
            },
        )
        for exact, row in zip(table.rows, safe.rows, strict=True)
    )
    return disclosure.internal(replace(table, rows=rows))


def alone(table, threshold):
    """The control: each figure stands on itself alone, and nothing is made to add up."""
    rows = tuple(
        replace(row, bases={key: (row.cells.get(key) or 0,) for key in row.bases}) for row in table.rows
    )
    return unrounded(replace(table, rows=rows, adds_up=False), threshold)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_hidden_is_enough_where_nothing_is_rounded(size):
    for seed in range(3):
        assert revealed((world(seed, size),), 5, unrounded, half=0) == []


# Everybody said who made the difference, so the whole is known; all but two stories have the first theme.
ALL_BUT_TWO = World(
    OUTCOMES,
    THEMES,
    tuple(
        Told({"hope": WAYS[place % 4]} if place > 1 else {}, corner, frozenset({1} if place > 1 else ()))
        for place, corner in enumerate([*CORNERS, "does_not_apply", None] * 8)
    ),
)


def only(*names):
    """As `alone`, of these tables."""
    return lambda table, threshold: alone(
        table if table.name in names else replace(table, rows=()), threshold
    )


def test_control_how_many_stories_there_are_gives_away_those_that_are_not_shown():
    found = revealed((ALL_BUT_TWO,), 5, only("story_count", "story_themes"), half=0)
    assert any("('theme 1', 'no')" in each for each in found)
    assert revealed((ALL_BUT_TWO,), 5, only("story_themes"), half=0) == []


def test_control_figures_that_stand_on_themselves_alone_give_the_rest_away():
    assert revealed((ALL_BUT_TWO,), 5, unrounded, half=0) == []
    found = revealed((ALL_BUT_TWO,), 5, alone, half=0)
    assert any("('theme 1', 'no')" in each for each in found)
    assert any("('about hope', 'not about it')" in each for each in found)
