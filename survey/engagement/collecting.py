"""Answers that were collected elsewhere, kept as responses that are already sent; many at once."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from survey.engagement import changes
from survey.engagement.changes import Sent
from survey.engagement.responses import kept_choices, new_reference
from survey.questionnaires import loading
from survey.questionnaires.answers import Answer
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Resident
from survey.records.response import BROUGHT_IN, AnswerRow, Response


@dataclass(frozen=True)
class Collected:
    """One resident's answers of one wave, by question; how they were given, and when if not just now."""

    resident: Resident
    wave: Wave
    answers: Mapping[str, Answer]
    helped: str | None = BROUGHT_IN
    sent_at: datetime | None = None


def questionnaires(evaluation: Evaluation) -> dict[str, tuple[int, Questionnaire]]:
    """The questionnaire that each level is asked now, with the id of its row."""
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == evaluation.id, OpenedQuestionnaire.audience.in_(LEVELS)
    )
    rows = db.session.scalars(query.order_by(OpenedQuestionnaire.version))
    return {row.audience: (row.id, loading.from_json(row.document)) for row in rows}


def keep_all(evaluation: Evaluation, collected: Sequence[Collected], before_kind: str) -> None:
    """Keep them with their rows of change. Nobody may have a response to the same wave yet."""
    if not collected:
        return
    opened = questionnaires(evaluation)
    keys = [secrets.token_hex(16) for _ in collected]
    responses = [
        _response(each, key, opened[each.resident.level][0])
        for each, key in zip(collected, keys, strict=True)
    ]
    made = db.session.execute(insert(Response).returning(Response.submission_key, Response.id), responses)
    ids = dict(made.tuples().all())
    answers = [
        {
            "response_id": ids[key],
            "question_id": answer.question,
            "state": answer.state,
            "number": answer.number,
            "choices": kept_choices(answer),
        }
        for each, key in zip(collected, keys, strict=True)
        for answer in each.answers.values()
    ]
    # The bare table: classes would be written in thousands of small portions.
    db.session.execute(insert(AnswerRow.__table__), answers)
    sent = [
        Sent(each.resident, each.wave, opened[each.resident.level][1], each.answers) for each in collected
    ]
    changes.record_all(evaluation, sent, before_kind)


def _response(collected: Collected, key: str, questionnaire_id: int) -> dict:
    at = collected.sent_at or now()
    return {
        "resident_id": collected.resident.id,
        "wave_id": collected.wave.id,
        "questionnaire_id": questionnaire_id,
        "submission_key": key,
        "reference": new_reference(),
        "started_at": at,
        "submitted_at": at,
        "helped": collected.helped,
    }
