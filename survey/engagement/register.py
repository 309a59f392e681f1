"""The residents of an evaluation as a list: who they are, what they have sent, and their links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from survey.access import links
from survey.engagement import invitations
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.response import Response


@dataclass(frozen=True)
class Filter:
    """Whom a list shows. `not_sent` is the id of a wave whose answers they have not sent."""

    area_id: int | None = None
    level: str | None = None
    not_sent: int | None = None


def count(evaluation: Evaluation, wanted: Filter) -> int:
    return db.session.scalar(select(func.count()).select_from(_listed(evaluation, wanted).subquery()))


def people(evaluation: Evaluation, wanted: Filter, start: int = 0, most: int | None = None) -> list[Resident]:
    """Residents in the order of their codes, areas read along."""
    query = _ordered(evaluation, wanted).options(joinedload(Resident.area))
    return list(db.session.scalars(query.offset(start).limit(most)))


def people_with_links(
    evaluation: Evaluation, wanted: Filter, start: int = 0, most: int | None = None
) -> list[tuple[Resident, links.Link | None]]:
    query = _ordered(evaluation, wanted).options(
        joinedload(Resident.area), selectinload(Resident.invitations)
    )
    found = db.session.scalars(query.offset(start).limit(most))
    return [(resident, invitations.current_link(resident)) for resident in found]


def responses(residents: Sequence[Resident]) -> Mapping[tuple[int, int], Response]:
    """What these residents have begun or sent, by resident and wave."""
    query = select(Response).where(Response.resident_id.in_([resident.id for resident in residents]))
    return {(response.resident_id, response.wave_id): response for response in db.session.scalars(query)}


def _ordered(evaluation: Evaluation, wanted: Filter) -> Select:
    return _listed(evaluation, wanted).order_by(func.lower(Resident.code), Resident.id)


def _listed(evaluation: Evaluation, wanted: Filter) -> Select:
    query = select(Resident).where(Resident.evaluation_id == evaluation.id)
    if wanted.area_id:
        query = query.where(Resident.area_id == wanted.area_id)
    if wanted.level:
        query = query.where(Resident.level == wanted.level)
    if wanted.not_sent:
        sent = select(Response.resident_id).where(
            Response.wave_id == wanted.not_sent, Response.submitted_at.is_not(None)
        )
        query = query.where(Resident.id.not_in(sent))
    return query
