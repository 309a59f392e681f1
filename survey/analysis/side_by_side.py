"""A table laid together from tables that were released: it holds their cells and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from survey.analysis.disclosure import RELEASE, SafeTable, reopen
from survey.analysis.tables import HIDDEN, Column

# Where a cell comes from: the released table, the key of its row, and of its column.
Source = tuple[SafeTable, str, str]


def laid_together(
    name: str,
    caption: str,
    row_heading: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[str, str, Mapping[str, Source | None]]],
    notes: Sequence[str] = (),
) -> SafeTable:
    """A released table whose every cell stands in another one; None where nothing is told.

    Raises ValueError for a cell of an internal table.
    """
    return reopen(
        {
            "name": name,
            "caption": caption,
            "row_heading": row_heading,
            "notes": notes,
            "columns": [asdict(column) for column in columns],
            "rows": [
                [key, heading, {column: _plain(source) for column, source in cells.items()}]
                for key, heading, cells in rows
            ],
        }
    )


def released_cell(source: Source | None) -> object:
    """What stands there; None where the table has no such row or column.

    Raises ValueError for an internal table.
    """
    if source is None:
        return None
    table, row_key, column_key = source
    if table.kind != RELEASE:
        raise ValueError(f"table {table.name} is internal, so it is not laid beside others")
    return next((row.cells.get(column_key) for row in table.rows if row.key == row_key), None)


def _plain(source: Source | None) -> object:
    value = released_cell(source)
    return str(HIDDEN) if value is HIDDEN else value
