"""What changed between before and now, for one outcome: everything follows from the table of moves."""

import math
import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.intervals import LEAST_PAIRS, percentile_interval, redraw, wilson
from survey.analysis.measures import cell_weights, measures, oriented_cells
from survey.analysis.wilcoxon import sign_test, signed_rank

LARGEST_PER_CENT_AT_AN_END = 15
DRAWS = 10_000
WITH_INTERVAL = ("mean_change_points", *DEFINITIONS)

Interval = tuple[float, float] | None


@dataclass(frozen=True)
class Change:
    """Every figure of one outcome in one group, over people with both scores unless a name says otherwise.

    Means and changes are in score points as stored; `pct_*` are in per cent; shares run from 0 to 1; nothing
    is rounded and None means not defined. Floor and ceiling are the lowest and the highest score, whichever
    is better; `crowded_ends` names those where more than 15 per cent stand. `intervals` are 95 per cent
    bootstrap intervals. `is_rounded` marks what was made from the rounded figures of a release.
    """

    lowest: int
    highest: int
    better: str
    n_pairs: int
    n_before_only: int
    n_after_only: int
    before_counts: tuple[int, ...]
    after_counts: tuple[int, ...]
    mean_before: float | None
    mean_after: float | None
    mean_change_points: float | None
    median_change: float | None
    improved: int
    same: int
    worse: int
    share_improved: float | None
    improved_interval: Interval
    at_floor_before: int
    at_ceiling_before: int
    at_floor_after: int
    at_ceiling_after: int
    share_at_floor_before: float | None
    share_at_ceiling_before: float | None
    share_at_floor_after: float | None
    share_at_ceiling_after: float | None
    crowded_ends: tuple[str, ...]
    pct_of_range: float | None
    pct_of_scale_maximum: float | None
    pct_relative_ratio_of_means: float | None
    pct_relative_mean_of_ratios: float | None
    pct_of_possible_means: float | None
    pct_of_possible_individuals: float | None
    intervals: Mapping[str, Interval]
    wilcoxon_n: int
    wilcoxon_W_plus: float  # noqa: N815 - the usual name, and that of the published key
    wilcoxon_W_minus: float  # noqa: N815
    wilcoxon_exact_p: float | None
    wilcoxon_p: float | None
    rank_biserial: float | None
    sign_test_p: float | None
    is_rounded: bool = False


def change(
    moves: np.ndarray,
    before_only: np.ndarray,
    after_only: np.ndarray,
    lowest: int,
    highest: int,
    better: str,
    seed: int = 2009,
    draws: int = DRAWS,
) -> Change:
    """All before-and-now statistics of one outcome.

    `moves[i, j]` counts people with score lowest + i before and lowest + j now; `before_only` and
    `after_only` count, by score, people with one score only: they are reported and never averaged in.
    `better` is "higher" or "lower"; `draws` 0 leaves the bootstrap intervals out. Raises ValueError when
    shapes, counts, scale or direction do not fit; an empty table gives None, not an error.
    """
    moves, before_only, after_only = (np.asarray(counts) for counts in (moves, before_only, after_only))
    _refuse_what_does_not_fit(moves, before_only, after_only, lowest, highest, better)
    moves = moves.astype(np.int64)
    return Change(
        lowest=lowest,
        highest=highest,
        better=better,
        n_pairs=int(moves.sum()),
        n_before_only=int(before_only.sum()),
        n_after_only=int(after_only.sum()),
        **_directions(moves, better),
        **_ends(moves),
        **_measured(moves, lowest, highest, better, seed, draws),
        **_tests(moves),
    )


