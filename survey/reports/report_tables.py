"""Tables of findings as the full report prints them: one number for each row, whose line holds all of it."""

from dataclasses import dataclass

from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import IN_WORDS, Column, Row
from survey.analysis.wording import NOTHING
from survey.reports.printed_cells import marked, unit_beside
from survey.reports.report_annex import Annex, Source, exact
from survey.reports.report_blocks import NUMBER, TEXT, Grid

COUNTED = ("people", "organisations", "stories")


@dataclass(frozen=True)
class Origin:
    """Where the figures of a table come from: by which rule, and the way to them in the product."""

    rule: str
    path: tuple[str, ...]


def grid(table: SafeTable, annex: Annex, origin: Origin, *, kind: str = "", numbered: bool = False) -> Grid:
    """The table with its notes, each row with its source; `numbered` as the petals of a flower are.

    Raises TypeError for what disclosure has not let out.
    """
    if not isinstance(table, SafeTable):
        raise TypeError("Paper shows only a table that survey.analysis.disclosure has let out")
    headings = ((_heading(each), TEXT if each.unit in IN_WORDS else NUMBER) for each in table.columns)
    rows = []
    for place, row in enumerate(table.rows, 1):
        name = f"{place}. {row.heading}" if numbered else row.heading
        cells = (marked(table, row, column) for column in table.columns)
        rows.append((annex.mark(name, source(table, row, origin)), *cells))
    return Grid(
        caption=table.caption,
        columns=((table.row_heading or "What", TEXT), *headings),
        rows=tuple(rows),
        notes=table.notes,
        kind=kind,
    )


def source(table: SafeTable, row: Row, origin: Origin) -> Source:
    """Where all figures of a row come from: each unrounded, in the order of the columns."""
    figures = [(column, table.cell(row, column)) for column in table.columns if column.unit not in IN_WORDS]
    counted = next((column for column in table.columns if column.unit in COUNTED), None)
    n = table.cell(row, counted) if counted else None
    return Source(
        what=f"{table.caption.split(':')[0]}: {row.heading}",
        exact="; ".join(NOTHING if value is None else exact(value) for _, value in figures) or NOTHING,
        rule=origin.rule,
        path=(*origin.path, row.heading),
        n="" if n is None else f"{exact(n)} {counted.unit}",
    )


def _heading(column: Column) -> str:
    unit = unit_beside(column)
    return f"{column.heading} ({unit})" if unit else column.heading
