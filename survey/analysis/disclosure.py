"""The one door through which numbers leave: renderers accept only what is made here."""

from collections.abc import Iterable
from dataclasses import InitVar, dataclass

from survey.analysis.tables import Column, Row, Table

INTERNAL = "internal"

_DOOR = object()


def _only_through(door: object, kind: str) -> None:
    if door is not _DOOR:
        raise TypeError(f"a {kind} is made by survey.analysis.disclosure alone")


@dataclass(frozen=True)
class SafeTable:
    """A table that may be shown. `kind` "internal": exact figures, marked so wherever they appear."""

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
        return self.table.notes

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


def own_change(rows: Iterable[OwnScore]) -> OwnChange:
    """Let a resident's own scores out to that resident."""
    return OwnChange(tuple(rows), _DOOR)
