"""The bridge from tables to numbers, for impact: who was asked, what they said, and what was entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Select, case, func, or_, select

from survey.questionnaires.partners import PARTNER_KINDS
from survey.questionnaires.states import ANSWERED
from survey.records.asking import Wave
from survey.records.base import db
from survey.records.evaluation import Area, Evaluation
from survey.records.frames import Group, frame, within
from survey.records.impact import ImpactFigure
from survey.records.release import CountedAnswers
from survey.records.resident import Invitation, Resident
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.stakeholder import Stakeholder

FIRST_RELEASE = CountedAnswers.release_id.label("release")


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
    return Asked(*db.session.execute(within(query, group, Resident)).one())


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
    found = db.session.execute(_working_within(query, group))
    return {kind: Asked(asked, answered) for kind, asked, answered in found}


def residents_said(
    evaluation: Evaluation, wave: Wave, group: Group, questions: Sequence[str]
) -> pd.DataFrame:
    """Residents' counted answers to these questions: question, state, choices (JSON or None), release, n.

    The release (an id) is the first that counted them, <NA> where none has.
    """
    columns = (AnswerRow.question_id.label("question"), AnswerRow.state, AnswerRow.choices, FIRST_RELEASE)
    query = (
        select(*columns, func.count().label("n"))
        .join(Response, Response.id == AnswerRow.response_id)
        .join(Resident, Resident.id == Response.resident_id)
        .outerjoin(CountedAnswers, CountedAnswers.response_id == Response.id)
        .where(
            Resident.evaluation_id == evaluation.id,
            Response.wave_id == wave.id,
            Response.submitted_at.is_not(None),
            AnswerRow.question_id.in_(questions),
        )
        .group_by(*columns)
    )
    return frame(within(query, group, Resident)).astype({"release": "Int64"})


def partners_said(evaluation: Evaluation, group: Group) -> pd.DataFrame:
    """What partners answered, in the order in which they sent it, without a word that they wrote.

    partner (an id), kind, area_id (<NA>: all areas), question, state, number, choices (JSON or None), release
    (as in `residents_said`). Of an area: those who work there, and those who work everywhere.
    """
    query = (
        select(
            Stakeholder.id.label("partner"),
            Stakeholder.kind,
            Stakeholder.area_id,
            AnswerRow.question_id.label("question"),
            AnswerRow.state,
            AnswerRow.number,
            AnswerRow.choices,
            FIRST_RELEASE,
        )
        .join(Response, Response.id == AnswerRow.response_id)
        .join(Stakeholder, Stakeholder.id == Response.stakeholder_id)
        .outerjoin(CountedAnswers, CountedAnswers.response_id == Response.id)
        .where(Stakeholder.evaluation_id == evaluation.id, Response.submitted_at.is_not(None))
        .order_by(Response.submitted_at, Stakeholder.id, AnswerRow.id)
    )
    return frame(_working_within(query, group)).astype(
        {"number": "Int64", "area_id": "Int64", "release": "Int64"}
    )


def not_counted(evaluation: Evaluation, wave: Wave) -> list[int]:
    """The sent answers (ids) of a wave, and of partners, that no release has counted."""
    query = (
        select(Response.id)
        .outerjoin(Stakeholder, Stakeholder.id == Response.stakeholder_id)
        .outerjoin(CountedAnswers, CountedAnswers.response_id == Response.id)
        .where(
            or_(Response.wave_id == wave.id, Stakeholder.evaluation_id == evaluation.id),
            Response.submitted_at.is_not(None),
            CountedAnswers.response_id.is_(None),
        )
    )
    return list(db.session.scalars(query.order_by(Response.id)))


def entered(evaluation: Evaluation) -> pd.DataFrame:
    """The figures of impact that evaluators entered and that stand, the newest last.

    outcome, filter, per_cent, basis, reason, covers_deadweight.
    """
    names = ("outcome", "filter", "per_cent", "basis", "reason", "covers_deadweight")
    query = select(*(getattr(ImpactFigure, name) for name in names)).where(
        ImpactFigure.evaluation_id == evaluation.id, ImpactFigure.withdrawn_at.is_(None)
    )
    return frame(query.order_by(ImpactFigure.id))


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


def _working_within(query: Select, group: Group) -> Select:
    """Partners who work in an area of this group, or everywhere."""
    if not group.area_ids:
        return query
    return query.where(Stakeholder.area_id.in_(group.area_ids) | Stakeholder.area_id.is_(None))
