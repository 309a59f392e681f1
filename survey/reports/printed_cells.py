"""Cells and headings of a table in print: what stands beside a figure, and the unit that it is of."""

from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import Column, Row
from survey.analysis.wording import shown

# Units that a heading seldom says by itself.
MEASURED = ("points", "per cent", "years", "£", "£ for each £1")


def marked(table: SafeTable, row: Row, column: Column) -> str:
    """A cell as text, with what has to be said beside it: "53 (entered)"."""
    mark = row.marks.get(column.key)
    text = shown(table.cell(row, column), column)
    return f"{text} ({mark})" if mark else text


def unit_beside(column: Column) -> str:
    """The unit of a column, where its heading does not say it already; empty where there is none to say."""
    return column.unit if column.unit in MEASURED and column.unit not in column.heading else ""