def moves_from_pairs(
    pairs: Iterable[tuple[int | None, int | None]], lowest: int, highest: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Count pairs of scores (None: no score) into (moves, before_only, after_only), as `change` takes them.

    A pair without any score counts nowhere. Raises ValueError naming the pair whose score is not a whole
    number from lowest to highest.
    """
    points = highest - lowest + 1
    moves, before_only, after_only = (
        np.zeros((points, points), int),
        np.zeros(points, int),
        np.zeros(points, int),
    )
    for place, pair in enumerate(pairs, start=1):
        before, after = (_position(score, lowest, highest, place) for score in pair)
        if before is not None and after is not None:
            moves[before, after] += 1
        elif before is not None:
            before_only[before] += 1
        elif after is not None:
            after_only[after] += 1
    return moves, before_only, after_only


def _position(score: int | None, lowest: int, highest: int, place: int) -> int | None:
    if score is None:
        return None
    try:
        position = operator.index(score) - lowest
    except TypeError:
        position = -1
    if not 0 <= position <= highest - lowest:
        raise ValueError(f"pair {place}: {score!r} is not a whole number from {lowest} to {highest}")
    return position


def _refuse_what_does_not_fit(moves, before_only, after_only, lowest, highest, better) -> None:
    points = highest - lowest + 1
    if points < 2:
        raise ValueError(f"a scale needs two points or more, not {lowest} to {highest}")
    if better not in ("higher", "lower"):
        raise ValueError(f'better is "higher" or "lower", not {better!r}')
    if moves.shape != (points, points) or before_only.shape != (points,) or after_only.shape != (points,):
        raise ValueError(f"the tables do not fit a scale of {points} points")
    if min(moves.min(), before_only.min(), after_only.min()) < 0:
        raise ValueError("a count of people cannot be negative")


def _share(count: int, n: int) -> float | None:
    return count / n if n else None


def _directions(moves: np.ndarray, better: str) -> dict:
    rose, fell, same = int(np.triu(moves, 1).sum()), int(np.tril(moves, -1).sum()), int(np.trace(moves))
    improved, worse = (rose, fell) if better == "higher" else (fell, rose)
    n = rose + fell + same
    return {
        "improved": improved,
        "same": same,
        "worse": worse,
        "share_improved": _share(improved, n),
        "improved_interval": wilson(improved, n),
        "sign_test_p": sign_test(improved, worse),
    }


def _ends(moves: np.ndarray) -> dict:
    before, after = moves.sum(axis=1), moves.sum(axis=0)
    n = int(before.sum())
    at = {
        "floor_before": int(before[0]),
        "ceiling_before": int(before[-1]),
        "floor_after": int(after[0]),
        "ceiling_after": int(after[-1]),
    }
    return {
        "before_counts": tuple(before.tolist()),
        "after_counts": tuple(after.tolist()),
        **{f"at_{end}": count for end, count in at.items()},
        **{f"share_at_{end}": _share(count, n) for end, count in at.items()},
        "crowded_ends": tuple(
            end for end, count in at.items() if 100 * count > LARGEST_PER_CENT_AT_AN_END * n
        ),
    }


def _measured(moves: np.ndarray, lowest: int, highest: int, better: str, seed: int, draws: int) -> dict:
    cells = oriented_cells(moves, better)
    sums = (cells @ cell_weights(lowest, highest, better))[np.newaxis]
    found = {key: value.item() for key, value in measures(sums, lowest, highest, better).items()}
    intervals = _intervals(tuple(cells.tolist()), lowest, highest, better, seed, draws)
    return {
        **{key: None if math.isnan(value) else value for key, value in found.items()},
        "intervals": {key: None if math.isnan(found[key]) else intervals.get(key) for key in WITH_INTERVAL},
    }


def _intervals(
    cells: tuple[int, ...], lowest: int, highest: int, better: str, seed: int, draws: int
) -> Mapping:
    counts = np.array(cells)
    if counts.sum() < LEAST_PAIRS or not draws:
        return {}
    used = counts > 0
    sums = redraw(counts[used], draws, seed).astype(float) @ cell_weights(lowest, highest, better)[used]
    redrawn = measures(sums, lowest, highest, better)
    return {key: percentile_interval(redrawn[key]) for key in WITH_INTERVAL}


def _tests(moves: np.ndarray) -> dict:
    points = len(moves)
    rises = np.array([np.trace(moves, offset=step) for step in range(1, points)])
    falls = np.array([np.trace(moves, offset=-step) for step in range(1, points)])
    test = signed_rank(rises, falls)
    differences = np.repeat(np.arange(1 - points, points), [*falls[::-1], np.trace(moves), *rises])
    return {
        "median_change": float(np.median(differences)) if differences.size else None,
        "wilcoxon_n": test.n,
        "wilcoxon_W_plus": test.w_plus,
        "wilcoxon_W_minus": test.w_minus,
        "wilcoxon_exact_p": test.p if test.is_exact else None,
        "wilcoxon_p": test.p,
        "rank_biserial": test.rank_biserial,
    }
