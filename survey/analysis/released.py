"""What the sentences of a release are made from: a change that holds released figures and nothing else."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from survey.analysis.change import LARGEST_PER_CENT_AT_AN_END, Change, change
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import HIDDEN

MEANS = ("n_pairs", "mean_before", "mean_after", "mean_change_points")
Cells = Mapping[str, object]


def change_told(
    change_cells: Cells, spread_cells: Cells, answers: SafeTable, lowest: int, better: str, headline: str
) -> Change | None:
    """The change of one outcome from the cells of released tables; None where its means are hidden.

    What is hidden stays undefined, so no sentence can speak of it. `answers` goes from the worst answer to
    the best.
    """
    told = {**change_cells, **{key: spread_cells[key] for key in ("n_before_only", "n_after_only")}}
    if any(told[key] is HIDDEN for key in MEANS):
        return None
    points = len(answers.columns)
    nobody = np.zeros(points, int)
    blank = change(
        np.zeros((points, points), int), nobody, nobody, lowest, lowest + points - 1, better, draws=0
    )
    known = {key: value for key, value in told.items() if value is not HIDDEN and key != "share_improved"}
    return replace(
        blank,
        **known,
        **_improved(change_cells),
        intervals={**dict.fromkeys(DEFINITIONS), headline: _ends(spread_cells)},
        crowded_ends=_crowded(answers, known["n_pairs"], better),
        is_rounded=True,
    )


def _improved(change_cells: Cells) -> dict:
    share = change_cells["share_improved"]
    return {} if share is HIDDEN else {"share_improved": share / 100}


def _ends(cells: Cells) -> tuple[float, float] | None:
    ends = cells["low"], cells["high"]
    return None if HIDDEN in ends or None in ends else ends


def _crowded(answers: SafeTable, n: int, better: str) -> tuple[str, ...]:
    """The ends of the scale where, by the released counts, many stand."""
    worst, best = ("floor", "ceiling") if better == "higher" else ("ceiling", "floor")
    found = []
    for when, row in zip(("before", "after"), answers.rows, strict=True):
        for end, column in ((worst, answers.columns[0]), (best, answers.columns[-1])):
            count = answers.cell(row, column)
            if count is not HIDDEN and 100 * count > LARGEST_PER_CENT_AT_AN_END * n:
                found.append(f"{end}_{when}")
    return tuple(found)
