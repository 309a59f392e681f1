"""The parts of a value map: stakeholders, inputs, rows with their figures, incidents and scenarios."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import func, select

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.engagement.value_maps import which
from survey.records.base import db
from survey.records.value_map import MapInput, MapStakeholder, ValueMap
from survey.records.value_row import FIGURES, Incident, Scenario, TypedFigure, ValueRow

Part = TypeVar("Part", MapStakeholder, MapInput, ValueRow, Incident, Scenario)
CALLED = {
    MapStakeholder: "stakeholder",
    MapInput: "input",
    ValueRow: "row",
    Incident: "incident",
    Scenario: "scenario",
}


def add(value_map: ValueMap, part: Part) -> Part:
    """Add a part to a map; a row that has no code yet gets the next."""
    if isinstance(part, ValueRow) and not part.code:
        part.code = next_code(value_map)
    if isinstance(part, MapStakeholder | ValueRow):
        part.position = next_position(value_map, type(part))
    part.value_map_id = value_map.id
    db.session.add(part)
    db.session.flush()
    db.session.refresh(value_map)
    _note("added to", value_map, part)
    return part


def change(value_map: ValueMap, part: Part, details: Mapping[str, object]) -> None:
    """Correct a part: what is named, the rest stays."""
    for name, value in details.items():
        setattr(part, name, value)
    db.session.flush()
    _note("changed", value_map, part)


def remove(value_map: ValueMap, part: Part) -> None:
    """Take a part out of a map; a stakeholder goes with its inputs and rows."""
    _note("removed from", value_map, part)
    db.session.delete(part)
    db.session.flush()
    db.session.refresh(value_map)


def get(value_map: ValueMap, kind: type[Part], part_id: int) -> Part | None:
    found = db.session.get(kind, part_id) if part_id <= LARGEST_ID else None
    return found if found and found.value_map_id == value_map.id else None


def type_figure(row: ValueRow, name: str, value: Decimal, source: str, n: int | None = None) -> None:
    """Type a figure of a row: it is used in place of answers. Raises KeyError for an unknown one."""
    if name not in FIGURES:
        raise KeyError(name)
    kept = row.figure(name)
    if kept is None:
        kept = TypedFigure(name=name)
        row.typed.append(kept)
    kept.value, kept.source, kept.n = value, source, n
    db.session.flush()
    _note(f"typed {name} of", row.value_map, row)


def clear_figure(row: ValueRow, name: str) -> None:
    """Use answers again."""
    kept = row.figure(name)
    if kept is not None:
        row.typed.remove(kept)
        db.session.flush()
        _note(f"cleared {name} of", row.value_map, row)


def next_code(value_map: ValueMap) -> str:
    """The first of R1, R2, ... after the highest there is."""
    numbers = [int(found[1]) for row in value_map.rows if (found := re.fullmatch("R([0-9]{1,6})", row.code))]
    return f"R{max(numbers, default=0) + 1}"


def is_listed(value_map: ValueMap, name: str, besides: MapStakeholder | None = None) -> bool:
    """Whether a stakeholder of this name stands in the map already."""
    others = {each.name.casefold() for each in value_map.stakeholders if each is not besides}
    return name.casefold() in others


def next_position(value_map: ValueMap, kind: type) -> int:
    """Behind all that stand in the map already."""
    query = select(func.max(kind.position)).where(kind.value_map_id == value_map.id)
    highest = db.session.scalar(query)
    return 0 if highest is None else highest + 1


def _note(act: str, value_map: ValueMap, part: Part) -> None:
    detail = f"{which(value_map)}: {CALLED[type(part)]} {part.id}"
    trail.note(f"{act} a value map", value_map.evaluation, detail=detail)
