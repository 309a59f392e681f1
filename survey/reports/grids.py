"""What a sheet holds, before anything is written: headings, cells, notes, and how numbers are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey.analysis.disclosure import INTERNAL, SafeTable
from survey.analysis.tables import IN_WORDS, Column, Hidden
from survey.analysis.wording import DECIMALS

# Where the exact figure stands in the cell, a per cent is shown as finely as the team may want it.
DECIMALS_INTERNAL = {**DECIMALS, "per cent": 1}
WITHOUT_UNIT = (*IN_WORDS, "score")
AS_WORDS = "@"

Cell = str | int | float | None


@dataclass(frozen=True)
class Grid:
    """Cells under headings: a row's first cell says what the row is. `formats` are of its numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    notes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max(map(len, (self.headings, *self.rows)))


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: its name on the tab, its title, and grids one under the other.

    `widths` are of the first columns, in letters; others fit what they hold. A `raw` sheet is for sorting and
    filtering: nothing is wrapped.
    """

    name: str
    title: str
    grids: tuple[Grid, ...]
    notes: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    raw: bool = False

    @property
    def shared_headings(self) -> tuple[str, ...]:
        """The headings of all grids where they have the same; () otherwise."""
        each = {grid.headings for grid in self.grids}
        return each.pop() if len(each) == 1 else ()


def checked(table: object) -> SafeTable:
    """The table, if it may be shown. Raises TypeError otherwise."""
    if not isinstance(table, SafeTable):
        raise TypeError("A sheet shows only a table that survey.analysis.disclosure has let out")
    return table


def of_table(table: object) -> Grid:
    """A table as a grid. Raises TypeError for what has not been let out."""
    safe = checked(table)
    return Grid(
        headings=(safe.row_heading, *(heading(column) for column in safe.columns)),
        rows=tuple(
            (row.heading, *(value(safe.cell(row, column)) for column in safe.columns)) for row in safe.rows
        ),
        caption=safe.caption,
        notes=safe.table.team_notes,
        formats=("", *(number_format(column, safe.kind == INTERNAL) for column in safe.columns)),
    )


def sheet_of(name: str, title: str, tables: Sequence[object], also: tuple[str, ...] = ()) -> Sheet:
    """Tables on one sheet; what is said of all of them is said once, at the end, the rest under its table."""
    safe = [checked(table) for table in tables]
    of_all = [note for note in safe[0].table.notes if all(note in table.table.notes for table in safe)]
    grids = tuple(_with_its_own(of_table(table), table, of_all) for table in safe)
    return Sheet(name, title, grids, (*of_all, *also))


def _with_its_own(grid: Grid, table: SafeTable, of_all: Sequence[str]) -> Grid:
    own = (note for note in table.table.notes if note not in of_all)
    return replace(grid, notes=(*own, *grid.notes))


def heading(column: Column) -> str:
    """A column's heading, and under it the unit."""
    return column.heading if column.unit in WITHOUT_UNIT else f"{column.heading}\n({column.unit})"


def value(cell: object) -> Cell:
    """A cell as a file holds it: numbers as numbers, "hidden" as that word, nothing as nothing."""
    return str(cell) if isinstance(cell, Hidden) else cell


def number_format(column: Column, exact: bool = False) -> str:
    """How a column's numbers are shown; the cell itself keeps the whole number."""
    if column.unit in IN_WORDS:
        return AS_WORDS
    usual = (DECIMALS_INTERNAL if exact else DECIMALS)[column.unit]
    decimals = usual if column.decimals is None else column.decimals
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")
