"""From counted moves to the figures of each outcome, for everyone and for each area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from survey.analysis.change import DRAWS, Change, change
from survey.questionnaires.model import Question


@dataclass(frozen=True)
class Figures:
    """The change in each outcome, by its id, for everyone shown and for each area by its id."""

    everyone: Mapping[str, Change]
    areas: Mapping[int, Mapping[str, Change]]


def figures(moves: pd.DataFrame, outcomes: Sequence[Question], area_ids: Sequence[int]) -> Figures:
    """All figures from the frame of records.frames.moves."""
    by_area = {area_id: moves[moves.area_id == area_id] for area_id in area_ids}
    return Figures(
        everyone=changes_in(moves, outcomes),
        areas={area_id: changes_in(part, outcomes, draws=0) for area_id, part in by_area.items()},
    )


def changes_in(moves: pd.DataFrame, outcomes: Sequence[Question], draws: int = DRAWS) -> dict[str, Change]:
    """The change in each outcome from counted moves. Parts that show no interval need no `draws`."""
    return {outcome.id: _change(moves[moves.outcome == outcome.id], outcome, draws) for outcome in outcomes}


def moves_of(moves: pd.DataFrame, outcome: Question) -> np.ndarray:
    """How many people moved from each score (down) to each (across): those with both scores."""
    return _counts(moves[moves.outcome == outcome.id], outcome)[:-1, :-1]


def _change(rows: pd.DataFrame, outcome: Question, draws: int) -> Change:
    counts = _counts(rows, outcome)
    return _kept(counts.tobytes(), outcome.lowest, outcome.highest, outcome.better, draws)


def _counts(rows: pd.DataFrame, outcome: Question) -> np.ndarray:
    lowest = outcome.lowest
    points = outcome.highest - lowest + 1
    # One place beyond the scale stands for "no score".
    before = rows.before.sub(lowest).fillna(points).astype(int)
    now = rows.now.sub(lowest).fillna(points).astype(int)
    counts = np.zeros((points + 1, points + 1), dtype=np.int64)
    np.add.at(counts, (before.to_numpy(), now.to_numpy()), rows.n.to_numpy())
    return counts


@lru_cache(maxsize=4096)
def _kept(counted: bytes, lowest: int, highest: int, better: str, draws: int) -> Change:
    """The statistics of the same counts are worked out once: page, paper, sheet and release ask for them."""
    points = highest - lowest + 1
    counts = np.frombuffer(counted, dtype=np.int64).reshape(points + 1, points + 1)
    return change(
        counts[:points, :points],
        counts[:points, points],
        counts[points, :points],
        lowest,
        highest,
        better,
        draws=draws,
    )
