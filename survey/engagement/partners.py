"""Asking partners: opening and closing their questions, and the links that reach them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from survey.access import trail
from survey.engagement import invitations, outcomes, stakeholders
from survey.questionnaires import loading, partners
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.partner_composing import compose_partner
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db, now
from survey.records.evaluation import Evaluation

KINDS = tuple(partners.PARTNER_KINDS)


class NotOpenYet(ValueError):
    """Partners are asked about outcomes that no longer change."""


@dataclass(frozen=True)
class Asking:
    """Whether partners are asked: since when, and until when. Neither: not yet."""

    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


def asking(evaluation: Evaluation) -> Asking:
    rows = list(opened(evaluation).values())
    return Asking(rows[0].opened_at, rows[0].closed_at) if rows else Asking()


def opened(evaluation: Evaluation) -> dict[str, OpenedQuestionnaire]:
    """What was opened for partners, by kind; empty before."""
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == evaluation.id, OpenedQuestionnaire.audience.in_(KINDS)
    )
    return {row.audience: row for row in db.session.scalars(query.order_by(OpenedQuestionnaire.version))}


def asked(evaluation: Evaluation) -> dict[str, Questionnaire]:
    """What each kind of partner is asked: as it was opened, or as it would be opened now."""
    rows = opened(evaluation)
    return {
        kind: loading.from_json(rows[kind].document) if kind in rows else preview(evaluation, kind)
        for kind in KINDS
    }


def preview(evaluation: Evaluation, kind: str) -> Questionnaire:
    """The questionnaire for a kind of partner as it would be opened now."""
    period = (evaluation.period_start, evaluation.period_end)
    entry = partners.library()[kind]
    return compose_partner(entry, outcomes.questions(evaluation), period, _supported(evaluation))


def open_asking(evaluation: Evaluation) -> None:
    """Freeze the questions for every kind of partner and let them answer; once closed, let them again.

    Raises NotOpenYet.
    """
    # Locked first, so that two who press the button together open it once.
    db.session.refresh(evaluation, with_for_update=True)
    if not evaluation.is_open:
        raise NotOpenYet("Open the evaluation first: partners are asked about its outcomes.")
    rows = opened(evaluation)
    for row in rows.values():
        row.closed_at = None
    for kind in KINDS:
        if kind not in rows:
            db.session.add(_freeze(evaluation, kind))
    trail.note("opened partners’ questions", evaluation)


def close_asking(evaluation: Evaluation) -> None:
    """Nobody can answer any more; what was sent stays, and what was saved waits."""
    db.session.refresh(evaluation, with_for_update=True)
    for row in opened(evaluation).values():
        row.closed_at = row.closed_at or now()
    trail.note("closed partners’ questions", evaluation)


def give_missing(evaluation: Evaluation) -> int:
    """A link for every partner with questions who has none that works; says how many were made."""
    prepared = invitations.prepare_aside(len(stakeholders.without_link(evaluation, KINDS)))
    # Read again: some may have got a link, or gone, while codes were hashed.
    waiting = stakeholders.without_link(evaluation, KINDS)[: len(prepared)]
    for partner, invitation in zip(waiting, prepared, strict=False):
        partner.invitations.append(invitation)
    trail.note("made links for partners", evaluation, detail=str(len(waiting)))
    return len(waiting)


def _freeze(evaluation: Evaluation, kind: str) -> OpenedQuestionnaire:
    questionnaire = preview(evaluation, kind)
    return OpenedQuestionnaire(
        evaluation_id=evaluation.id,
        audience=kind,
        version=questionnaire.version,
        document=loading.to_json(questionnaire),
        digest=questionnaire.digest,
    )


def _supported(evaluation: Evaluation) -> int | None:
    """How many people the programme supported; None where an area or level was not counted."""
    counts = [each.people for area in evaluation.areas for each in area.supported]
    return sum(counts) if len(counts) == len(evaluation.areas) * len(LEVELS) else None
