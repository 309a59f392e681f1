"""What a value map comes to, row by row and year by year; nothing is rounded."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from math import prod

from survey.value.discounting import factor, years_until
from survey.value.model import COLUMNS, Assumptions, Row, ValueMap

# So many digits that no penny of any council is lost on the way.
DIGITS = 50
OF_IMPACT = ("deadweight", "displacement", "attribution_to_others")
MONTHS = 12


@dataclass(frozen=True)
class RowWorth:
    """One row: `gross` and `impact` in money a year, `years` in money for years 1, 2, ... of the map."""

    row: Row
    gross: Decimal
    impact: Decimal
    years: tuple[Decimal, ...]
    present_value: Decimal


@dataclass(frozen=True)
class Worth:
    """All figures of a map, in its currency, unrounded; ratios are of money to money.

    `years` and `present_values` are for years 1, 2, ...; `inputs` is what was put in, discounted if the map
    says so. `payback_months` is None where the first year brings nothing or less.
    """

    rows: tuple[RowWorth, ...]
    years: tuple[Decimal, ...]
    present_values: tuple[Decimal, ...]
    inputs: Decimal
    total_present_value: Decimal
    net_present_value: Decimal
    sroi_ratio: Decimal
    net_sroi_ratio: Decimal
    payback_months: Decimal | None

    def present_value_of(self, column: str) -> Decimal:
        """The present value of one kind of value alone. Raises ValueError for an unknown one."""
        if column not in COLUMNS:
            raise ValueError(column)
        return sum((each.present_value for each in self.rows if each.row.column == column), Decimal(0))


def worth(value_map: ValueMap) -> Worth:
    """Work a map out (A guide to Social Return on Investment, 2012, sections 4.1 to 5.4).

    Filters multiply, each on what the last one left; drop-off compounds from an outcome's second year.
    """
    with localcontext(prec=DIGITS):
        return _worth(value_map)


def _worth(value_map: ValueMap) -> Worth:
    assumed = value_map.assumptions
    length = max(row.starts + row.duration_years - 1 for row in value_map.rows)
    factors = tuple(factor(assumed.rates, years_until(assumed.timing, year)) for year in range(1, length + 1))
    rows = tuple(_row(row, factors) for row in value_map.rows)
    years = tuple(sum(of_year) for of_year in zip(*(row.years for row in rows), strict=True))
    present = tuple(value * each for value, each in zip(years, factors, strict=True))
    inputs, total = _inputs(value_map), sum(present)
    return Worth(
        rows=rows,
        years=years,
        present_values=present,
        inputs=inputs,
        total_present_value=total,
        net_present_value=total - inputs,
        sroi_ratio=total / inputs,
        net_sroi_ratio=(total - inputs) / inputs,
        payback_months=inputs / (years[0] / MONTHS) if years[0] > 0 else None,
    )


def impact(row: Row) -> Decimal:
    """What one year of a row is worth at its start, after all that is deducted, in money."""
    return row.quantity * row.unit_value * prod(1 - getattr(row, name) for name in OF_IMPACT)


def _row(row: Row, factors: tuple[Decimal, ...]) -> RowWorth:
    years = tuple(_years(row, len(factors)))
    present = sum(value * each for value, each in zip(years, factors, strict=True))
    return RowWorth(row, row.quantity * row.unit_value, impact(row), years, present)


def _years(row: Row, length: int) -> Iterator[Decimal]:
    value = impact(row)
    for year in range(1, length + 1):
        lasts = 0 <= year - row.starts < row.duration_years
        yield value if lasts else Decimal(0)
        # Not by a power: nought to the power of nought is no number here.
        value *= 1 - row.drop_off if lasts else 1


def _inputs(value_map: ValueMap) -> Decimal:
    return sum(each.value * _input_factor(value_map.assumptions, each.year) for each in value_map.inputs)


def _input_factor(assumed: Assumptions, year: int) -> Decimal:
    if not assumed.inputs_discounted:
        return Decimal(1)
    return factor(assumed.rates, years_until(assumed.timing, year))
