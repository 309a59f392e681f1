"""Tables whose columns say themselves where each of their cells comes from."""

from collections.abc import Callable, Iterable, Sequence

from survey.analysis.tables import Column, Row, Table

# A column, and its figure or words of what a row is about.
Told = tuple[Column, Callable[[object], object]]


def laid_out(
    name: str,
    caption: str,
    told: Sequence[Told],
    rows: Iterable[tuple[str, str, object]],
    row_heading: str,
    notes: tuple[str, ...] = (),
) -> Table:
    """A table with a row for each key, heading and thing that it is about."""
    made = tuple(
        Row(key, heading, {column.key: cell(each) for column, cell in told}) for key, heading, each in rows
    )
    return Table(name, caption, tuple(column for column, _ in told), made, row_heading, notes)
