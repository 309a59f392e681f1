"""The register of stakeholders: who is engaged, how and when, or why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from survey.access import trail
from survey.engagement import invitations
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records.base import db
from survey.records.evaluation import Area, Evaluation
from survey.records.impact import CaseRecord
from survey.records.resident import Invitation
from survey.records.response import AnswerRow, Response
from survey.records.stakeholder import Stakeholder, StakeholderContact

OTHER = "other"
# Those that have questions come first; the others stand in the register only.
KINDS = {**PARTNER_KINDS, "family": "Family members", "councillors": "Councillors", OTHER: "Others"}
DESCRIBED = ("kind", "organisation", "engaged_how", "engaged_on", "why_not")
# What is said of a line, apart from its area.
SAID = (*DESCRIBED, "contact_name", "contact_details")


class AlreadyAnswered(ValueError):
    """What a partner answered belongs to its kind: the kind stays as it is."""


@dataclass(frozen=True)
class Details:
    """A line of the register. No area means all of them."""

    kind: str
    organisation: str
    area: Area | None = None
    contact_name: str = ""
    contact_details: str = ""
    engaged_how: str = ""
    engaged_on: date | None = None
    why_not: str = ""


def add(evaluation: Evaluation, details: Details, link: Invitation | None = None) -> Stakeholder:
    """Add a line, with a link where an invitation was prepared."""
    added = Stakeholder(evaluation_id=evaluation.id)
    _describe(added, details)
    if link is not None:
        added.invitations.append(link)
    db.session.add(added)
    db.session.flush()
    trail.note("added a stakeholder", evaluation)
    return added


def change(stakeholder: Stakeholder, details: Details) -> None:
    """Correct a line. Raises AlreadyAnswered where another kind would be asked other questions."""
    # Locked first, so that nobody begins to answer for the old kind meanwhile.
    db.session.refresh(stakeholder, with_for_update=True)
    if details.kind != stakeholder.kind and stakeholder.response is not None:
        raise AlreadyAnswered(
            "Its kind cannot be changed: it has begun to answer the questions for its kind."
        )
    _describe(stakeholder, details)
    trail.note("changed a stakeholder", stakeholder.evaluation)


def described(stakeholder: Stakeholder) -> Details:
    """The line as it stands, to begin a correction from."""
    contact = stakeholder.contact
    return Details(
        **{name: getattr(stakeholder, name) for name in DESCRIBED},
        area=stakeholder.area,
        contact_name=contact.name if contact else "",
        contact_details=contact.details if contact else "",
    )


@dataclass(frozen=True)
class Kept:
    """What goes with a line: its answers, and a case record that was told with them."""

    answers: int
    case: bool


def kept(stakeholder: Stakeholder) -> Kept:
    answers = select(func.count(AnswerRow.id)).join(Response)
    cases = select(func.count(CaseRecord.id)).where(CaseRecord.stakeholder_id == stakeholder.id)
    given = db.session.scalar(answers.where(Response.stakeholder_id == stakeholder.id))
    return Kept(given, bool(db.session.scalar(cases)))


def remove(stakeholder: Stakeholder) -> None:
    """Take a line out, with its contact, its link and what it answered."""
    evaluation = stakeholder.evaluation
    db.session.delete(stakeholder)
    trail.note("removed a stakeholder", evaluation)


def of(evaluation: Evaluation) -> list[Stakeholder]:
    """The register: by kind in its usual order, then by name."""
    query = (
        select(Stakeholder)
        .where(Stakeholder.evaluation_id == evaluation.id)
        .options(
            joinedload(Stakeholder.area), joinedload(Stakeholder.contact), joinedload(Stakeholder.response)
        )
        .options(selectinload(Stakeholder.invitations))
    )
    order = {kind: place for place, kind in enumerate(KINDS)}
    rows = db.session.scalars(query)
    return sorted(rows, key=lambda row: (order[row.kind], row.organisation.casefold(), row.id))


def get(evaluation: Evaluation, stakeholder_id: int) -> Stakeholder | None:
    stakeholder = db.session.get(Stakeholder, stakeholder_id)
    return stakeholder if stakeholder and stakeholder.evaluation_id == evaluation.id else None


def is_listed(evaluation: Evaluation, details: Details, besides: Stakeholder | None = None) -> bool:
    """Whether another line says the same kind, organisation and area, small and capital letters alike.

    An organisation that stood there twice would count as two wherever at least three have to be counted.
    """
    query = select(Stakeholder).where(
        Stakeholder.evaluation_id == evaluation.id,
        Stakeholder.kind == details.kind,
        Stakeholder.area_id == (details.area.id if details.area else None),
    )
    others = {row.organisation.casefold() for row in db.session.scalars(query) if row is not besides}
    return details.organisation.casefold() in others


def has_sent(stakeholder: Stakeholder) -> bool:
    return stakeholder.response is not None and stakeholder.response.submitted_at is not None


def count(evaluation: Evaluation) -> int:
    query = select(func.count(Stakeholder.id)).where(Stakeholder.evaluation_id == evaluation.id)
    return db.session.scalar(query)


def without_link(evaluation: Evaluation, kinds: Sequence[str]) -> list[Stakeholder]:
    """Those of these kinds who have no link that works."""
    return [row for row in of(evaluation) if row.kind in kinds and invitations.current_link(row) is None]


def _describe(stakeholder: Stakeholder, details: Details) -> None:
    for name in DESCRIBED:
        setattr(stakeholder, name, getattr(details, name))
    stakeholder.area_id = details.area.id if details.area else None
    if details.contact_name or details.contact_details:
        stakeholder.contact = stakeholder.contact or StakeholderContact()
        stakeholder.contact.name, stakeholder.contact.details = details.contact_name, details.contact_details
    else:
        stakeholder.contact = None
