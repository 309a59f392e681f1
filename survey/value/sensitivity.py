"""How much a ratio hangs on each figure: one changed at a time, all at once, and where it would turn."""

from dataclasses import dataclass
from decimal import Decimal

from survey.value.extremes import joint, without_largest
from survey.value.figures import DURATION, VARIED, Assumption, Ranges, changed, ratio_at
from survey.value.model import LONGEST, ValueMap
from survey.value.switching import switching_value

__all__ = [
    "DURATION",
    "VARIED",
    "Assumption",
    "Ranges",
    "Swing",
    "changed",
    "durations",
    "joint",
    "switching_value",
    "tornado",
    "without_largest",
]


@dataclass(frozen=True)
class Swing:
    """The ratio with one figure low and high, all others as they are."""

    assumption: Assumption
    low: Decimal
    high: Decimal
    ratio_low: Decimal
    ratio_high: Decimal

    @property
    def width(self) -> Decimal:
        """How far the two ratios lie apart, nought or more."""
        return abs(self.ratio_high - self.ratio_low)


def tornado(value_map: ValueMap, ranges: Ranges) -> tuple[Swing, ...]:
    """One swing for each figure, between the low and the high given for it; the widest first.

    Raises as `changed` does.
    """
    swings = [
        Swing(each, low, high, ratio_at(value_map, each, low), ratio_at(value_map, each, high))
        for each, (low, high) in ranges.items()
    ]
    return tuple(sorted(swings, key=lambda each: (-each.width, each.assumption.row, each.assumption.name)))


def durations(value_map: ValueMap) -> dict[Assumption, tuple[Decimal, Decimal]]:
    """For each row one year less and one year more than it is said to last, for the tornado; 1 at least."""
    return {
        Assumption(row.id, DURATION): (
            Decimal(max(row.duration_years - 1, 1)),
            Decimal(min(row.duration_years + 1, LONGEST)),
        )
        for row in value_map.rows
    }
