"""Between which ends each figure of a value map is tried out, and why those."""

from collections.abc import Mapping
from decimal import Decimal

from survey.analysis.impact import FILTERS
from survey.value.model import LONGEST, Row, ValueMap
from survey.value.sensitivity import DURATION, VARIED, Assumption

# Ours, nobody's standard: where neither answers nor a source say how far a figure may be out.
FIFTH, TEN_POINTS = Decimal("0.2"), Decimal("0.1")
USUAL = (
    "A figure whose spread is known varies as its answers do, or between the ends that its source gives. "
    "For others we try a fifth less and a fifth more; for shares to deduct, ten points less and more; for "
    "how long it lasts, a year less and more."
)
Range = tuple[Decimal, Decimal]


def ranges(value_map: ValueMap, known: Mapping[Assumption, Range]) -> dict[Assumption, Range]:
    """The ends of every figure that makes a difference: those that are known, else the usual ones."""
    found = {}
    for row in value_map.rows:
        for name in (*VARIED, DURATION):
            each = Assumption(row.id, name)
            ends = known.get(each) or _usual(row, name)
            if ends[0] != ends[1]:
                found[each] = ends
    return found


def _usual(row: Row, name: str) -> Range:
    figure = Decimal(getattr(row, name))
    if name == DURATION:
        return max(Decimal(1), figure - 1), min(Decimal(LONGEST), figure + 1)
    if name == "drop_off" and row.duration_years == 1:
        return figure, figure
    if name in FILTERS:
        return max(Decimal(0), figure - TEN_POINTS), min(Decimal(1), figure + TEN_POINTS)
    ends = (figure * (1 - FIFTH), figure * (1 + FIFTH))
    return min(ends), max(ends)
