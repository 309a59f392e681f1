"""How far a figure of a value map could have come out otherwise: answers drawn again, or two ends."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np


@dataclass(frozen=True)
class Counts:
    """A quantity that is counted from people: as many are drawn again, with replacement.

    `contributions` says (what one person adds, how many people add it), `scale` what one asked person stands
    for; both as `quantity.quantity` gives them. Spreads of one `source` are drawn together.
    """

    source: str
    contributions: tuple[tuple[Decimal, int], ...]
    scale: Decimal = Decimal(1)

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most that could be drawn; None where there is nobody to draw."""
        n = sum(people for _, people in self.contributions)
        adds = [each * n * self.scale for each, people in self.contributions if people]
        return (min(adds), max(adds)) if adds else None

    def drawn(self, base: float, draws: int, random: np.random.Generator) -> np.ndarray:
        """`draws` quantities, in the order of the generator."""
        adds, people = (np.array(each, float) for each in zip(*self.contributions, strict=True))
        n = int(people.sum())
        return float(self.scale) * (random.multinomial(n, people / n, draws) @ adds)


@dataclass(frozen=True)
class Answers:
    """A filter that is the median of answers, as fractions from 0 to 1: as many are drawn again."""

    source: str
    values: tuple[Decimal, ...]

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most that could be drawn; None where nobody answered."""
        return (min(self.values), max(self.values)) if self.values else None

    def drawn(self, base: float, draws: int, random: np.random.Generator) -> np.ndarray:
        """`draws` medians of a resample, in the order of the generator.

        Drawn by the middle order statistics themselves (the k-th least of n uniform numbers is Beta(k, n + 1
        - k) distributed), which is the same as resampling and sorting, and takes no longer for more answers.
        """
        values, n = np.sort(np.array(self.values, float)), len(self.values)
        middle = (n + 1) // 2
        lower = random.beta(middle, n + 1 - middle, draws)
        if n % 2:
            return _at(values, lower)
        # The next one: the least of the n - middle uniform numbers that lie above.
        upper = 1 - (1 - lower) * random.random(draws) ** (1 / (n - middle))
        return (_at(values, lower) + _at(values, upper)) / 2


@dataclass(frozen=True)
class Between:
    """A figure that nobody asked about: likeliest as it stands, and less so towards `low` and `high`."""

    source: str
    low: Decimal
    high: Decimal

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most that could be drawn."""
        return self.low, self.high

    def drawn(self, base: float, draws: int, random: np.random.Generator) -> np.ndarray:
        """`draws` figures of a triangle with its peak at `base`, in the order of the generator."""
        low, high = float(self.low), float(self.high)
        return random.triangular(low, min(max(base, low), high), high, draws)


Spread = Counts | Answers | Between


def _at(values: np.ndarray, uniform: np.ndarray) -> np.ndarray:
    return values[np.minimum((uniform * len(values)).astype(int), len(values) - 1)]
