"""The means and the six percentages, from sums: for one table of moves or for thousands of redrawn ones."""

from collections.abc import Mapping

import numpy as np


def oriented_cells(moves: np.ndarray, better: str) -> np.ndarray:
    """Flatten a table of moves with the good end last.

    Both directions of an outcome thus meet the same random draws, so that turning an outcome round changes
    only what it should. `moves` has shape (points, points); the result has shape (points * points,).
    """
    return (moves if better == "higher" else moves[::-1, ::-1]).ravel()


def cell_weights(lowest: int, highest: int, better: str) -> np.ndarray:
    """What one person in each oriented cell adds to the sums, shape (cells, 7).

    Columns: a person; score before; score now; relative change (0 where the score before is not above 0);
    whether the score before is not above 0; whether there was room to improve; share of that room taken.
    Scores are as stored; the last two are towards the good end.
    """
    turned = np.arange(lowest, highest + 1, dtype=float)
    before, after = (grid.ravel() for grid in np.meshgrid(turned, turned, indexing="ij"))
    room = highest - before
    taken = np.divide(after - before, room, out=np.zeros_like(room), where=room > 0)
    if better == "lower":
        before, after = lowest + highest - before, lowest + highest - after
    relative = np.divide(after - before, before, out=np.zeros_like(before), where=before > 0)
    return np.column_stack([np.ones_like(before), before, after, relative, before <= 0, room > 0, taken])


def measures(sums: np.ndarray, lowest: int, highest: int, better: str) -> Mapping[str, np.ndarray]:
    """The means, the change in points and the six percentages for each row of sums.

    `sums` has shape (tables, 7), as `counts @ cell_weights(...)` gives; each result has shape (tables,), in
    score points or in per cent, unrounded. NaN marks what is not defined: everything without pairs; changes
    relative to a mean (or to anyone's score) that is not above 0; shares of improvement without room to
    improve. Formulas: Cohen and others 1999 (POMP) for `pct_of_range`; the plain meaning of their names for
    the others, which `definitions` spells out.
    """
    people, before, after, relative, not_above_zero, with_room, taken = sums.T
    change = after - before
    gain = change if better == "higher" else -change
    room = people * highest - before if better == "higher" else before - people * lowest
    top = np.full_like(people, highest)
    return {
        "mean_before": _ratio(before, people),
        "mean_after": _ratio(after, people),
        "mean_change_points": _ratio(change, people),
        "pct_of_range": 100 * _ratio(change, people * (highest - lowest)),
        "pct_of_scale_maximum": 100 * _ratio(change, people * top),
        "pct_relative_ratio_of_means": 100 * _ratio(change, before),
        "pct_relative_mean_of_ratios": 100 * _ratio(relative, np.where(not_above_zero > 0, 0, people)),
        "pct_of_possible_means": 100 * _ratio(gain, room),
        "pct_of_possible_individuals": 100 * _ratio(taken, with_room),
    }


def _ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """Divide where the denominator is above 0; NaN elsewhere. Adding 0.0 turns -0.0 into 0.0."""
    return (
        np.divide(numerator, denominator, out=np.full(numerator.shape, np.nan), where=denominator > 0) + 0.0
    )
