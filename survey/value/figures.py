"""The figures of a value map that could be otherwise, by row and name, and the map with them changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from survey.value.model import FILTERS, Row, ValueMap, Wrong
from survey.value.worth import worth

# What of a row is judged by degrees; duration is counted in whole years, so that it only goes up and down.
VARIED = ("quantity", "unit_value", *FILTERS)
DURATION = "duration_years"


@dataclass(frozen=True)
class Assumption:
    """One figure of one row: `row` is its id, `name` one of VARIED, or DURATION."""

    row: str
    name: str


Ranges = Mapping[Assumption, tuple[Decimal, Decimal]]


def changed(value_map: ValueMap, figures: Mapping[Assumption, Decimal]) -> ValueMap:
    """The map with some figures changed. Raises KeyError for an unknown one, Wrong for one out of bounds."""
    rows = {row.id for row in value_map.rows}
    for each in figures:
        if each.row not in rows or each.name not in (*VARIED, DURATION):
            raise KeyError(each)
    return replace(value_map, rows=tuple(_changed(row, figures) for row in value_map.rows))


def ratio_at(value_map: ValueMap, assumption: Assumption, figure: Decimal) -> Decimal:
    """The ratio with one figure changed. Raises as `changed` does."""
    return worth(changed(value_map, {assumption: figure})).sroi_ratio


def _changed(row: Row, figures: Mapping[Assumption, Decimal]) -> Row:
    own = {
        each.name: _figure(row, each.name, figure) for each, figure in figures.items() if each.row == row.id
    }
    return replace(row, **own) if own else row


def _figure(row: Row, name: str, figure: Decimal) -> Decimal | int:
    if name != DURATION:
        return figure
    if not figure.is_finite() or figure != int(figure):
        raise Wrong(f"row {row.id}", "duration is in whole years.")
    return int(figure)
