"""A value map of two typed rows, what it says now, and files that say something else."""

from dataclasses import replace
from datetime import date

from survey.engagement import value_import
from survey.engagement.value_import_words import Source
from survey.engagement.value_sheet import Read
from survey.reports import value
from tests import making, valuing

SOURCE = Source("map.xlsx", date(2027, 5, 3))
WORDS = "from the file map.xlsx, 3 May 2027"


def world():
    made = valuing.value_map(making.evaluation(making.user()))
    valuing.row(made, value=100, typed={"quantity": 10, **valuing.NOTHING_OFF})
    valuing.row(made, value=50, typed={"quantity": 4, **valuing.NOTHING_OFF}, description="Slept better")
    return made


def built(record):
    return value.gather(record.evaluation, record).built


def figures(record):
    rows = built(record).rows
    known = {(row.code, name): cell.value for row in rows for name, cell in row.cells.items()}
    return known | {(row.code, "unit_value"): row.unit_value for row in rows}


def changed(record, **rows):
    """What the map says now, with figures of some rows changed."""
    now = built(record).value_map
    return replace(now, rows=tuple(replace(row, **rows.get(row.id, {})) for row in now.rows))


def steps(record, value_map, silent=()):
    return value_import.plan(record, Read(value_map, (), frozenset(silent)), figures(record), SOURCE)


def take(record, value_map, **more):
    made = steps(record, value_map, **more)
    value_import.take_in(record, made)
    return [step.change for step in made]
