"""An attack on a release: all that it says, as linear inequalities on how many people moved where.

Whoever reads a release knows each figure to its rounding, and the rules. What they can conclude about a count
is the range that linear programming finds for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from survey.analysis.hiding import COUNTS_TO
from survey.analysis.tables import HIDDEN
from survey.reports import release_tables

LOWEST = 1
LEVELS = ("one", "two")
NOBODY = {
    "participation": pd.DataFrame({"name": ["First"], "started": [0], "sent": [0], "added": [0]}, index=[1]),
    "helped": pd.DataFrame({"helped": [], "n": []}),
}
HALF = COUNTS_TO / 2 - 0.5
SLACK = 1e-6


@dataclass(frozen=True)
class World:
    """People by area, level, score before and score now: an array of counts."""

    counts: np.ndarray

    @property
    def points(self) -> int:
        return self.counts.shape[-1]

    @property
    def outcome(self) -> SimpleNamespace:
        return SimpleNamespace(
            id="hope",
            short_name="Hope",
            text="How hopeful are you?",
            better="higher",
            lowest=LOWEST,
            highest=LOWEST + self.points - 1,
            choices=[SimpleNamespace(text=f"Answer {place}") for place in range(self.points)],
        )

    def moves(self, group) -> pd.DataFrame:
        places = np.argwhere(self.counts > 0)
        frame = pd.DataFrame(places, columns=["area_id", "level", "before", "now"])
        frame["n"] = self.counts[tuple(places.T)]
        if group.level:
            frame = frame[frame.level == LEVELS.index(group.level)]
        frame = frame.assign(outcome="hope", before=frame.before + LOWEST, now=frame.now + LOWEST)
        return frame.astype({"before": "Int64", "now": "Int64"})


def released(world: World, threshold: int, monkeypatch) -> release_tables.Tables:
    """The tables of a release of this world."""
    areas = [
        SimpleNamespace(id=place, name=f"Area {place}", supported=()) for place in range(len(world.counts))
    ]
    evaluation = SimpleNamespace(areas=areas, headline="pct_relative_ratio_of_means")
    filters = SimpleNamespace(
        wave=SimpleNamespace(name="Follow-up"), before_kind="asked", words="All", area=None, level=None
    )
    frames = SimpleNamespace(
        moves=lambda _evaluation, _wave, _kind, group: world.moves(group),
        participation=lambda *_: NOBODY["participation"],
        helped=lambda *_: NOBODY["helped"],
    )
    monkeypatch.setattr(release_tables, "frames", frames)
    monkeypatch.setattr(release_tables.asked, "outcomes", lambda *_: (world.outcome,))
    return release_tables.tables(
        evaluation, filters, [world.outcome], world.moves(SimpleNamespace(level=None)), threshold
    )


def revealed(world: World, tables: release_tables.Tables, threshold: int) -> list[str]:
    """The counts under the threshold that a reader can tell: too few values are left for them.

    Of people there are (1 or more) three values have to be left; of nobody, that it could be somebody.
    """
    known = list(_said(world, tables, threshold))
    if not known:
        return []
    found = []
    for name, people in _sensitive(world):
        count = (world.counts * people).sum()
        if count < threshold:
            low, high = _range(people, known)
            if np.floor(high + SLACK) - np.ceil(low - SLACK) + 1 < (3 if count else 2):
                found.append(f"{name}: {low:.1f} to {high:.1f}")
    return found


def told_apart(world: World, tables: release_tables.Tables, threshold: int) -> list[str]:
    """The hidden areas and levels that a reader can tell to be small, not only hidden beside a small one."""
    known, groups = list(_said(world, tables, threshold)), dict(_groups(world))
    hidden = [
        pair.safe.caption.split(": ")[1]
        for pair in tables.parts
        for row in pair.safe.rows
        if row.cells["n_pairs"] is HIDDEN
    ]
    return [name for name in hidden if known and _range(groups[name], known)[1] < threshold - SLACK]


def _range(people: np.ndarray, known: list[np.ndarray]) -> tuple[float, float]:
    matrix, bounds = np.array([row for row, _ in known]), np.array([bound for _, bound in known])
    ends = []
    for sign in (1, -1):
        solved = linprog(sign * people.ravel(), A_ub=matrix, b_ub=bounds, method="highs")
        assert solved.status in (0, 3), solved.message
        ends.append(sign * solved.fun if solved.status == 0 else sign * -np.inf)
    return ends[0], ends[1]


def _groups(world: World) -> Iterator[tuple[str, np.ndarray]]:
    whole = np.ones(world.counts.shape)
    yield "All", whole
    for area in range(len(world.counts)):
        yield f"Area {area}", _only(whole, 0, area)
    for level, name in enumerate(("Level 1", "Level 2")):
        yield name, _only(whole, 1, level)


def _only(people: np.ndarray, axis: int, place: int) -> np.ndarray:
    kept = np.zeros_like(people)
    index = [slice(None)] * people.ndim
    index[axis] = place
    kept[tuple(index)] = 1
    return people * kept


def _sensitive(world: World) -> Iterator[tuple[str, np.ndarray]]:
    """Counts that nobody may learn when they are small: of each group, of who moved where, of answers."""
    rose, same, fell = (np.vectorize(way)(*np.indices((world.points, world.points))) for way in WAYS)
    for name, group in _groups(world):
        yield name, group
        for way, cells in (
            ("improved", rose),
            ("same", same),
            ("worse", fell),
            ("not improved", same + fell),
        ):
            yield f"{name}: {way}", group * cells
        for place in range(world.points):
            yield f"{name}: {place} before", _only(group, 2, place)
            yield f"{name}: {place} now", _only(group, 3, place)


WAYS: tuple[Callable, ...] = (
    lambda before, now: float(now > before),
    lambda before, now: float(now == before),
    lambda before, now: float(now < before),
)


def _said(world: World, tables: release_tables.Tables, threshold: int) -> Iterator[tuple[np.ndarray, float]]:
    groups = dict(_groups(world))
    changes = {
        "All": tables.change.safe,
        **{pair.safe.caption.split(": ")[1]: pair.safe for pair in tables.parts},
    }
    for name, table in changes.items():
        yield from _row(table, groups[name], threshold)
    for table in (tables.spread.safe, tables.six_ways.safe):
        yield from _row(table, groups["All"], threshold)
    yield from _width(tables, groups["All"])
    for name, pair in tables.flowers.items():
        yield from _row(pair.safe, groups["All" if name == "All areas" else name], threshold)
    for row, axis in zip(tables.answers[0].safe.rows, (2, 3), strict=True):
        for place in range(world.points):
            yield from _count(row.cells[f"p{place}"], _only(groups["All"], axis, place), threshold)


def _width(tables: release_tables.Tables, everyone: np.ndarray) -> Iterator[tuple[np.ndarray, float]]:
    """How wide the interval is tells how far from the average change people moved: the sum of the squares."""
    cells = {**tables.change.safe.rows[0].cells, **tables.spread.safe.rows[0].cells}
    needed = [cells[key] for key in ("low", "high", "n_pairs", "mean_before", "pct_relative_ratio_of_means")]
    if HIDDEN in needed or None in needed:
        return
    low, high, n, mean, ratio = needed
    before, now = (grid + LOWEST for grid in np.indices(everyone.shape[-2:]))
    squares = (everyone * (now - before - ratio / 100 * before) ** 2).ravel()
    yield squares, 1.6 * (n * mean * (high - low + 1) / 392) ** 2
    yield -squares, -0.6 * (n * mean * max(high - low - 1, 0) / 392) ** 2


def _row(table, group: np.ndarray, threshold: int) -> Iterator[tuple[np.ndarray, float]]:
    counts, ratios = _counts(group.shape[-1]), _ratios(group.shape[-1])
    for row in table.rows:
        for key, value in row.cells.items():
            if key in counts:
                yield from _count(value, group * counts[key], threshold)
            if key in ratios and value is not HIDDEN and value is not None:
                top, bottom, per, half = ratios[key]
                yield (group * (top - (value + half) / per * bottom)).ravel(), 0
                yield (-group * (top - (value - half) / per * bottom)).ravel(), 0


def _count(value: object, people: np.ndarray, threshold: int) -> Iterator[tuple[np.ndarray, float]]:
    if value is not HIDDEN:
        yield people.ravel(), value + HALF
        least = max(value - HALF, threshold) if value + HALF >= threshold else value - HALF
        yield -people.ravel(), -least


def _counts(points: int) -> dict[str, np.ndarray]:
    before, now = np.indices((points, points))
    each = np.ones((points, points))
    return {"n_pairs": each, "improved": now > before, "same": now == before, "worse": now < before}


def _ratios(points: int) -> dict[str, tuple]:
    """What is divided by what, what the figure is counted in, and how far rounding moved it at most."""
    before, now = (grid + LOWEST for grid in np.indices((points, points)))
    each, last = np.ones((points, points)), points - 1
    return {
        "mean_before": (before, each, 1, 0.05),
        "mean_after": (now, each, 1, 0.05),
        "mean_change_points": (now - before, each, 1, 0.05),
        "pct_of_range": (now - before, each * last, 100, 0.5),
        "pct_of_scale_maximum": (now - before, each * (LOWEST + last), 100, 0.5),
        "pct_relative_ratio_of_means": (now - before, before, 100, 0.5),
        "pct_relative_mean_of_ratios": ((now - before) / before, each, 100, 0.5),
        "pct_of_possible_means": (now - before, LOWEST + last - before, 100, 0.5),
        "share_improved": (now > before, each, 100, 0.5),
        "before": (before - LOWEST, each * last, 100, 0.5),
        "now": (now - LOWEST, each * last, 100, 0.5),
    }
