"""Bands of a third: how a release says a per cent to deduct, and what span it leaves for the net change.

What is worked out from bands alone cannot give away more of an answer than the band that it lies in.
"""

from bisect import bisect_left
from collections.abc import Sequence

from survey.analysis.said import WHOLE, check_per_cent
from survey.analysis.tables import HIDDEN, Hidden

BANDS = ("up to a third", "about half", "more than two thirds")
EDGES = (0.0, WHOLE / 3, 2 * WHOLE / 3, float(WHOLE))

# What a released cell may say of a filter: a band, or the per cent that an evaluator entered.
Deducted = str | float | Hidden | None
Span = tuple[float, float]


def band_of(per_cent: float) -> str:
    """The band of a figure from 0 to 100: whole numbers to 33, to 66, from 67. Raises ValueError off that."""
    check_per_cent(per_cent)
    return BANDS[bisect_left(EDGES[1:-1], per_cent)]


def band_of_median(values: Sequence[float]) -> str:
    """The band of the median: of an even number, of the larger middle one, which deducts more.

    It is always somebody's answer, so its band follows from all bands. Raises ValueError for nobody.
    """
    if not values:
        raise ValueError("nobody's answers have no median")
    bands = sorted((band_of(value) for value in values), key=BANDS.index)
    return bands[len(bands) // 2]


def more_cautious(*cells: str | Hidden | None) -> str | None:
    """Of the bands that are shown, the one that deducts most; None where none is."""
    return max((cell for cell in cells if cell in BANDS), key=BANDS.index, default=None)


def span_of(cell: Deducted) -> Span | None:
    """From where to where a released figure lies, in per cent; None where it is hidden or not known."""
    if cell is None or cell is HIDDEN:
        return None
    if cell in BANDS:
        place = BANDS.index(cell)
        return EDGES[place], EDGES[place + 1]
    check_per_cent(cell)
    return float(cell), float(cell)


def net_span(
    gross: float | Hidden | None,
    deadweight: Deducted,
    displacement: Deducted,
    attribution_to_others: Deducted,
) -> Span | None:
    """Between which two figures the net change lies, in the unit of the gross, from released cells alone.

    The smaller number comes first, for a negative gross too. Deadweight that attribution to others covers is
    0 here. None where a cell is hidden or not known. Source: the Guide, stage 4, at the edges of the bands.
    """
    spans = [span_of(cell) for cell in (deadweight, displacement, attribution_to_others)]
    if gross is None or gross is HIDDEN or None in spans:
        return None
    near = far = float(gross)
    for low, high in spans:
        near, far = near * (1 - high / WHOLE), far * (1 - low / WHOLE)
    # Nothing of a fall is nought, not "minus nought".
    return min(near, far) + 0.0, max(near, far) + 0.0
