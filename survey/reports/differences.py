"""What a table would say otherwise, had it been made from other answers."""

from dataclasses import dataclass

from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import Column
from survey.analysis.wording import shown


@dataclass(frozen=True)
class Difference:
    row: str
    column: Column
    then: str
    now: str


def differences(then: SafeTable, now: SafeTable) -> tuple[Difference, ...]:
    """The cells that read otherwise in two tables of the same kind; a row that only one has reads "–"."""
    rows = {row.key: row.heading for table in (then, now) for row in table.rows}
    columns = {column.key: column for table in (then, now) for column in table.columns}
    found = (
        Difference(heading, column, _read(then, key, column), _read(now, key, column))
        for key, heading in rows.items()
        for column in columns.values()
    )
    return tuple(each for each in found if each.then != each.now)


def _read(table: SafeTable, key: str, column: Column) -> str:
    cells = next((row.cells for row in table.rows if row.key == key), {})
    return shown(cells.get(column.key), column)
