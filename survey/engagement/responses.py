"""A resident's or a partner's answers, or a story: started, saved page by page, sent once."""

import json
import secrets
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sqlalchemy import bindparam, delete, select, text, update

from survey.access import trail
from survey.access.links import SIGNS
from survey.engagement import cases, changes, stories
from survey.engagement.invitations import Holder
from survey.engagement.standing import CLOSED, READY, SENT, STARTED, Begun, Planned, Standing, standing
from survey.questionnaires import composing, loading, routing
from survey.questionnaires.answers import Answer, chosen
from survey.questionnaires.model import Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.resident import Resident
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.stakeholder import Stakeholder
from survey.records.statements import Statement
from survey.records.story import STORY, Story

__all__ = ["CLOSED", "READY", "SENT", "STARTED", "Begun", "Standing", "standing"]

# Raise this when the words on the first page change what people agree to.
CONSENT_VERSION = 1

_opened, _answer_row, _words = (each.__table__.c for each in (OpenedQuestionnaire, AnswerRow, AnswerWords))
_ASKED = Statement(
    select(_opened.id, _opened.digest)
    .where(_opened.evaluation_id == bindparam("evaluation_id"), _opened.audience == bindparam("audience"))
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


def start(who: Resident | Stakeholder | Story | Holder, wave: Wave | Planned | None) -> Response:
    """Begin a draft, once they have agreed; a second time gives back the first. Only residents have waves.

    Two requests at once are kept apart by invitations.hold.
    """
    whose = _whose(who, wave)
    known = db.session.scalar(select(Response).filter_by(**whose))
    if known is not None:
        return known
    response = Response(
        **whose,
        questionnaire_id=_asked(who)[0],
        submission_key=secrets.token_hex(16),
        consent_version=CONSENT_VERSION,
    )
    db.session.add(response)
    db.session.flush()
    return response


def questionnaire_for(who: Holder, wave: Planned | None) -> Questionnaire:
    """What somebody would be asked now. There has to be a questionnaire opened for them."""
    return _read(_asked(who)[1], _is_first(wave))


def questionnaire(response: Begun | Response) -> Questionnaire:
    return _read(response.questionnaire.digest, _is_first(response.wave))


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
            choices=kept_choices(answer),
        )
        _keep_words(answer_id, answer)


def kept_choices(answer: Answer) -> str | None:
    """What was ticked, or how it was shared out, as the records keep it."""
    chosen = answer.choices or answer.shares
    return json.dumps(chosen) if chosen else None


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
    asked, given = questionnaire(response), answers(response)
    _forget_hidden(response, asked, given)
    given = answers(response)
    if response.story is not None:
        stories.told(response.story, asked, given)
        return
    if response.stakeholder is not None:
        cases.told(response.stakeholder, given)
        trail.note_of_resident("a partner sent answers", response.stakeholder.evaluation)
        return
    response.helped = chosen(given, "helped")
    changes.record(response.resident, response.wave, asked, given)
    trail.note_of_resident("answers sent", response.resident.evaluation, f"wave {response.wave.number}")


def _forget_hidden(response: Response, asked: Questionnaire, given: Mapping[str, Answer]) -> None:
    """Answers to questions that later answers took away were not checked by anyone: they are not sent."""
    shown = {each.id for page in routing.visible_pages(asked, given) for each in page.questions}
    gone = (AnswerRow.response_id == response.id, AnswerRow.question_id.in_(given.keys() - shown))
    # The words hang on the answers; the database takes them along.
    db.session.execute(delete(AnswerRow).where(*gone))


def _whose(who: Resident | Stakeholder | Story | Holder, wave: Wave | Planned | None) -> dict[str, int]:
    if who.audience == STORY:
        return {"story_id": who.id}
    return {"stakeholder_id": who.id} if wave is None else {"resident_id": who.id, "wave_id": wave.id}


def _asked(who: Resident | Stakeholder | Story | Holder) -> tuple[int, str]:
    """The newest questionnaire for this audience: its row, and what it says."""
    return _ASKED.rows(evaluation_id=who.evaluation_id, audience=who.audience)[0]


def _is_first(wave: Wave | Planned | None) -> bool:
    """Whether this is the time before, when nothing can have changed yet."""
    return wave is not None and wave.number == 0


@lru_cache(maxsize=256)
def _read(digest: str, at_introduction: bool) -> Questionnaire:
    """The questionnaire that says this: two of the same digest are the same, so it is read once."""
    [(document,), *_] = _DOCUMENT.rows(digest=digest)
    asked = loading.from_json(document)
    return composing.at_introduction(asked) if at_introduction else asked


def _answer(question: str, state: str, number: int | None, choices: str | None, words: str | None) -> Answer:
    chosen = json.loads(choices) if choices else []
    shares = tuple((who, per_cent) for who, per_cent in chosen) if _are_shares(chosen) else ()
    return Answer(question, state, number, () if shares else tuple(chosen), words or "", shares)


def _are_shares(chosen: list) -> bool:
    """Shares are kept as pairs of contributor and per cent, choices as words."""
    return bool(chosen) and isinstance(chosen[0], list)


def _keep_words(answer_id: int, answer: Answer) -> None:
    if answer.words:
        _KEEP_WORDS.rows(answer_id=answer_id, words=answer.words)
    elif answer.number is None and not answer.choices and not answer.shares:
        # Nothing was said this time; what stood there before may have been words.
        _FORGET_WORDS.rows(answer_id=answer_id)


def new_reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
