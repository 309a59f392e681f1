"""What one voice said about a filter, and what an evaluator entered: per cent of the change to deduct."""

import math
import statistics
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from survey.questionnaires.impact_ids import PER_CENTS, PROGRAMME

POINTS = tuple(float(point) for point in PER_CENTS)
RECORDS, ANALYST = "records", "analyst"
WHOLE = 100


@dataclass(frozen=True)
class Said:
    """The answers of one voice about one filter of one outcome, in per cent from 0 to 100.

    `unknown` counts those who do not know, `skipped` those who gave no answer; neither is ever a nought.
    Raises ValueError for a value that is no number from 0 to 100, None among them.
    """

    values: tuple[float, ...] = ()
    unknown: int = 0
    skipped: int = 0

    def __post_init__(self):
        for value in self.values:
            check_per_cent(value)
        if min(self.unknown, self.skipped) < 0:
            raise ValueError("a count of answers cannot be negative")

    @property
    def n(self) -> int:
        """How many gave a figure."""
        return len(self.values)

    @property
    def median(self) -> float | None:
        """In per cent; for an even number half-way between the middle two. None for nobody."""
        return float(statistics.median(self.values)) if self.values else None

    @property
    def lowest(self) -> float | None:
        """The smallest figure given, in per cent."""
        return float(min(self.values)) if self.values else None

    @property
    def highest(self) -> float | None:
        """The largest figure given, in per cent."""
        return float(max(self.values)) if self.values else None

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """Between which per cents the middle half lies, read off a straight line between answers."""
        if not self.values:
            return None
        # A single answer counts as two alike: quartiles need two.
        values = self.values if self.n > 1 else self.values * 2
        low, _, high = statistics.quantiles(values, method="inclusive")
        return float(low), float(high)

    @property
    def counts_by_point(self) -> dict[float, int]:
        """How many gave each figure, upwards: the five worded points always, others where somebody did."""
        counts = Counter(map(float, self.values))
        return {point: counts[point] for point in sorted({*POINTS, *counts})}


@dataclass(frozen=True)
class Entered:
    """A figure in per cent that an evaluator entered, from records or as the analyst's own, and why.

    `covers_deadweight`: one question was asked about both, so the figure, which is of attribution to others,
    holds deadweight too. Raises ValueError for a figure off 0 to 100, another basis, or no reason.
    """

    per_cent: float
    basis: str
    reason: str
    covers_deadweight: bool = False

    def __post_init__(self):
        check_per_cent(self.per_cent)
        if self.basis not in (RECORDS, ANALYST):
            raise ValueError(f"a figure is entered from records or by the analyst, not from {self.basis!r}")
        if not self.reason.strip():
            raise ValueError("a figure that is entered needs a reason")


def attribution_from_shares(shares: Mapping[str, int]) -> float:
    """What is due to others than the programme, in per cent, from named shares that make 100.

    All that is not the coordinator's, the person's own doing among it: that is not ours to claim. Source: the
    Guide, stage 4 (attribution is the share due to others). Raises ValueError for shares that do not make 100
    or leave the coordinator out.
    """
    if PROGRAMME not in shares:
        raise ValueError("the shares do not say what the coordinator's was")
    for share in shares.values():
        check_per_cent(share)
    if sum(shares.values()) != WHOLE:
        raise ValueError(f"the shares make {sum(shares.values())}, not {WHOLE}")
    return float(WHOLE - shares[PROGRAMME])


def check_per_cent(value: object) -> None:
    """Raises ValueError for what is no number from 0 to 100."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    if not is_number or not 0 <= value <= WHOLE:
        raise ValueError(f"{value!r} is not a number from 0 to {WHOLE}")
