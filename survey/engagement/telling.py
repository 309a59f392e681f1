"""Asking for stories: opening and closing it. Nobody is asked before a safeguarding lead is there."""

from sqlalchemy import select

from survey.access import trail
from survey.engagement import outcomes
from survey.questionnaires import loading
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.story_composing import compose_story
from survey.records.account import User
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db, now
from survey.records.evaluation import Evaluation, Grant
from survey.records.story import STORY


class NotOpenYet(ValueError):
    """Stories speak of outcomes that no longer change."""


class NobodySafeguards(ValueError):
    """Somebody has to look after stories with a worry in them."""


def opened(evaluation: Evaluation) -> OpenedQuestionnaire | None:
    """What was opened for stories; None before."""
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == evaluation.id, OpenedQuestionnaire.audience == STORY
    )
    return db.session.scalar(query.order_by(OpenedQuestionnaire.version.desc()))


def is_open(evaluation: Evaluation) -> bool:
    """Whether a new story can be begun now."""
    row = opened(evaluation)
    return row is not None and row.closed_at is None and bool(leads(evaluation))


def waits_for_lead(evaluation: Evaluation) -> bool:
    """Whether stories are asked for, and none can be begun because no safeguarding lead can sign in."""
    row = opened(evaluation)
    return row is not None and row.closed_at is None and not leads(evaluation)


def leads(evaluation: Evaluation) -> list[User]:
    """The safeguarding leads who can sign in."""
    query = select(User).join(Grant).where(Grant.evaluation_id == evaluation.id, Grant.safeguards)
    return [user for user in db.session.scalars(query.order_by(User.email)) if user.active]


def asked(evaluation: Evaluation) -> Questionnaire:
    """What tellers are asked: as it was opened, or as it would be opened now."""
    row = opened(evaluation)
    if row is not None:
        return loading.from_json(row.document)
    return compose_story(outcomes.questions(evaluation))


def open_telling(evaluation: Evaluation) -> None:
    """Freeze the questions and let stories be told; once closed, let them again.

    Raises NotOpenYet, NobodySafeguards.
    """
    # Locked first, so that two who press the button together open it once.
    db.session.refresh(evaluation, with_for_update=True)
    if not evaluation.is_open:
        raise NotOpenYet("Open the evaluation first: stories speak of its outcomes.")
    if not leads(evaluation):
        raise NobodySafeguards(
            "Give somebody the duty of safeguarding lead first: a story may hold a worry, and somebody has "
            "to look after it within a day."
        )
    row = opened(evaluation)
    if row is not None and row.closed_at is None:
        return
    if row is None:
        questionnaire = asked(evaluation)
        row = OpenedQuestionnaire(
            evaluation_id=evaluation.id,
            audience=STORY,
            version=questionnaire.version,
            document=loading.to_json(questionnaire),
            digest=questionnaire.digest,
        )
        db.session.add(row)
    row.closed_at = None
    trail.note("opened story telling", evaluation)


def close_telling(evaluation: Evaluation) -> None:
    """No new story can be told; what was told stays, and what was begun waits."""
    db.session.refresh(evaluation, with_for_update=True)
    row = opened(evaluation)
    if row is not None and row.closed_at is None:
        row.closed_at = now()
        trail.note("closed story telling", evaluation)
