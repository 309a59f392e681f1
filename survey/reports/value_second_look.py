"""What a careful reader would ask about where figures of a value map come from: warnings, never blocks."""

from collections import Counter
from collections.abc import Iterable, Iterator

from survey.analysis.wording import number
from survey.reports.value_building import Built, RowFound
from survey.reports.value_cells import ANSWERS, QUANTITY
from survey.value import proxies
from survey.value.entries import UNIT_COST
from survey.value.model import SOCIAL, Remark

# Of fewer answers the spread says next to nothing.
FEW = 3


def second_look(built: Built) -> Iterator[Remark]:
    """Of a map without gaps: what may count twice, value what nobody was asked, or say less than it seems."""
    yield from _valued_more_than_once(built)
    yield from _of_another_question(built)
    yield from _costs_as_social_value(built)
    yield from _thinly_founded(built)


def _valued_more_than_once(built: Built) -> Iterator[Remark]:
    """The same gain of the same people in two rows; those who came out worse are others."""
    alike: dict[tuple[str, bool], list[RowFound]] = {}
    for row in built.rows:
        if row.record.outcome:
            alike.setdefault((row.record.outcome, row.record.of_worse), []).append(row)
    for rows in alike.values():
        if len(rows) > 1:
            yield Remark(
                _place(rows),
                "these count the same answers. Is it one change, valued more than once? Keep one, or say "
                "where they are described how each is a change of its own.",
            )


def _of_another_question(built: Built) -> Iterator[Remark]:
    """A value of the library that stands for one question alone, beside answers to another one."""
    for row in built.rows:
        entry = proxies.library().get(row.record.proxy.library_id)
        if entry and entry.only_for and row.cells[QUANTITY].basis == ANSWERS:
            yield Remark(
                _place([row]),
                f"“{entry.name}” is only for {entry.only_for}. The answers counted here are to another "
                "question, which does not qualify. Choose another proxy, or ask that question.",
            )


def _costs_as_social_value(built: Built) -> Iterator[Remark]:
    rows = [
        row for row in built.rows if row.record.proxy.kind == UNIT_COST and row.record.kind_of_value == SOCIAL
    ]
    if rows:
        yield Remark(
            _place(rows),
            "valued by what a service spends, but counted as social value. Is it fiscal: a budget that can "
            "be cut, or less for a service to do?",
        )


def _thinly_founded(built: Built) -> Iterator[Remark]:
    """One or two answers have no spread to speak of, so that the range is too narrow: in which rows."""
    thin = Counter(
        row.code
        for row in built.rows
        for cell in row.cells.values()
        if cell.basis == ANSWERS and cell.n < FEW
    )
    if thin:
        rows = ", ".join(f"{code} ({number(count)})" for code, count in thin.items())
        yield Remark(
            "range",
            f"some figures stand on fewer than {number(FEW)} answers, whose spread says little, so that the "
            f"range is narrower than what is known. How many such figures a row has: {rows}.",
        )


def _place(rows: Iterable[RowFound]) -> str:
    codes = [row.code for row in rows]
    return f"{'row' if len(codes) == 1 else 'rows'} {', '.join(codes)}"
