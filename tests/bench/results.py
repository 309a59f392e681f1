"""The query and DataFrame behind the results table, beside the bare GROUP BY on the same file."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pysqlite3

from survey.records import frames
from survey.records.base import db
from survey.records.change import own_kind
from survey.records.frames import Group
from survey.reports import asked
from survey.reports.figures import _kept as kept_figures
from survey.reports.figures import figures
from tests import making
from tests.bench import worlds

PAIRS = (10_000, 100_000, 1_000_000)
REPEATS = 5
BARE = """SELECT outcome, area_id, before, now, count(*) FROM change
WHERE evaluation_id = ? AND wave_id = ? AND before_kind = ? GROUP BY outcome, area_id, before, now"""
INSERT = """INSERT INTO change
(evaluation_id, resident_id, outcome, wave_id, before_kind, before, now, area_id, level)
VALUES (?, ?, ?, ?, 'asked', ?, ?, ?, 'two')"""


@dataclass(frozen=True)
class Times:
    """Milliseconds: the bare query, ours with its DataFrame, the statistics, and these asked for again."""

    pairs: int
    bare: float
    ours: float
    statistics: float
    again: float


def measure(folder: Path) -> list[Times]:
    found = []
    for pairs in PAIRS:
        place = folder / str(pairs)
        place.mkdir()
        found.append(_measure(place, pairs))
    return found


def _measure(folder: Path, pairs: int) -> Times:
    with worlds.records(folder):
        evaluation = making.evaluation()
        wave, outcomes = asked.followups(evaluation)[0], asked.outcomes(evaluation)
        areas = [area.id for area in evaluation.areas]
        known = (evaluation.id, wave.id, own_kind(evaluation))
        db.session.rollback()
        file = pysqlite3.connect(str(folder / "alongside.sqlite"), isolation_level=None)
        _fill(file, known, areas, [outcome.id for outcome in outcomes], pairs)
        times = {"bare": [], "ours": []}
        for _ in range(REPEATS):
            times["bare"].append(_took(lambda: file.execute(BARE, known).fetchall()))
            times["ours"].append(_took(lambda: _asked(evaluation, wave, known[2])))
        moves = _asked(evaluation, wave, known[2])
        file.close()
        # As in a server that has just started.
        kept_figures.cache_clear()
        first, again = (_took(lambda: figures(moves, outcomes, areas)) for _ in range(2))
        return Times(pairs, min(times["bare"]), min(times["ours"]), first, again)


def _asked(evaluation, wave, kind: str):
    # As for a request: a transaction of its own.
    db.session.rollback()
    return frames.moves(evaluation, wave, kind, Group())


def _fill(file, known: tuple, areas: list[int], outcomes: list[str], pairs: int) -> None:
    """Made-up pairs, the same each time: every outcome of as many people as it takes."""
    chance = np.random.default_rng(2026)
    people = -(-pairs // len(outcomes))
    before = chance.integers(1, 6, size=pairs)
    now = np.clip(before + chance.integers(-1, 4, size=pairs), 1, 5)
    evaluation, wave, _kind = known
    file.execute("BEGIN")
    file.executemany(
        INSERT,
        (
            (
                evaluation,
                place % people + 1,
                outcomes[place // people],
                wave,
                int(before[place]),
                int(now[place]),
                areas[place % len(areas)],
            )
            for place in range(pairs)
        ),
    )
    file.execute("COMMIT")
    file.execute("ANALYZE")


def _took(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
