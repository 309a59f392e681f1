"""What money of later years is worth today: rate tables by name, and factors."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

# The Guide discounts the first year once; the Green Book counts it as year 0, which is not discounted.
END_OF_YEAR, YEAR_0 = "end_of_year", "year_0"
TIMINGS = (END_OF_YEAR, YEAR_0)
WHOLE = Decimal(1)
HIGHEST = Decimal("0.25")


@dataclass(frozen=True)
class Rates:
    """A named table: in each band the last year of it, and the rate for one year as a fraction.

    Raises ValueError where a rate is below nought or above 25 per cent, or years do not rise.
    """

    name: str
    bands: tuple[tuple[int | None, Decimal], ...]

    def __post_init__(self) -> None:
        if not all(rate.is_finite() and 0 <= rate <= HIGHEST for _, rate in self.bands):
            raise ValueError("A discount rate is from 0 to 25 per cent a year.")
        ends = [last for last, _ in self.bands[:-1]]
        if not self.bands or self.bands[-1][0] is not None or None in ends or ends != sorted(set(ends)):
            raise ValueError("The years of a rate table rise, and its last band has no end.")

    def rate(self, year: int) -> Decimal:
        """The rate of the one year that ends `year` years from now, as a fraction."""
        return next(rate for last, rate in self.bands if last is None or year <= last)


def flat(rate: Decimal) -> Rates:
    """One rate for every year, as a fraction. Raises ValueError where it is below 0 or above 0.25."""
    return Rates(f"{(rate * 100).normalize():f} per cent", ((None, rate),))


def _table(name: str, percents: tuple[str, ...]) -> Rates:
    ends = (30, 75, 125, 200, 300, None)
    rates = (Decimal(percent) / 100 for percent in percents)
    return Rates(name, tuple(zip(ends, rates, strict=True)))


# HM Treasury, The Green Book (2022, as in the edition of 5 February 2026): real rates, by years from now.
_TABLES = (
    _table("Green Book 2026, standard", ("3.5", "3.0", "2.5", "2.0", "1.5", "1.0")),
    _table("Green Book 2026, health", ("1.5", "1.29", "1.07", "0.86", "0.64", "0.43")),
)
TABLES: Mapping[str, Rates] = MappingProxyType({table.name: table for table in _TABLES})


def factor(rates: Rates, years: int) -> Decimal:
    """What one pound `years` years from now is worth today, from 0 to 1.

    The product of every year's own rate, so that a lower rate later never reaches back (Green Book). Raises
    ValueError for years below nought.
    """
    if years < 0:
        raise ValueError("A year before today is not discounted.")
    grown = WHOLE
    for year in range(1, years + 1):
        grown *= WHOLE + rates.rate(year)
    return WHOLE / grown


def years_until(timing: str, year: int) -> int:
    """How many times year `year` of a map is discounted (1 is its first year)."""
    return year if timing == END_OF_YEAR else year - 1
