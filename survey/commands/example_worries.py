"""Worries in the stories of the worked example: one that waits, and two that were settled."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import select

from survey.engagement import safeguarding
from survey.questionnaires import story_ids as ids
from survey.records.account import User
from survey.records.base import db
from survey.records.safeguarding import COORDINATOR, StoryFlag
from survey.records.story import Story

WHY = "Made up: she stopped in the middle, and would not say what had happened at the weekend."
OUTCOMES = (
    ("contacted", "Made up: rang on the same day. He wanted to know whom to ask about his letters."),
    ("passed_on", "Made up: her own support worker knows of it, and sees her on Thursday."),
)
RAISED_AFTER, SETTLED_AFTER = timedelta(minutes=40), timedelta(minutes=90)


def said_too(waiting: int, settled: int) -> Mapping[int, Mapping[str, list[str]]]:
    """What two tellers typed who would like to be contacted, by the place of their stories."""
    return {
        waiting: {ids.CONTACT_WANTED: [ids.YES], ids.CONTACT: ["Made-up May, 0161 496 0102"]},
        settled: {ids.CONTACT_WANTED: [ids.YES], ids.CONTACT: ["Made-up Len, 0161 496 0103"]},
    }


def keep(told: list[Story], owner: User) -> None:
    """Settle the worry of the first, which its teller raised, and raise and settle one about the second."""
    asked, raised = told
    safeguarding.raise_flag(raised, COORDINATOR, WHY, owner.id)
    for story, (settled_as, note) in zip((asked, raised), OUTCOMES, strict=True):
        [flag] = db.session.scalars(select(StoryFlag).where(StoryFlag.story_id == story.id))
        safeguarding.settle(flag, settled_as, note)
        flag.settled_by_id = owner.id
        flag.raised_at = story.response.submitted_at + RAISED_AFTER
        flag.due_at = flag.raised_at + safeguarding.LOOKED_AT_WITHIN
        flag.settled_at = flag.raised_at + SETTLED_AFTER
