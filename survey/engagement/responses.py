"""A resident's answers: started, saved page by page, sent once."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import and_, bindparam, select, text, update

from survey.access import trail
from survey.access.links import SIGNS
from survey.engagement import changes, waves
from survey.engagement.invitations import Holder
from survey.questionnaires import loading
from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.lean import Statement
from survey.records.resident import Resident
from survey.records.response import BROUGHT_IN, AnswerRow, AnswerWords, Response

# Raise this when the words on the first page change what people agree to.
CONSENT_VERSION = 1

READY, STARTED, SENT, CLOSED = "ready", "started", "sent", "closed"

_wave, _response, _opened, _answer_row, _words = (
    each.__table__.c for each in (Wave, Response, OpenedQuestionnaire, AnswerRow, AnswerWords)
)
_PLANNED = Statement(
    select(
        *(_wave[name] for name in ("id", "number", "weeks_after", "opened_at", "closed_at")),
        _opened.digest,
        *(_response[name] for name in ("id", "submission_key", "reference", "submitted_at", "helped")),
    )
    .select_from(Wave.__table__)
    .outerjoin(
        Response.__table__,
        and_(_response.wave_id == _wave.id, _response.resident_id == bindparam("resident_id")),
    )
    .outerjoin(OpenedQuestionnaire.__table__, _opened.id == _response.questionnaire_id)
    .where(_wave.evaluation_id == bindparam("evaluation_id"))
    .order_by(_wave.number)
)
_DOCUMENT = Statement(select(_opened.document).where(_opened.digest == bindparam("digest")))
_ANSWERS = Statement(
    select(*(_answer_row[name] for name in ("question_id", "state", "number", "choices")), _words.words)
    .select_from(AnswerRow.__table__)
    .outerjoin(AnswerWords.__table__)
    .where(_answer_row.response_id == bindparam("response_id"))
    .order_by(_answer_row.id)
)
# One statement for new and changed answers alike, the same on both databases.
_KEEP = Statement(
    text(
        "INSERT INTO answer (response_id, question_id, state, number, choices)"
        " VALUES (:response_id, :question_id, :state, :number, :choices)"
        " ON CONFLICT (response_id, question_id) DO UPDATE"
        " SET state = excluded.state, number = excluded.number, choices = excluded.choices RETURNING id"
    )
)
_KEEP_WORDS = Statement(
    text(
        "INSERT INTO answer_words (answer_id, words) VALUES (:answer_id, :words)"
        " ON CONFLICT (answer_id) DO UPDATE SET words = excluded.words"
    )
)
_FORGET_WORDS = Statement(text("DELETE FROM answer_words WHERE answer_id = :answer_id"))


class AlreadySent(ValueError):
    """These answers were sent before; they stay as they are."""


class Opened(NamedTuple):
    """The questionnaire that a response is to, known by what it says."""

    digest: str


@dataclass(frozen=True)
class Planned:
    """A wave as a visit reads it, in plain values."""

    id: int
    number: int
    weeks_after: int
    opened_at: datetime | None
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True)
class Begun:
    """A response as a visit reads it, in plain values; `kept` gives the record itself."""

    wave: Planned
    questionnaire: Opened
    id: int
    submission_key: str
    reference: str | None
    submitted_at: datetime | None
    helped: str | None


@dataclass(frozen=True)
class Standing:
    """Where a resident stands: nothing begun, half-way, all sent, or nothing to ask now.

    `response` is the draft when half-way and the last sent one when all is sent; `begun` is
    everything ever begun, in the order of the waves.
    """

    state: str
    wave: Planned | None = None
    response: Begun | None = None
    begun: tuple[Begun, ...] = ()

    @property
    def last_sent(self) -> Begun | None:
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
        response = next(each for known, each in planned if known is wave)
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
    return _read(_questionnaire_row(resident).digest)


def questionnaire(response: Begun | Response) -> Questionnaire:
    return _read(response.questionnaire.digest)


def answers(response: Begun | Response) -> dict[str, Answer]:
    return {row[0]: _answer(*row) for row in _ANSWERS.rows(response_id=response.id)}


def save(response: Begun | Response, given: Iterable[Answer]) -> None:
    """Keep the answers of one page, whatever stood there before. Raises AlreadySent after sending."""
    if response.submitted_at is not None:
        raise AlreadySent
    for answer in given:
        [(answer_id,)] = _KEEP.rows(
            response_id=response.id,
            question_id=answer.question,
            state=answer.state,
            number=answer.number,
            choices=json.dumps(answer.choices) if answer.choices else None,
        )
        _keep_words(answer_id, answer)


def kept(response: Begun | Response) -> Response:
    """The record of a response, as it stands now."""
    return db.session.get(Response, response.id, populate_existing=True)


def submit(response: Begun | Response) -> str:
    """Send the answers: all in one transaction, and only once. Returns the reference, the same each time."""
    claimed = db.session.execute(
        update(Response)
        .where(Response.id == response.id, Response.submitted_at.is_(None))
        .values(submitted_at=now(), reference=new_reference())
    )
    record = kept(response)
    if claimed.rowcount:
        _finish(record)
    return record.reference


def _finish(response: Response) -> None:
    given = answers(response)
    helped = given.get("helped")
    response.helped = helped.choices[0] if helped and helped.choices else None
    changes.record(response.resident, response.wave, questionnaire(response), given)
    trail.note_of_resident("answers sent", response.resident.evaluation, f"wave {response.wave.number}")


def _counted_from(response: Begun) -> datetime:
    """When the weeks until the next wave begin. Answers brought in have no day of their own: due at once."""
    return datetime.min if response.helped == BROUGHT_IN else response.submitted_at


def _planned(resident: Resident | Holder) -> list[tuple[Planned, Begun | None]]:
    """Every wave in order, with what this resident has begun in it; one query."""
    rows = _PLANNED.rows(resident_id=resident.id, evaluation_id=resident.evaluation_id)
    waves = [(Planned(*row[:5]), row[5], row[6:]) for row in rows]
    return [(wave, Begun(wave, Opened(digest), *begun) if digest else None) for wave, digest, begun in waves]


def _questionnaire_row(resident: Resident | Holder) -> OpenedQuestionnaire:
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == resident.evaluation_id,
        OpenedQuestionnaire.level == resident.level,
    )
    return db.session.scalars(query.order_by(OpenedQuestionnaire.version.desc())).first()


@lru_cache(maxsize=256)
def _read(digest: str) -> Questionnaire:
    """The questionnaire that says this: two of the same digest are the same, so it is read once."""
    [(document,), *_] = _DOCUMENT.rows(digest=digest)
    return loading.from_json(document)


def _answer(question: str, state: str, number: int | None, choices: str | None, words: str | None) -> Answer:
    return Answer(question, state, number, tuple(json.loads(choices)) if choices else (), words or "")


def _keep_words(answer_id: int, answer: Answer) -> None:
    if answer.words:
        _KEEP_WORDS.rows(answer_id=answer_id, words=answer.words)
    elif answer.number is None and not answer.choices:
        # Nothing was said this time; what stood there before may have been words.
        _FORGET_WORDS.rows(answer_id=answer_id)


def new_reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
