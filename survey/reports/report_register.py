"""The register of stakeholders as the full report lists it."""

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from survey.records.base import db
from survey.records.evaluation import Area, Evaluation
from survey.records.stakeholder import KINDS, Stakeholder


def register(evaluation: Evaluation, area: Area | None = None) -> tuple[Stakeholder, ...]:
    """The register of stakeholders, by kind in its usual order and by name.

    Of an area, those that work there or in all areas: nobody else is asked about it.
    """
    query = select(Stakeholder).where(Stakeholder.evaluation_id == evaluation.id)
    if area is not None:
        query = query.where(or_(Stakeholder.area_id == area.id, Stakeholder.area_id.is_(None)))
    rows = db.session.scalars(query.options(joinedload(Stakeholder.response)))
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(rows, key=lambda row: (order[row.kind], row.organisation.casefold(), row.id)))
