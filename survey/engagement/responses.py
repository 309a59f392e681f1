"""A resident's answers: started, saved page by page, sent once."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select, update

from survey.access import trail
from survey.access.links import SIGNS
from survey.engagement import changes, waves
from survey.questionnaires import loading
from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.resident import Resident
from survey.records.response import AnswerRow, AnswerWords, Response

# Raise this when the words on the first page change what people agree to.
CONSENT_VERSION = 1

READY, STARTED, SENT, CLOSED = "ready", "started", "sent", "closed"


class AlreadySent(ValueError):
    """These answers were sent before; they stay as they are."""


@dataclass(frozen=True)
class Standing:
    """Where a resident stands: nothing begun, half-way, all sent, or nothing to ask now."""

    state: str
    wave: Wave | None = None
    response: Response | None = None


def standing(resident: Resident) -> Standing:
    if not resident.evaluation.is_open:
        return Standing(CLOSED)
    theirs = {response.wave_id: response for response in of_resident(resident)}
    planned = waves.planned(resident.evaluation)
    sent = {
        wave.number: theirs[wave.id].submitted_at
        for wave in planned
        if wave.id in theirs and theirs[wave.id].submitted_at
    }
    wave = waves.current(planned, sent, now())
    if wave is not None:
        response = theirs.get(wave.id)
        return Standing(STARTED if response else READY, wave, response)
    last = _last_sent(theirs.values())
    return Standing(SENT, last.wave, last) if last else Standing(CLOSED)


def of_resident(resident: Resident) -> list[Response]:
    return list(db.session.scalars(select(Response).where(Response.resident_id == resident.id)))


def start(resident: Resident, wave: Wave) -> Response:
    """Begin a draft, once the resident has agreed; a second time gives back the first."""
    known = db.session.scalar(
        select(Response).where(Response.resident_id == resident.id, Response.wave_id == wave.id)
    )
    if known is not None:
        return known
    response = Response(
        resident_id=resident.id,
        wave_id=wave.id,
        questionnaire_id=_questionnaire_row(resident).id,
        submission_key=secrets.token_hex(16),
        consent_version=CONSENT_VERSION,
    )
    db.session.add(response)
    db.session.flush()
    return response


def questionnaire(response: Response) -> Questionnaire:
    row = response.questionnaire
    return _read(row.digest, row.document)


def answers(response: Response) -> dict[str, Answer]:
    return {row.question_id: _answer(row) for row in response.answers}


def save(response: Response, given: Iterable[Answer]) -> None:
    """Keep the answers of one page, whatever stood there before. Raises AlreadySent after sending."""
    locked = db.session.get(Response, response.id, with_for_update=True, populate_existing=True)
    if locked.submitted_at is not None:
        raise AlreadySent
    rows = {row.question_id: row for row in response.answers}
    for answer in given:
        row = rows.get(answer.question)
        if row is None:
            row = AnswerRow(question_id=answer.question)
            response.answers.append(row)
        _fill(row, answer)


def submit(response: Response) -> str:
    """Send the answers: all in one transaction, and only once. Returns the reference, the same each time."""
    claimed = db.session.execute(
        update(Response)
        .where(Response.id == response.id, Response.submitted_at.is_(None))
        .values(submitted_at=now(), reference=_new_reference())
    )
    db.session.refresh(response)
    if claimed.rowcount:
        _finish(response)
    return response.reference


def keep(
    resident: Resident, wave: Wave, given: Mapping[str, Answer], helped: str, before_kind: str
) -> Response:
    """Keep answers that were collected elsewhere as one response, already sent."""
    response = start(resident, wave)
    save(response, given.values())
    response.consent_version, response.helped = None, helped
    response.submitted_at, response.reference = now(), _new_reference()
    db.session.flush()
    changes.record(resident, wave, questionnaire(response), given, before_kind)
    return response


def _finish(response: Response) -> None:
    given = answers(response)
    helped = given.get("helped")
    response.helped = helped.choices[0] if helped and helped.choices else None
    changes.record(response.resident, response.wave, questionnaire(response), given)
    trail.note("answers sent", response.resident.evaluation, detail=f"wave {response.wave.number}")


def _questionnaire_row(resident: Resident) -> OpenedQuestionnaire:
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == resident.evaluation_id,
        OpenedQuestionnaire.level == resident.level,
    )
    return db.session.scalars(query.order_by(OpenedQuestionnaire.version.desc())).first()


@lru_cache(maxsize=256)
def _read(_digest: str, document: str) -> Questionnaire:
    return loading.from_json(document)


def _answer(row: AnswerRow) -> Answer:
    return Answer(
        question=row.question_id,
        state=row.state,
        number=row.number,
        choices=tuple(json.loads(row.choices)) if row.choices else (),
        words=row.words.words if row.words else "",
    )


def _fill(row: AnswerRow, answer: Answer) -> None:
    row.state, row.number = answer.state, answer.number
    row.choices = json.dumps(answer.choices) if answer.choices else None
    if answer.words:
        row.words = row.words or AnswerWords()
        row.words.words = answer.words
    else:
        row.words = None


def _last_sent(responses: Iterable[Response]) -> Response | None:
    sent = [response for response in responses if response.submitted_at]
    return max(sent, key=_when_sent, default=None)


def _when_sent(response: Response) -> datetime:
    return response.submitted_at


def _new_reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
