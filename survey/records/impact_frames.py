"""More of the bridge from tables to numbers: whom impact was asked of, and what stands beside the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from survey.questionnaires.partners import PARTNER_KINDS
from survey.questionnaires.states import ANSWERED
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.evaluation import Area, Evaluation
from survey.records.frames import Group
from survey.records.resident import Invitation, Resident
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.stakeholder import Stakeholder


@dataclass(frozen=True)
class Asked:
    """How many were asked about impact, and how many of them answered at all."""

    asked: int
    answered: int


@dataclass(frozen=True)
class Organisation:
    """What the register calls a partner. No area: all of them."""

    name: str
    kind: str
    area: str | None


def residents_asked(evaluation: Evaluation, wave: Wave, group: Group, questions: Sequence[str]) -> Asked:
    """Of those who sent their answers at a wave: who was asked one of these, and who answered one."""
    answered = case((AnswerRow.state == ANSWERED, Response.id))
    query = (
        select(func.count(Response.id.distinct()), func.count(answered.distinct()))
        .select_from(AnswerRow)
        .join(Response, Response.id == AnswerRow.response_id)
        .join(Resident, Resident.id == Response.resident_id)
        .where(
            Resident.evaluation_id == evaluation.id,
            Response.wave_id == wave.id,
            Response.submitted_at.is_not(None),
            AnswerRow.question_id.in_(questions),
        )
    )
    if group.area_ids:
        query = query.where(Resident.area_id.in_(group.area_ids))
    if group.level:
        query = query.where(Resident.level == group.level)
    return Asked(*db.session.execute(query).one())


def partners_asked(evaluation: Evaluation, group: Group) -> dict[str, Asked]:
    """By kind: how many were given a link or began, and how many sent answers; those everywhere count too."""
    has_link = select(Invitation.id).where(Invitation.stakeholder_id == Stakeholder.id).exists()
    query = (
        select(Stakeholder.kind, func.count(Stakeholder.id), func.count(Response.submitted_at))
        .outerjoin(Response, Response.stakeholder_id == Stakeholder.id)
        # A line whose kind was corrected to one without questions keeps its link.
        .where(Stakeholder.kind.in_(PARTNER_KINDS))
        .where(Stakeholder.evaluation_id == evaluation.id, has_link | Response.id.is_not(None))
        .group_by(Stakeholder.kind)
    )
    if group.area_ids:
        query = query.where(Stakeholder.area_id.in_(group.area_ids) | Stakeholder.area_id.is_(None))
    return {kind: Asked(asked, answered) for kind, asked, answered in db.session.execute(query)}


def organisations(evaluation: Evaluation) -> dict[int, Organisation]:
    """The lines of the register by id, for the team's own pages."""
    query = (
        select(Stakeholder.id, Stakeholder.organisation, Stakeholder.kind, Area.name)
        .outerjoin(Area, Area.id == Stakeholder.area_id)
        .where(Stakeholder.evaluation_id == evaluation.id)
    )
    return {partner: Organisation(*said) for partner, *said in db.session.execute(query)}


def days(evaluation: Evaluation, questions: Sequence[str]) -> dict[tuple[int, str], date]:
    """The dates that partners gave, by partner and question."""
    query = (
        select(Stakeholder.id, AnswerRow.question_id, AnswerWords.words)
        .join(Response, Response.stakeholder_id == Stakeholder.id)
        .join(AnswerRow, AnswerRow.response_id == Response.id)
        .join(AnswerWords, AnswerWords.answer_id == AnswerRow.id)
        .where(
            Stakeholder.evaluation_id == evaluation.id,
            Response.submitted_at.is_not(None),
            AnswerRow.question_id.in_(questions),
        )
    )
    rows = db.session.execute(query)
    return {(partner, question): date.fromisoformat(typed) for partner, question, typed in rows}
