"""Case records: what would traditionally have happened, and what happened instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from survey.access import trail
from survey.questionnaires.answers import Answer
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.impact import CaseRecord
from survey.records.stakeholder import Stakeholder

# The questions of a partner's last page, by what the record calls their answers.
ASKED = {
    "person": "case_person",
    "traditional_response": "traditional_response",
    "happened_instead": "happened_instead",
}


class ToldByPartner(ValueError):
    """What a partner told stays in its own words."""


@dataclass(frozen=True)
class Case:
    """What a case record says; `person` is never a real name."""

    person: str
    traditional_response: str
    happened_instead: str
    outcome: str | None = None


def told(partner: Stakeholder, answers: Mapping[str, Answer]) -> None:
    """Keep the case that a partner told with its answers, if it told one."""
    said = {name: answers[asked].words if asked in answers else "" for name, asked in ASKED.items()}
    if said["traditional_response"] or said["happened_instead"]:
        db.session.add(CaseRecord(evaluation_id=partner.evaluation_id, stakeholder_id=partner.id, **said))


def add(evaluation: Evaluation, case: Case) -> CaseRecord:
    record = CaseRecord(evaluation_id=evaluation.id, user_id=trail.signed_in(), **vars(case))
    db.session.add(record)
    db.session.flush()
    trail.note("added a case record", evaluation)
    return record


def change(evaluation: Evaluation, record: CaseRecord, case: Case) -> None:
    """Correct a record that the team wrote. Raises ToldByPartner."""
    if record.stakeholder_id is not None:
        raise ToldByPartner("A partner told this: its words stay as they are. You can remove the record.")
    for name, value in vars(case).items():
        setattr(record, name, value)
    trail.note("changed a case record", evaluation)


def remove(evaluation: Evaluation, record: CaseRecord) -> None:
    db.session.delete(record)
    trail.note("removed a case record", evaluation)


def of(evaluation: Evaluation) -> list[CaseRecord]:
    """The records, the oldest first, with who told them."""
    query = (
        select(CaseRecord)
        .where(CaseRecord.evaluation_id == evaluation.id)
        .options(joinedload(CaseRecord.stakeholder), joinedload(CaseRecord.user))
    )
    return list(db.session.scalars(query.order_by(CaseRecord.id)))


def count(evaluation: Evaluation) -> int:
    query = select(func.count(CaseRecord.id)).where(CaseRecord.evaluation_id == evaluation.id)
    return db.session.scalar(query)


def get(evaluation: Evaluation, case_id: int) -> CaseRecord | None:
    record = db.session.get(CaseRecord, case_id)
    return record if record and record.evaluation_id == evaluation.id else None
