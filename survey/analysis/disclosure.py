"""The one door through which numbers leave: renderers accept only what is made here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import InitVar, asdict, dataclass

from survey.analysis.counted import LEAST
from survey.analysis.hiding import COUNTS_TO, is_small, parts_to_hide
from survey.analysis.leaving import as_released, check_may_leave, is_of_organisations, least, released_value
from survey.analysis.tables import HIDDEN, Column, Row, Table
from survey.analysis.wording import number

INTERNAL, RELEASE = "internal", "release"
KEPT = ("name", "caption", "row_heading", "notes")

_DOOR = object()


def _only_through(door: object, kind: str) -> None:
    if door is not _DOOR:
        raise TypeError(f"a {kind} is made by survey.analysis.disclosure alone")


@dataclass(frozen=True)
class SafeTable:
    """A table that may be shown, in one of two kinds.

    "internal": exact figures, marked so wherever they appear. "release": small counts hidden, with what would
    give them away, and the rest rounded; it holds nothing exact.
    """

    kind: str
    table: Table
    door: InitVar[object] = None

    def __post_init__(self, door: object) -> None:
        _only_through(door, "SafeTable")

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def caption(self) -> str:
        return self.table.caption

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.table.rows

    @property
    def row_heading(self) -> str:
        return self.table.row_heading

    @property
    def notes(self) -> tuple[str, ...]:
        return self.table.notes + self.table.team_notes

    def cell(self, row: Row, column: Column) -> object:
        """The value where row and column meet; None where there is none."""
        return self.table.cell(row, column)


@dataclass(frozen=True)
class OwnScore:
    """One outcome of one resident: whole scores as stored on lowest..highest, None where there is none."""

    key: str
    name: str
    before: int | None
    now: int | None
    lowest: int
    highest: int
    better: str

    def towards_good(self, score: int | None) -> float | None:
        """How far a score lies from the bad end, from 0 to 1; None for no score."""
        if score is None:
            return None
        share = (score - self.lowest) / (self.highest - self.lowest)
        return share if self.better == "higher" else 1 - share


@dataclass(frozen=True)
class OwnChange:
    """A resident's own scores, for that resident's own page and no other."""

    rows: tuple[OwnScore, ...]
    door: InitVar[object] = None

    def __post_init__(self, door: object) -> None:
        _only_through(door, "OwnChange")


def internal(table: Table) -> SafeTable:
    """Let a table out exact, for people who may see the evaluation's own figures."""
    return SafeTable(INTERNAL, table, _DOOR)


def release(table: Table, threshold: int) -> SafeTable:
    """Let a table leave the building: what stands on fewer people than `threshold` hidden, the rest rounded.

    Columns of organisations need three of them, and hold bands and how many are counted (`analysis.counted`).
    Where the table's counts add up to a whole, further ones are hidden until the hidden ones are not few
    together. Raises ValueError for a figure that does not say what it stands on, for words, and for exact
    figures of organisations.
    """
    return _released(table, _hidden_alone(table, threshold), threshold)


def release_parts(tables: Sequence[Table], whole: Table, threshold: int) -> tuple[SafeTable, ...]:
    """Let out tables about the parts (areas, levels) of a whole whose own table is released beside them.

    Figures are hidden across the tables, so that nothing small is the whole less the parts shown; people
    who are in no part count as a hidden one. What hides the number of people, a table's first column, hides
    the row. Raises ValueError as `release` does, and for figures of organisations: groups may not overlap.
    """
    _refuse_organisations(whole)
    hidden = {table.name: set() for table in tables}
    for row in whole.rows:
        rows = {table.name: part for table in tables for part in table.rows if part.key == row.key}
        gone: frozenset[str] = frozenset()
        for place, column in enumerate(_columns(whole)):
            parts = {name: _bases(part, column) for name, part in rows.items()}
            rest = _rest(_bases(row, column), parts.values())
            if place == 0 and any(rest):
                gone = frozenset({ELSEWHERE})
            if ELSEWHERE in gone:
                parts[ELSEWHERE] = rest
            here = parts_to_hide(parts, threshold, gone)
            if place == 0:
                gone = here
            for name in here - {ELSEWHERE}:
                hidden[name].add((row.key, column.key))
    return tuple(_released(table, hidden[table.name], threshold) for table in tables)


