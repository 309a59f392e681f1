"""Worries in stories: raised, settled by the safeguarding lead; who told a story is looked up on record."""

from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import joinedload

from survey.access import trail
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.safeguarding import COORDINATOR, LookUp, StoryFlag
from survey.records.story import WRITTEN_DOWN, Story, StoryContact

# A worry is looked at within a day.
LOOKED_AT_WITHIN = timedelta(hours=24)


class AlreadySettled(ValueError):
    """Somebody else settled it first; what they wrote stands."""


class NobodyKnown(ValueError):
    """The story was told without a personal link: there is nobody to look up."""


def raise_flag(story: Story, raised_by: str, why: str = "", colleague_id: int | None = None) -> StoryFlag:
    """Put a story before the safeguarding lead; the clock starts now."""
    flag = StoryFlag(
        story_id=story.id,
        raised_by=raised_by,
        why=why,
        colleague_id=colleague_id,
        due_at=now() + LOOKED_AT_WITHIN,
    )
    db.session.add(flag)
    db.session.flush()
    note = trail.note if raised_by == COORDINATOR else trail.note_of_resident
    # Whether its teller asked or a phrase was found stays with the leads: every colleague reads the trail.
    note("raised a worry", story.evaluation, f"story {story.id}")
    return flag


def may_be_worried_about(story: Story) -> bool:
    """Whether a colleague can know what was said in it: nobody else has a worry to raise.

    That a story was taken back, or may no longer be read, does not undo what somebody has read.
    """
    sent = story.response is not None and story.response.submitted_at is not None
    learnt_from = any(consent.purpose == LEARNING for consent in story.consents)
    return sent and (learnt_from or story.way == WRITTEN_DOWN)


def get(evaluation: Evaluation, flag_id: int) -> StoryFlag | None:
    flag = db.session.get(StoryFlag, flag_id)
    return flag if flag and flag.story.evaluation_id == evaluation.id else None


def open_flags(evaluation: Evaluation) -> list[StoryFlag]:
    """Worries that nobody has settled, the one that is due first before the others."""
    query = _flags(evaluation).where(StoryFlag.settled_at.is_(None))
    return list(db.session.scalars(query.order_by(StoryFlag.due_at, StoryFlag.id)))


def settled_flags(evaluation: Evaluation) -> list[StoryFlag]:
    """Worries that were settled, the newest first."""
    query = _flags(evaluation).where(StoryFlag.settled_at.is_not(None))
    return list(db.session.scalars(query.order_by(StoryFlag.settled_at.desc(), StoryFlag.id.desc())))


def count_open(evaluation: Evaluation) -> int:
    query = select(func.count(StoryFlag.id)).join(Story).where(Story.evaluation_id == evaluation.id)
    return db.session.scalar(query.where(StoryFlag.settled_at.is_(None)))


def settle(flag: StoryFlag, settled_as: str, note: str) -> None:
    """Say what came of a worry. With the last one of a story, how to reach its teller is erased.

    Raises AlreadySettled.
    """
    # The story is locked, so that of two worries settled together one sees that it is the last.
    db.session.refresh(flag.story, with_for_update=True)
    db.session.refresh(flag)
    if flag.settled_at is not None:
        raise AlreadySettled("This worry has been settled meanwhile. What was written then stands.")
    flag.settled_as, flag.note = settled_as, note
    flag.settled_at, flag.settled_by_id = now(), trail.signed_in()
    db.session.flush()
    trail.note("settled a worry", flag.story.evaluation, f"story {flag.story_id}; {settled_as}")
    if not _waiting(flag.story):
        db.session.execute(delete(StoryContact).where(StoryContact.story_id == flag.story_id))
        db.session.expire(flag.story, ["contact"])


def look_up(flag: StoryFlag, reason: str) -> LookUp:
    """Record that the signed-in person finds out who told a story, and why.

    Raises AlreadySettled; NobodyKnown.
    """
    if flag.settled_at is not None:
        raise AlreadySettled("This worry is settled, so nobody needs to know now who told the story.")
    if not leads_to_somebody(flag.story):
        raise NobodyKnown("Nothing was looked up: the story was told without a personal link.")
    looked = LookUp(flag_id=flag.id, user_id=trail.signed_in(), reason=reason)
    db.session.add(looked)
    db.session.flush()
    trail.note("looked up who told a story", flag.story.evaluation, f"story {flag.story_id}")
    return looked


def leads_to_somebody(story: Story) -> bool:
    """Whether a story was told with somebody's personal link; not whose."""
    return story.resident_id is not None


def look_ups(story: Story) -> list[LookUp]:
    """Who found out who told a story, and why; the newest first."""
    query = select(LookUp).join(StoryFlag).where(StoryFlag.story_id == story.id)
    return list(db.session.scalars(query.options(joinedload(LookUp.user)).order_by(LookUp.id.desc())))


def teller_for(flag: StoryFlag, user_id: int) -> str | None:
    """The code of who told the story, for somebody who looked it up because of this worry, while it is open.

    None for everybody else, and where the story was told without a personal link.
    """
    looked = select(LookUp.id).where(LookUp.flag_id == flag.id, LookUp.user_id == user_id)
    if flag.settled_at is not None or db.session.scalar(looked.limit(1)) is None:
        return None
    return flag.story.resident.code if flag.story.resident else None


def _flags(evaluation: Evaluation):
    told = joinedload(StoryFlag.story)
    return (
        select(StoryFlag)
        .join(Story, Story.id == StoryFlag.story_id)
        .where(Story.evaluation_id == evaluation.id)
        .options(told, joinedload(StoryFlag.colleague), joinedload(StoryFlag.settled_by))
    )


def _waiting(story: Story) -> int:
    query = select(func.count(StoryFlag.id)).where(StoryFlag.story_id == story.id)
    return db.session.scalar(query.where(StoryFlag.settled_at.is_(None)))
