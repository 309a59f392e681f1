"""An attack on the tables of stories of a release, all together, and of two releases one story apart.

What tables show are linear inequalities on how many stories say what; linear programming finds the range of
each count. Every table is of the same stories, so their wholes are one number.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from survey.analysis import disclosure, stories
from survey.analysis.disclosure import SafeTable
from survey.analysis.hiding import COUNTS_TO
from survey.analysis.tables import HIDDEN, Table
from survey.questionnaires.story_ids import ABOUT, DIRECTIONS, direction_of

WAYS = (*DIRECTIONS, stories.NOT_SAID)
CORNERS = {"me": "I did", "people": "People I know", "workers": "People whose job it is"}
# Every answer to it, so all of them together are all stories.
ANSWERED = (*CORNERS, "does_not_apply", stories.NOT_SAID)
HALF, SLACK = COUNTS_TO // 2, 1e-6
Release = Callable[[Table, int], SafeTable]


@dataclass(frozen=True)
class Told:
    """One story: by outcome which way it went, a corner (None: not said), its themes."""

    about: dict[str, str]
    corner: str | None
    themes: frozenset[int]


@dataclass(frozen=True)
class World:
    outcomes: tuple[str, ...]
    themes: tuple[int, ...]
    told: tuple[Told, ...]

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """Every count that is asked after: its table and its place; those of a block make the whole."""
        return [
            *((f"about {outcome}", way) for outcome in self.outcomes for way in (*WAYS, "not about it")),
            *(("corner", corner) for corner in ANSWERED),
            *((f"theme {theme}", there) for theme in self.themes for there in ("yes", "no")),
        ]

    def counts(self) -> np.ndarray:
        return sum((self.of(each) for each in self.told), np.zeros(len(self.blocks)))

    def of(self, told: Told) -> np.ndarray:
        """What one story adds to each count."""
        said = {f"about {outcome}": told.about.get(outcome, "not about it") for outcome in self.outcomes}
        said |= {"corner": told.corner or stories.NOT_SAID}
        said |= {f"theme {theme}": "yes" if theme in told.themes else "no" for theme in self.themes}
        return np.array([float(said[block] == place) for block, place in self.blocks])

    def tables(self) -> tuple:
        tagged = [
            row
            for story, told in enumerate(self.told)
            for outcome, way in told.about.items()
            for row in ((story, ABOUT, outcome), (story, direction_of(outcome), way))
            if row[2] != stories.NOT_SAID
        ]
        tagged += [(story, "triad_who", told.corner) for story, told in enumerate(self.told) if told.corner]
        themed = [(story, theme) for story, told in enumerate(self.told) for theme in told.themes]
        frame = pd.DataFrame(tagged, columns=["story", "question", "choice"])
        names, n = {each: each for each in self.outcomes}, len(self.told)
        return (
            stories.count_table(n),
            stories.directions_table(frame, names, n),
            stories.triad_table(frame, "triad_who", "Who", CORNERS, n),
            stories.themes_table(
                pd.DataFrame(themed, columns=["story", "theme"]), {each: str(each) for each in self.themes}, n
            ),
        )


def revealed(
    worlds: tuple[World, ...], threshold: int, released: Release = disclosure.release, half: int = HALF
) -> list[str]:
    """The counts under the threshold that a reader of these releases can tell: too few values are left.

    Of two worlds the second has one story more. Of counts of one or more three values have to be left, of
    nobody, that it could be somebody. `half`: how far rounding moved a figure at most.
    """
    first = worlds[0]
    known, bounds = [], []
    for place, world in enumerate(worlds):
        for row, bound in _said(world, threshold, released, half):
            known.append(_of_world(row, place, len(worlds)))
            bounds.append(bound)
    if not known:
        return []
    wholes = _wholes(first, len(worlds))
    found = []
    for place, world in enumerate(worlds):
        for at, count in enumerate(world.counts()):
            if count < threshold:
                asked = _of_world(np.eye(len(first.blocks))[at], place, len(worlds))
                low, high = _range(asked, np.array(known), np.array(bounds), wholes)
                if np.floor(high + SLACK) - np.ceil(low - SLACK) + 1 < (3 if count else 2):
                    found.append(f"{first.blocks[at]} of release {place + 1}: {low:.1f} to {high:.1f}")
    return found


def _of_world(row: np.ndarray, place: int, worlds: int) -> np.ndarray:
    """Counts of the second release are those of the first and of the story that was added."""
    return row if worlds == 1 else np.concatenate([row, row if place else 0 * row])


def _wholes(world: World, worlds: int) -> tuple[np.ndarray, np.ndarray]:
    """All blocks have the same whole; of the story that was added, each block holds one."""
    names = list(dict.fromkeys(block for block, _ in world.blocks))
    block = np.array([[float(name == of) for of, _ in world.blocks] for name in names])
    same = block[1:] - block[0]
    if worlds == 1:
        return same, np.zeros(len(same))
    zero = np.zeros_like
    rows = [*np.hstack([same, zero(same)]), *np.hstack([zero(block), block])]
    return np.array(rows), np.array([0.0] * len(same) + [1.0] * len(block))


def _range(asked, known, bounds, wholes) -> tuple[float, float]:
    ends = []
    for sign in (1, -1):
        solved = linprog(
            sign * asked, A_ub=known, b_ub=bounds, A_eq=wholes[0], b_eq=wholes[1], method="highs"
        )
        assert solved.status in (0, 3), solved.message
        ends.append(sign * solved.fun if solved.status == 0 else sign * -np.inf)
    return ends[0], ends[1]


def _said(world: World, threshold: int, released: Release, half: int) -> Iterator[tuple[np.ndarray, float]]:
    for table in world.tables():
        for row in released(table, threshold).rows:
            for key, value in row.cells.items():
                if (
                    value is not HIDDEN
                    and value is not None
                    and (places := _places(table.name, row.key, key))
                ):
                    groups = np.array([float(each in places) for each in world.blocks])
                    yield groups, value + half
                    yield -groups, -max(value - half, threshold if value + half >= threshold else 0)


def _places(table: str, row: str, column: str) -> set[tuple[str, str]]:
    """Which counts a cell is the sum of."""
    if table == "story_count":
        return {("corner", corner) for corner in ANSWERED}
    if table == "story_directions":
        ways = WAYS if column == "n" else (column,)
        return {(f"about {row}", way) for way in ways} if row != stories.SOMETHING_ELSE else set()
    return {("corner", row)} if table == "story_triad_who" else {(f"theme {row}", "yes")}
