"""The areas of an evaluation, and how many people the programme supported in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.evaluation import Area, Evaluation, Supported
from survey.records.resident import Resident
from survey.records.session import Session
from survey.records.stakeholder import Stakeholder


@dataclass(frozen=True)
class AreaDetails:
    name: str
    # People supported by level; a level that nobody counted is left out.
    supported: Mapping[str, int]
    # Which area this describes; none for a new one.
    id: int | None = None


class AreaInUse(ValueError):
    """An area with residents, stakeholders or sessions in it cannot be taken away. Its name is told."""


def details(evaluation: Evaluation) -> list[AreaDetails]:
    return [
        AreaDetails(area.name, {each.level: each.people for each in area.supported}, area.id)
        for area in evaluation.areas
    ]


def in_use(evaluation: Evaluation) -> set[int]:
    """The ids of the areas where a resident lives or lived when a score was given, a stakeholder works, or
    a session was held."""
    of_residents = select(Resident.area_id).where(Resident.evaluation_id == evaluation.id)
    of_scores = select(ChangeRow.area_id).where(ChangeRow.evaluation_id == evaluation.id)
    of_stakeholders = select(Stakeholder.area_id).where(
        Stakeholder.evaluation_id == evaluation.id, Stakeholder.area_id.is_not(None)
    )
    of_sessions = select(Session.area_id).where(
        Session.evaluation_id == evaluation.id, Session.area_id.is_not(None)
    )
    return set(db.session.scalars(of_residents.union(of_scores, of_stakeholders, of_sessions)))


def arrange(evaluation: Evaluation, wanted: Sequence[AreaDetails]) -> None:
    """Make the areas as described; one that is not described goes.

    Raises KeyError for an area that is not this evaluation's or is described twice, AreaInUse for
    one that has to stay; nothing is changed then.
    """
    known = {area.id: area for area in evaluation.areas}
    kept = [known.pop(each.id) if each.id is not None else Area() for each in wanted]
    _take_away(evaluation, list(known.values()))
    _make_way(kept, wanted)
    for position, (area, described) in enumerate(zip(kept, wanted, strict=True)):
        area.name, area.position = described.name, position
        area.supported = [
            Supported(level=level, people=people) for level, people in described.supported.items()
        ]
        if area.id is None:
            evaluation.areas.append(area)
    db.session.flush()


def _take_away(evaluation: Evaluation, leaving: Sequence[Area]) -> None:
    used = in_use(evaluation) if leaving else set()
    for area in leaving:
        if area.id in used:
            raise AreaInUse(area.name)
    for area in leaving:
        evaluation.areas.remove(area)


def _make_way(kept: Sequence[Area], wanted: Sequence[AreaDetails]) -> None:
    # A name is used once in an evaluation, also for the moment in which two areas swap theirs.
    for area, described in zip(kept, wanted, strict=True):
        if area.id is not None and area.name != described.name:
            area.name = f"({area.id})"
    db.session.flush()
