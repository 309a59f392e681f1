"""Worries in stories: raised, and settled by the safeguarding lead."""

from datetime import timedelta

from survey.access import trail
from survey.records.base import db, now
from survey.records.safeguarding import StoryFlag
from survey.records.story import Story

# A worry is looked at within a day.
LOOKED_AT_WITHIN = timedelta(hours=24)


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
    trail.note_of_resident("raised a worry", story.evaluation, f"story {story.id}; {raised_by}")
    return flag
