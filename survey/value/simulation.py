"""The range of a ratio: all figures drawn many times over, each from its own spread."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from zlib import crc32

import numpy as np

from survey.value.discounting import factor, years_until
from survey.value.figures import VARIED, Assumption, changed
from survey.value.model import Row, ValueMap, Wrong
from survey.value.spreads import Answers, Between, Counts, Spread
from survey.value.worth import OF_IMPACT, worth

__all__ = ["Answers", "Between", "Counts", "Simulated", "Spread", "simulate"]

DRAWS, SEED = 10_000, 2026
# The middle 95 per cent.
PERCENTILES = (2.5, 97.5)


@dataclass(frozen=True)
class Simulated:
    """What came out of `draws` draws with `seed`: the same again for the same map and spreads.

    `low` and `high` hold the middle 95 per cent of ratios, `base` is the ratio of the map itself, `below_one`
    the share of draws, from 0 to 1, with a ratio below 1. `ranges` holds the middle 95 per cent of each
    figure that was drawn.
    """

    low: Decimal
    base: Decimal
    high: Decimal
    below_one: Decimal
    draws: int
    seed: int
    ranges: Mapping[Assumption, tuple[Decimal, Decimal]]


def simulate(
    value_map: ValueMap, spreads: Mapping[Assumption, Spread], seed: int = SEED, draws: int = DRAWS
) -> Simulated:
    """The range of the ratio where each figure varies by its spread, all others as they are.

    Spreads of one source rise and fall together, those of different sources do not know each other. A spread
    that holds a single figure is none, and the map's own figure stays; without any spread low and high are
    the base, exactly. Raises KeyError for an unknown figure, Wrong for a spread out of bounds or one that
    does not hold the figure of the map, ValueError for fewer than one draw.
    """
    if draws < 1:
        raise ValueError("There is nothing to be seen in fewer than one draw.")
    _refuse_what_does_not_fit(value_map, spreads)
    base = worth(value_map).sroi_ratio
    spread_out = {each: spread for each, spread in spreads.items() if _varies(spread)}
    if not spread_out:
        return Simulated(base, base, base, Decimal(int(base < 1)), draws, seed, MappingProxyType({}))
    drawn = _drawn(value_map, spread_out, seed, draws)
    ratios = _ratios(value_map, drawn)
    low, high = _middle(ratios)
    below = Decimal(int((ratios < 1).sum())) / draws
    ranges = MappingProxyType({each: _middle(figures) for each, figures in drawn.items()})
    return Simulated(low, base, high, below, draws, seed, ranges)


def _refuse_what_does_not_fit(value_map: ValueMap, spreads: Mapping[Assumption, Spread]) -> None:
    for unknown in (each for each in spreads if each.name not in VARIED):
        raise KeyError(unknown)
    ends = {each: spread.ends for each, spread in spreads.items() if spread.ends is not None}
    for place in (0, 1):
        changed(value_map, {each: end[place] for each, end in ends.items()})
    rows = {row.id: row for row in value_map.rows}
    for each, spread in spreads.items():
        figure = getattr(rows[each.row], each.name)
        if isinstance(spread, Between) and not spread.low <= figure <= spread.high:
            raise Wrong(f"row {each.row}", f"the range of {each.name} does not hold the figure itself.")


def _varies(spread: Spread) -> bool:
    return spread.ends is not None and spread.ends[0] != spread.ends[1]


def _drawn(
    value_map: ValueMap, spreads: Mapping[Assumption, Spread], seed: int, draws: int
) -> dict[Assumption, np.ndarray]:
    """Figures by assumption; those of one source stand in one order, from the least to the most."""
    rows = {row.id: row for row in value_map.rows}
    found = {}
    for each, spread in spreads.items():
        random = np.random.default_rng([seed, crc32(spread.source.encode())])
        order = random.permutation(draws)
        base = float(getattr(rows[each.row], each.name))
        found[each] = np.sort(spread.drawn(base, draws, random))[order]
    return found


def _ratios(value_map: ValueMap, drawn: Mapping[Assumption, np.ndarray]) -> np.ndarray:
    return sum(_present_value(value_map, row, drawn) for row in value_map.rows) / float(
        worth(value_map).inputs
    )


def _present_value(
    value_map: ValueMap, row: Row, drawn: Mapping[Assumption, np.ndarray]
) -> np.ndarray | float:
    def figure(name: str) -> np.ndarray | float:
        return drawn.get(Assumption(row.id, name), float(getattr(row, name)))

    impact = figure("quantity") * figure("unit_value")
    for name in OF_IMPACT:
        impact = impact * (1 - figure(name))
    return impact * sum(
        each * (1 - figure("drop_off")) ** year for year, each in enumerate(_factors(value_map, row))
    )


def _factors(value_map: ValueMap, row: Row) -> list[float]:
    assumed = value_map.assumptions
    years = range(row.starts, row.starts + row.duration_years)
    return [float(factor(assumed.rates, years_until(assumed.timing, year))) for year in years]


def _middle(figures: np.ndarray) -> tuple[Decimal, Decimal]:
    low, high = (Decimal(repr(float(each))) for each in np.percentile(figures, PERCENTILES))
    return low, high