# People of the whole who are in no part, such as those whose level changed between being asked and answering.
ELSEWHERE = ""


def _refuse_organisations(whole: Table) -> None:
    for column in filter(is_of_organisations, _columns(whole)):
        raise ValueError(f"table {whole.name}: {column.key}, of organisations, cannot be told in parts")


def _rest(whole: tuple[int, ...], parts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(count - sum(each) for count, *each in zip(whole, *parts, strict=True))


def _columns(table: Table) -> tuple[Column, ...]:
    columns = tuple(as_released(column) for column in table.columns if column.released)
    for column in columns:
        check_may_leave(table.name, column)
    return columns


def _bases(row: Row, column: Column) -> tuple[int, ...]:
    if column.key not in row.bases:
        raise ValueError(f"row {row.key}: {column.key} does not say how many people it stands on")
    return row.bases[column.key]


def _hidden_alone(table: Table, threshold: int) -> set[tuple[str, str]]:
    columns = _columns(table)
    hidden = {
        (row.key, column.key)
        for row in table.rows
        for column in columns
        if is_small(_bases(row, column), least(column, threshold))
    }
    if table.adds_up:
        parts = {row.key: _bases(row, columns[0]) for row in table.rows}
        hidden |= {(key, column.key) for key in parts_to_hide(parts, threshold) for column in columns}
    return hidden


def _released(table: Table, hidden: set[tuple[str, str]], threshold: int) -> SafeTable:
    columns = _columns(table)
    rows = tuple(
        Row(row.key, row.heading, {each.key: _shown(row, each, hidden, threshold) for each in columns})
        for row in table.rows
    )
    of_organisations = any(map(is_of_organisations, columns))
    of_stories = any(column.unit == "stories" for column in columns)
    why = why_hidden(threshold, of_organisations, of_stories)
    notes = (*table.notes, *table.release_notes, *((why,) if hidden else ()))
    safe = Table(table.name, table.caption, columns, rows, table.row_heading, notes)
    return SafeTable(RELEASE, safe, _DOOR)


ROUNDED = (
    f"Counts of people and of stories are rounded to the nearest {COUNTS_TO}, means to one decimal, "
    "percentages to whole."
)


def why_hidden(threshold: int, of_organisations: bool = False, of_stories: bool = False) -> str:
    """What "hidden" means; the same for every hidden figure, so that none of them says which it is."""
    few = f"{number(threshold)} people{' or stories' if of_stories else ''}"
    few += f" or {number(LEAST)} organisations" if of_organisations else ""
    return f"Hidden: the figure stands on fewer than {few}, or such a figure could be worked out from it."


def _shown(row: Row, column: Column, hidden: set[tuple[str, str]], threshold: int) -> object:
    if (row.key, column.key) in hidden:
        return HIDDEN
    return released_value(row.cells.get(column.key), column, threshold)


def freeze(table: SafeTable) -> dict:
    """A released table as plain values, to be kept. Raises ValueError for an internal one."""
    if table.kind != RELEASE:
        raise ValueError("only what is released is kept as it is")
    plain = {name: getattr(table, name) for name in KEPT}
    plain["columns"] = [asdict(column) for column in table.columns]
    plain["rows"] = [[row.key, row.heading, _plain(row.cells)] for row in table.rows]
    return plain


def reopen(kept: Mapping) -> SafeTable:
    """A released table from what `freeze` made of it."""
    columns = tuple(Column(**column) for column in kept["columns"])
    rows = tuple(Row(key, heading, _thawed(cells)) for key, heading, cells in kept["rows"])
    said = {name: kept[name] for name in KEPT}
    table = Table(**{**said, "notes": tuple(said["notes"])}, columns=columns, rows=rows)
    return SafeTable(RELEASE, table, _DOOR)


def _plain(cells: Mapping[str, object]) -> dict[str, object]:
    return {key: str(HIDDEN) if value is HIDDEN else value for key, value in cells.items()}


def _thawed(cells: Mapping[str, object]) -> dict[str, object]:
    # A released cell is a number, a band or nothing, so the one word can only mean this.
    return {key: HIDDEN if value == str(HIDDEN) else value for key, value in cells.items()}


def own_change(rows: Iterable[OwnScore]) -> OwnChange:
    """Let a resident's own scores out to that resident."""
    return OwnChange(tuple(rows), _DOOR)
