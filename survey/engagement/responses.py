"""A resident's answers: started, saved page by page, sent once."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import and_, select, update
from sqlalchemy.orm import joinedload, lazyload

from survey.access import trail
from survey.access.links import SIGNS
from survey.engagement import changes, waves
from survey.questionnaires import loading
from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.resident import Resident
from survey.records.response import BROUGHT_IN, AnswerRow, AnswerWords, Response

# Raise this when the words on the first page change what people agree to.
CONSENT_VERSION = 1

READY, STARTED, SENT, CLOSED = "ready", "started", "sent", "closed"


class AlreadySent(ValueError):
    """These answers were sent before; they stay as they are."""


@dataclass(frozen=True)
class Standing:
    """Where a resident stands: nothing begun, half-way, all sent, or nothing to ask now.

    `response` is the draft when half-way and the last sent one when all is sent; `begun` is
    everything ever begun, in the order of the waves.
    """

    state: str
    wave: Wave | None = None
    response: Response | None = None
    begun: tuple[Response, ...] = ()

    @property
    def last_sent(self) -> Response | None:
        sent = [response for response in self.begun if response.submitted_at]
        return max(reversed(sent), key=lambda response: response.submitted_at, default=None)


def standing(resident: Resident) -> Standing:
    if not resident.evaluation.is_open:
        return Standing(CLOSED)
    planned = _planned(resident)
    begun = tuple(response for _, response in planned if response)
    sent = {wave.number: _counted_from(each) for wave, each in planned if each and each.submitted_at}
    wave = waves.current([wave for wave, _ in planned], sent, now())
    if wave is not None:
        response = dict(planned)[wave]
        return Standing(STARTED if response else READY, wave, response, begun)
    last = Standing(SENT, begun=begun).last_sent
    return Standing(SENT, last.wave, last, begun) if last else Standing(CLOSED, begun=begun)


def start(resident: Resident, wave: Wave) -> Response:
    """Begin a draft, once the resident has agreed; a second time gives back the first.

    Two requests at once are kept apart by invitations.hold.
    """
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


def questionnaire_for(resident: Resident) -> Questionnaire:
    """What a resident would be asked now. The evaluation has to be open."""
    row = _questionnaire_row(resident)
    return _read(row.digest, row.document)


def questionnaire(response: Response) -> Questionnaire:
    row = response.questionnaire
    return _read(row.digest, row.document)


def answers(response: Response) -> dict[str, Answer]:
    return {row.question_id: _answer(row) for row in response.answers}


def save(response: Response, given: Iterable[Answer]) -> None:
    """Keep the answers of one page, whatever stood there before. Raises AlreadySent after sending."""
    if response.submitted_at is not None:
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
        .values(submitted_at=now(), reference=new_reference())
    )
    db.session.refresh(response)
    if claimed.rowcount:
        _finish(response)
    return response.reference


def _finish(response: Response) -> None:
    given = answers(response)
    helped = given.get("helped")
    response.helped = helped.choices[0] if helped and helped.choices else None
    changes.record(response.resident, response.wave, questionnaire(response), given)
    trail.note_of_resident("answers sent", response.resident.evaluation, f"wave {response.wave.number}")


def _counted_from(response: Response) -> datetime:
    """When the weeks until the next wave begin. Answers brought in have no day of their own: due at once."""
    return datetime.min if response.helped == BROUGHT_IN else response.submitted_at


def _planned(resident: Resident) -> list[tuple[Wave, Response | None]]:
    """Every wave in order, with what this resident has begun in it; one query."""
    theirs = and_(Response.wave_id == Wave.id, Response.resident_id == resident.id)
    query = (
        select(Wave, Response)
        .outerjoin(Response, theirs)
        .where(Wave.evaluation_id == resident.evaluation_id)
        .order_by(Wave.number)
        .options(
            joinedload(Response.questionnaire),
            # When answers are asked for, their words come with them, not one by one.
            lazyload(Response.answers).joinedload(AnswerRow.words),
        )
    )
    return [(wave, response) for wave, response in db.session.execute(query)]


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


def new_reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
