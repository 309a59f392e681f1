"""Stages 2 to 4 of a value map: its outcomes, what each is worth, and what is not ours to claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from survey.access.permissions import may
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import ValueRow
from survey.reports.value_building import Built, RowFound, build
from survey.reports.value_cells import ANSWERS, Cell
from survey.value.model import FILTERS
from survey.web.evaluator.fields_exact import plain
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import (
    ADDRESS,
    QUANTITY,
    address,
    figure_words,
    found,
    page,
    typed_pounds,
)

BASES = {
    "answers": "from answers",
    "typed": "typed",
    "entered": "entered on the page of impact",
    "not needed": "not needed",
    "counted in": "counted in attribution",
    "missing": "",
}


@dataclass(frozen=True)
class Shown:
    """A row as it is listed; each figure as words, how it is known, and the address of its page."""

    record: ValueRow
    address: str
    worth: str
    lasts: str
    figures: dict[str, tuple[str, str, str]]


@evaluator.get(f"{ADDRESS}/rows")
@may("see value map")
def value_rows(evaluation: Evaluation, value_map_id: int):
    return _page("value_rows", evaluation, found(evaluation, value_map_id))


@evaluator.get(f"{ADDRESS}/filters")
@may("see value map")
def value_filters(evaluation: Evaluation, value_map_id: int):
    return _page("value_filters", evaluation, found(evaluation, value_map_id))


def _page(name: str, evaluation: Evaluation, value_map: ValueMap):
    built = build(evaluation, value_map)
    return page(
        name,
        value_map,
        rows=list(_shown(value_map, built)),
        left_out=[(each, address(value_map, "value_row", row_id=each.id)) for each in built.left_out],
        counted=counted,
        quantity=QUANTITY,
        filters=FILTERS,
        missing=sum(each.figure in FILTERS for each in built.gaps),
    )


def _shown(value_map: ValueMap, built: Built) -> Iterator[Shown]:
    for row in built.rows:
        record = row.record
        years = "One year" if record.duration_years == 1 else f"{record.duration_years} years"
        lasts = f"{years}, from year {record.starts}"
        there = address(value_map, "value_row", row_id=record.id)
        yield Shown(record, there, _worth(row), lasts, _figures(value_map, row))


def _worth(row: RowFound) -> str:
    proxy = row.record.proxy
    if proxy is None:
        return "No proxy yet"
    return f"{typed_pounds(proxy.value)}: {proxy.name}, {plain(proxy.price_year)} prices"


def _basis(cell: Cell) -> str:
    """How a figure is known, and from how many answers."""
    if cell.basis == ANSWERS and cell.n is not None:
        return f"from {counted(cell.n, 'answer')}"
    return BASES[cell.basis]


def _figures(value_map: ValueMap, row: RowFound) -> dict[str, tuple[str, str, str]]:
    return {
        name: (
            figure_words(name, cell.value),
            _basis(cell),
            address(value_map, "value_figure", row_id=row.record.id, figure=name.replace("_", "-")),
        )
        for name, cell in row.cells.items()
    }
