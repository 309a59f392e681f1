"""How low and how high a ratio comes with all figures at once, and what it is without its largest row."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

from survey.value.figures import DURATION, Assumption, Ranges, changed
from survey.value.model import Row, ValueMap
from survey.value.worth import worth

# These two may change the sign of a row; all others only make it larger or smaller.
SIGNED = ("quantity", "unit_value")


def joint(value_map: ValueMap, ranges: Ranges) -> tuple[Decimal, Decimal, Decimal]:
    """The ratio with all figures at their cautious end, as they are, and with all at their hopeful end.

    Which end is cautious depends on the row: more taken off a negative outcome is hopeful. Raises KeyError
    for an unknown figure, Wrong for one out of bounds.
    """
    changed(value_map, {each: ends[0] for each, ends in ranges.items()})
    changed(value_map, {each: ends[1] for each, ends in ranges.items()})
    cautious, hopeful = [], []
    for row in value_map.rows:
        ends = sorted(_candidates(value_map, row, ranges), key=lambda each: _present_value(value_map, each))
        cautious.append(ends[0])
        hopeful.append(ends[-1])
    low, high = (worth(replace(value_map, rows=tuple(rows))).sroi_ratio for rows in (cautious, hopeful))
    return low, worth(value_map).sroi_ratio, high


def without_largest(value_map: ValueMap) -> tuple[str, Decimal] | None:
    """The id of the row with the largest present value, either way, and the ratio without it.

    None where there is one row only.
    """
    if len(value_map.rows) == 1:
        return None
    largest = max(worth(value_map).rows, key=lambda each: abs(each.present_value)).row
    rest = tuple(row for row in value_map.rows if row.id != largest.id)
    return largest.id, worth(replace(value_map, rows=rest)).sroi_ratio


def _candidates(value_map: ValueMap, row: Row, ranges: Ranges) -> Iterator[Row]:
    """The row as it is, and at every pair of signed ends, once as large and once as small as it may be."""
    own = {each: ends for each, ends in ranges.items() if each.row == row.id}
    signed = {each: ends for each, ends in own.items() if each.name in SIGNED}
    yield row
    for figures in product(*signed.values()):
        for small in (True, False):
            sized = {each: _sized(each, ends, small) for each, ends in own.items() if each not in signed}
            yield _only(value_map, row, dict(zip(signed, figures, strict=True)) | sized)


def _sized(assumption: Assumption, ends: tuple[Decimal, Decimal], small: bool) -> Decimal:
    """The end that makes a row small or large: a row is small where it is short, or much is taken off."""
    return min(ends) if small == (assumption.name == DURATION) else max(ends)


def _only(value_map: ValueMap, row: Row, figures: Mapping[Assumption, Decimal]) -> Row:
    return changed(replace(value_map, rows=(row,)), figures).rows[0]


def _present_value(value_map: ValueMap, row: Row) -> Decimal:
    return worth(replace(value_map, rows=(row,))).total_present_value
