"""What of a value map nobody but the team may know, and how far each of it moves the ratio."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from survey.analysis.blur import Unknown
from survey.analysis.hiding import COUNTS_TO, is_small
from survey.reports.value_building import Built, RowFound
from survey.reports.value_cells import ANSWERS, QUANTITY, TYPED, Cell
from survey.value import model
from survey.value.figures import Assumption, changed
from survey.value.model import FILTERS
from survey.value.simulation import Counts
from survey.value.worth import worth

# What was said is told in bands of a third, so a third of the way has to stay open.
BAND = Decimal(1) / 3
NOUGHT, WHOLE = Decimal(0), Decimal(1)


def unknowns(built: Built, threshold: int, stakeholder: str | None = None) -> tuple[Unknown, ...]:
    """The figures of a map without gaps, in ratio; those of one stakeholder alone where one is named.

    What was said of an outcome is taken off in all its rows, and counts as one figure.
    """
    rows = [row for row in built.rows if stakeholder in (None, row.record.stakeholder.name)]
    counts = (each for row in rows for each in _of_quantity(row, built.value_map, threshold))
    said: dict[tuple[str, str], list[RowFound]] = {}
    for row in rows:
        for name in FILTERS:
            if row.cells[name].basis == ANSWERS:
                said.setdefault((row.record.outcome, name), []).append(row)
    filters = (_of_filter(alike, name, built.value_map) for (_, name), alike in said.items())
    return (*counts, *filters)


def scale_of(cell: Cell) -> Decimal:
    """How many people each one asked stands for; 1 for what was typed or counted otherwise."""
    return cell.spread.scale if isinstance(cell.spread, Counts) else WHOLE


def _of_quantity(row: RowFound, value_map: model.ValueMap, threshold: int) -> Iterator[Unknown]:
    cell, name = row.cells[QUANTITY], f"{row.code} {QUANTITY}"
    one = abs(
        _ratio(value_map, [row], QUANTITY, cell.value + 1) - _ratio(value_map, [row], QUANTITY, cell.value)
    )
    if cell.bases is None:
        # What partners counted is never told, so a third of it has to stay open as well.
        part = abs(cell.value) * one * BAND
        yield Unknown(name, part, part, part)
        return
    each = one * scale_of(cell)
    if cell.basis == TYPED:
        if cell.value and is_small((abs(cell.value),), threshold):
            room = min(Decimal(COUNTS_TO), abs(cell.value)) * each
            yield Unknown(name, COUNTS_TO * each, COUNTS_TO * each, room)
        return
    n, changed, rest, *worse = cell.bases
    half = Decimal(COUNTS_TO) / 2 * each
    if not is_small((n, changed, rest), threshold):
        # It is told to the nearest five, and nothing small may follow from more than that.
        yield Unknown(name, half if is_small(cell.bases, threshold) else NOUGHT, half, half)
        return
    up, down = (min(COUNTS_TO, side) for side in (rest, changed))
    if worse:
        up, down = up + min(COUNTS_TO, worse[0]), down + min(COUNTS_TO, worse[1])
    yield Unknown(name, COUNTS_TO * each, up * each, down * each)


def _of_filter(rows: Sequence[RowFound], name: str, value_map: model.ValueMap) -> Unknown:
    share = rows[0].cells[name].value
    whole = _ratio(value_map, rows, name, NOUGHT) - _ratio(value_map, rows, name, WHOLE)
    lower, higher = (abs(whole) * min(BAND, room) for room in (share, WHOLE - share))
    # Less is deducted: the ratio goes up, or down where the rows are for the worse.
    up, down = (lower, higher) if whole >= 0 else (higher, lower)
    return Unknown(f"{rows[0].record.outcome} {name}", abs(whole) * BAND, up, down)


def _ratio(value_map: model.ValueMap, rows: Sequence[RowFound], name: str, figure: Decimal) -> Decimal:
    """The ratio with one figure changed in some rows."""
    figures = {Assumption(row.code, name): figure for row in rows}
    return worth(changed(value_map, figures)).sroi_ratio
