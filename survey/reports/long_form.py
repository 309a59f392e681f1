"""Every figure on a row of its own, which still says what it is of when it stands alone."""

from collections.abc import Iterator

from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import HIDDEN
from survey.reports.findings import Findings
from survey.reports.grids import Cell, checked, value
from survey.reports.marking import marking, period

OF_THE_FILE = ("programme", "period", "release", "made_up")
OF_THE_FIGURE = (
    "table", "caption", "row_key", "row", "column_key", "column", "unit", "value", "hidden", "mark",
)  # fmt: skip


def rows(findings: Findings) -> Iterator[list[Cell]]:
    """The header, then one row for each cell of every table. Raises TypeError for what was not let out."""
    file = [findings.name, period(findings), marking(findings), _yes(findings.made_up)]
    yield [*OF_THE_FILE, *OF_THE_FIGURE]
    for figure in figures(findings):
        yield [*file, *figure]


def figures(findings: Findings) -> Iterator[list[Cell]]:
    """One row for each cell of every table, in the order of reading."""
    for table in findings.tables:
        yield from _of_table(checked(table))


def _of_table(table: SafeTable) -> Iterator[list[Cell]]:
    for row in table.rows:
        for column in table.columns:
            cell = table.cell(row, column)
            of_row, of_column = [row.key, row.heading], [column.key, column.heading, column.unit]
            mark = row.marks.get(column.key, "")
            yield [table.name, table.caption, *of_row, *of_column, value(cell), _yes(cell is HIDDEN), mark]


def _yes(so: bool) -> str:
    return "yes" if so else "no"
