"""The register of stakeholders as the full report lists it."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.stakeholder import KINDS, Stakeholder


def register(evaluation: Evaluation) -> tuple[Stakeholder, ...]:
    """The register of stakeholders, by kind in its usual order and by name."""
    query = select(Stakeholder).where(Stakeholder.evaluation_id == evaluation.id)
    rows = db.session.scalars(query.options(joinedload(Stakeholder.response)))
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(rows, key=lambda row: (order[row.kind], row.organisation.casefold(), row.id)))
