"""The rows of a value map in a release: how many changed, rounded, and what was typed as it was typed."""

from collections.abc import Sequence
from decimal import Decimal

from survey.analysis.hiding import COUNTS_TO, is_small
from survey.analysis.tables import Column, Row, Table, is_shown
from survey.analysis.wording import nearest
from survey.questionnaires.characteristics import LEVELS
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES
from survey.reports.comparison_sides import AREA, LEVEL, named
from survey.reports.release_tables import Pair, Tables
from survey.reports.value import ValueFound
from survey.reports.value_building import RowFound
from survey.reports.value_cells import ENTERED, NOT_NEEDED, QUANTITY, TYPED, Cell
from survey.reports.value_tables import FILTER_COLUMNS
from survey.reports.value_unknowns import scale_of
from survey.reports.value_words import FIGURE_WORDS, money

RELEASED, NOBODY = (), (0,)
PER_CENT = 100
NO_MONEY = (
    "How many changed is rounded to 5 of those who were asked, and scaled up then. What people and partners "
    "said of what is taken off is told in bands where the change that is due to the programme is told, and "
    "not here; nor is any row’s money, from which it could be worked out. A row may count visits, homes or "
    "hours instead of people: its proxy says what one of them is."
)


def rows_table(found: ValueFound, made: Tables, threshold: int, place: int) -> Table:
    """One row for each outcome that counts."""
    columns = (
        Column("quantity", "How many changed", "people"),
        Column("n", "Out of so many answers", "people"),
        Column("duration_years", "Lasts", "years"),
        *(Column(name, heading, "per cent") for name, heading in FILTER_COLUMNS),
    )
    wider = _wider(found.record, made)
    rows = tuple(_row(each, wider, threshold) for each in found.built.rows)
    return Table(
        f"value_rows_{place}",
        f"What is counted: {found.name}",
        columns,
        rows,
        "Outcome",
        (NO_MONEY, *_typed(found.built.rows)),
    )


def proxies(found: ValueFound, told: Table) -> tuple[tuple[str, str], ...]:
    """What one change is worth a year, by row as it is told, in full: values and sources are public."""
    return tuple(
        (row.heading, f"{each.record.proxy.name}: {money(each.unit_value)} a year. {each.proxy_said}")
        for each, row in zip(found.built.rows, told.rows, strict=True)
    )


def _row(found: RowFound, wider: Sequence[Pair], threshold: int) -> Row:
    quantity = found.cells[QUANTITY]
    cells = {
        "quantity": _rounded(quantity),
        "n": quantity.n,
        "duration_years": found.record.duration_years,
        **{name: _taken_off(found.cells[name]) for name, _ in FILTER_COLUMNS},
    }
    stands_on = dict.fromkeys(cells, RELEASED)
    stands_on["quantity"] = _bases(found, wider)
    # A number that somebody typed beside it is a count of people, too.
    stands_on["n"] = (quantity.n,) if quantity.n is not None else RELEASED
    if stands_on["quantity"] == NOBODY and quantity.basis != TYPED:
        stands_on["n"] = NOBODY
    is_told = not is_small(stands_on["quantity"], threshold)
    return Row(found.code, _heading(found, is_told), cells, stands_on)


def _bases(found: RowFound, wider: Sequence[Pair]) -> tuple[int, ...]:
    cell = found.cells[QUANTITY]
    if cell.basis == TYPED:
        return (int(abs(cell.value)),)
    if cell.bases is None or not _is_told(found, wider):
        return NOBODY
    n, moved, rest, *_ = cell.bases if not found.record.of_worse else _of_worse(cell.bases)
    return (n, moved, rest, int(abs(cell.value / scale_of(cell))))


def _of_worse(bases: tuple[int, ...]) -> tuple[int, ...]:
    """The same of those who came out worse, whom the row counts."""
    n, _, _, worse, rest = bases
    return n, worse, rest


def _is_told(found: RowFound, wider: Sequence[Pair]) -> bool:
    """Whether a table of change tells of just these people how many gave both scores, and improved.

    Those who came out worse have no column there, and stand on their own number. Each table is of all whom
    the map counts, and perhaps of more: it is of the same where it counts as many.
    """
    outcome, n = found.record.outcome, found.cells[QUANTITY].n
    needed = ("n_pairs",) if found.record.of_worse else ("n_pairs", "share_improved")
    return any(
        exact.cells["n_pairs"] == n and all(is_shown(safe.cells[key]) for key in needed)
        for pair in wider
        for exact, safe in zip(pair.exact.rows, pair.safe.rows, strict=True)
        if exact.key == outcome
    )


def _wider(record: ValueMap, made: Tables) -> list[Pair]:
    """The tables of change of everyone, and of the area and the level that a map counts."""
    names = {record.area and record.area.name: AREA, record.level and LEVELS[record.level]: LEVEL}
    parts = (
        pair
        for pair in made.parts
        for name, kind in names.items()
        if name and kind.fullmatch(pair.safe.name) and named(pair.safe) == name
    )
    return [made.change, *parts]


def _rounded(cell: Cell) -> Decimal:
    """How many changed, in whole steps of five people asked; those for the worse as a number, too."""
    scale, value = scale_of(cell), abs(cell.value)
    if cell.basis == TYPED:
        return value
    return COUNTS_TO * nearest(value / scale / COUNTS_TO, 0) * scale


def _taken_off(cell: Cell) -> Decimal | None:
    return PER_CENT * cell.value if cell.basis in (TYPED, ENTERED, NOT_NEEDED) else None


def _heading(found: RowFound, is_told: bool) -> str:
    # Which way a number goes that is hidden would tell nobody from somebody, or more from fewer.
    is_for_worse = found.record.of_worse or (is_told and found.cells[QUANTITY].value < 0)
    worse = " (for the worse)" if is_for_worse else ""
    return f"{found.name}{worse}: {found.record.stakeholder.name}"


def _typed(rows: tuple[RowFound, ...]) -> tuple[str, ...]:
    """Which figures are nobody's answers."""
    told = []
    for row in rows:
        names = [FIGURE_WORDS[name] for name in FIGURES if row.cells[name].basis == TYPED]
        if names:
            told.append(f"{row.code} ({', '.join(names)})")
    return (f"Typed from a source, not from answers: {'; '.join(told)}.",) if told else ()
