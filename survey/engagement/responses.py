"""A resident's answers: started, saved page by page, sent once."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Row, and_, bindparam, delete, select, text, update
from sqlalchemy.orm import joinedload

from survey.access import trail
from survey.access.links import SIGNS
from survey.engagement import changes, waves
from survey.engagement.invitations import Holder
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

# Put together once: they are asked for by every page that a resident opens.
_PLANNED = (
    select(Wave, Response)
    .outerjoin(Response, and_(Response.wave_id == Wave.id, Response.resident_id == bindparam("resident_id")))
    .where(Wave.evaluation_id == bindparam("evaluation_id"))
    .order_by(Wave.number)
    .options(joinedload(Response.questionnaire))
)
_answer_row, _answer_words = AnswerRow.__table__, AnswerWords.__table__
_ANSWERS = (
    select(*(_answer_row.c[name] for name in ("question_id", "state", "number", "choices")))
    .add_columns(_answer_words.c.words)
    .outerjoin(_answer_words)
    .where(_answer_row.c.response_id == bindparam("response_id"))
    .order_by(_answer_row.c.id)
)
# One statement for new and changed answers alike, the same on both databases.
_KEEP = text(
    "INSERT INTO answer (response_id, question_id, state, number, choices)"
    " VALUES (:response_id, :question_id, :state, :number, :choices)"
    " ON CONFLICT (response_id, question_id) DO UPDATE"
    " SET state = excluded.state, number = excluded.number, choices = excluded.choices RETURNING id"
)
_KEEP_WORDS = text(
    "INSERT INTO answer_words (answer_id, words) VALUES (:answer_id, :words)"
    " ON CONFLICT (answer_id) DO UPDATE SET words = excluded.words"
)


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


def standing(resident: Resident | Holder) -> Standing:
    """Where somebody stands, known as a resident or as the holder of a link."""
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


def start(resident: Resident | Holder, wave: Wave) -> Response:
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


def questionnaire_for(resident: Resident | Holder) -> Questionnaire:
    """What a resident would be asked now. The evaluation has to be open."""
    row = _questionnaire_row(resident)
    return _read(row.digest, row.document)


def questionnaire(response: Response) -> Questionnaire:
    row = response.questionnaire
    return _read(row.digest, row.document)


def answers(response: Response) -> dict[str, Answer]:
    rows = db.session.execute(_ANSWERS, {"response_id": response.id})
    return {row.question_id: _answer(row) for row in rows}


def save(response: Response, given: Iterable[Answer]) -> None:
    """Keep the answers of one page, whatever stood there before. Raises AlreadySent after sending."""
    if response.submitted_at is not None:
        raise AlreadySent
    for answer in given:
        kept = {
            "response_id": response.id,
            "question_id": answer.question,
            "state": answer.state,
            "number": answer.number,
            "choices": json.dumps(answer.choices) if answer.choices else None,
        }
        _keep_words(db.session.scalar(_KEEP, kept), answer)


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


def _planned(resident: Resident | Holder) -> list[tuple[Wave, Response | None]]:
    """Every wave in order, with what this resident has begun in it; one query."""
    known = {"resident_id": resident.id, "evaluation_id": resident.evaluation_id}
    return [(wave, response) for wave, response in db.session.execute(_PLANNED, known)]


def _questionnaire_row(resident: Resident | Holder) -> OpenedQuestionnaire:
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == resident.evaluation_id,
        OpenedQuestionnaire.level == resident.level,
    )
    return db.session.scalars(query.order_by(OpenedQuestionnaire.version.desc())).first()


@lru_cache(maxsize=256)
def _read(_digest: str, document: str) -> Questionnaire:
    return loading.from_json(document)


def _answer(row: Row) -> Answer:
    return Answer(
        question=row.question_id,
        state=row.state,
        number=row.number,
        choices=tuple(json.loads(row.choices)) if row.choices else (),
        words=row.words or "",
    )


def _keep_words(answer_id: int, answer: Answer) -> None:
    if answer.words:
        db.session.execute(_KEEP_WORDS, {"answer_id": answer_id, "words": answer.words})
    elif answer.number is None and not answer.choices:
        # Nothing was said this time; what stood there before may have been words.
        db.session.execute(delete(AnswerWords).where(AnswerWords.answer_id == answer_id))


def new_reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
