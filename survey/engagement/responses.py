"""A resident's answers: started, saved page by page, sent once."""

import json
import secrets
from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import bindparam, select, text, update

from survey.access import trail
from survey.access.links import SIGNS
from survey.engagement import changes
from survey.engagement.invitations import Holder
from survey.engagement.standing import CLOSED, READY, SENT, STARTED, Begun, Standing, standing
from survey.questionnaires import loading
from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.resident import Resident
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.statements import Statement

__all__ = ["CLOSED", "READY", "SENT", "STARTED", "Begun", "Standing", "standing"]

# Raise this when the words on the first page change what people agree to.
CONSENT_VERSION = 1

_opened, _answer_row, _words = (each.__table__.c for each in (OpenedQuestionnaire, AnswerRow, AnswerWords))
_ASKED = Statement(
    select(_opened.id, _opened.digest)
    .where(_opened.evaluation_id == bindparam("evaluation_id"), _opened.level == bindparam("level"))
    .order_by(_opened.version.desc())
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
        questionnaire_id=_asked(resident)[0],
        submission_key=secrets.token_hex(16),
        consent_version=CONSENT_VERSION,
    )
    db.session.add(response)
    db.session.flush()
    return response


def questionnaire_for(resident: Resident | Holder) -> Questionnaire:
    """What a resident would be asked now. The evaluation has to be open."""
    return _read(_asked(resident)[1])


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


def _asked(resident: Resident | Holder) -> tuple[int, str]:
    """The newest questionnaire of this level: its row, and what it says."""
    return _ASKED.rows(evaluation_id=resident.evaluation_id, level=resident.level)[0]


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
