"""What a teller agreed to, taken back: one use, or the whole story."""

from sqlalchemy import delete, func, select, update

from survey.access import trail
from survey.engagement import jobs, recordings
from survey.engagement.stories import which
from survey.records.base import db, now
from survey.records.response import AnswerRow, Response
from survey.records.retelling import CaseStudy, Quotation, SignificantChange
from survey.records.safeguarding import PHRASES, StoryFlag
from survey.records.story import Recording, Story, StoryConsent, StoryText, StoryTheme

# What is made of a story, and goes with it.
MADE_OF_IT = (StoryText, Recording, StoryTheme, SignificantChange, CaseStudy)


def withdraw(story: Story, purpose: str) -> None:
    """Take one use back; a second time changes nothing."""
    ended = db.session.execute(
        update(StoryConsent)
        .where(
            StoryConsent.story_id == story.id,
            StoryConsent.purpose == purpose,
            StoryConsent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now())
    )
    if ended.rowcount:
        jobs.let_go(story.evaluation)
        trail.note_of_resident("consent was taken back", story.evaluation, f"{which(story)}; {purpose}")


def take_back(story: Story) -> None:
    """Take the whole story back: nothing that was said is kept. Its number stays, to say that it is gone.

    How to reach the teller stays until the worry is settled, for whoever was asked to get in touch.
    """
    db.session.refresh(story, with_for_update=True)
    if story.taken_back_at is not None:
        return
    story.taken_back_at = now()
    recordings.let_go(Recording.story_id == story.id)
    for kind in MADE_OF_IT:
        db.session.execute(delete(kind).where(kind.story_id == story.id))
    db.session.execute(
        update(Quotation)
        .where(Quotation.story_id == story.id)
        .values(words="", removed_at=func.coalesce(Quotation.removed_at, now()))
    )
    _forget_what_was_copied(story)
    jobs.let_go(story.evaluation)
    theirs = select(Response.id).where(Response.story_id == story.id)
    # The words hang on the answers; the database takes them along.
    db.session.execute(delete(AnswerRow).where(AnswerRow.response_id.in_(theirs)))
    db.session.expire_all()
    if story.response is not None and story.response.submitted_at is not None:
        # One that was never sent was never anybody else's to know of.
        trail.note_of_resident("a story was taken back", story.evaluation, which(story))


def _forget_what_was_copied(story: Story) -> None:
    """The name to be quoted with, and phrases that were found: their rows say more, and stay."""
    db.session.execute(update(StoryConsent).where(StoryConsent.story_id == story.id).values(named_as=""))
    found = (StoryFlag.story_id == story.id, StoryFlag.raised_by == PHRASES)
    db.session.execute(update(StoryFlag).where(*found).values(why=""))
