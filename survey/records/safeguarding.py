"""Worries in stories: who raised one, when it is due, what came of it, and who looked up a teller."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.base import db, now
from survey.records.story import Story

TELLER, COORDINATOR, PHRASES = RAISED_BY = ("teller", "coordinator", "phrases")
SETTLED_AS = ("contacted", "passed_on", "no_reach", "no_need")


class StoryFlag(db.Model):
    """A worry about a story, to be looked at by `due_at`; settled with an outcome and a note."""

    __tablename__ = "story_flag"
    __table_args__ = (
        CheckConstraint(f"raised_by IN {RAISED_BY}", name="raised_by"),
        CheckConstraint(f"settled_as IN {SETTLED_AS}", name="settled_as"),
        CheckConstraint("(settled_as IS NULL) = (settled_at IS NULL)", name="settled"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    raised_by: Mapped[str] = mapped_column(String(12))
    # The colleague who raised it; none where the teller or the phrase list did.
    colleague_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    # What the colleague wrote, or the phrases that were found: read by the safeguarding lead alone.
    why: Mapped[str] = mapped_column(Text, default="")
    raised_at: Mapped[datetime] = mapped_column(default=now)
    due_at: Mapped[datetime]
    settled_as: Mapped[str | None] = mapped_column(String(12))
    note: Mapped[str] = mapped_column(Text, default="")
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    story: Mapped[Story] = relationship()
    colleague: Mapped[User | None] = relationship(foreign_keys=colleague_id)
    settled_by: Mapped[User | None] = relationship(foreign_keys=settled_by_id)


class LookUp(db.Model):
    """The safeguarding lead looked up who told a story, because of one worry about it, and why."""

    __tablename__ = "look_up"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    flag_id: Mapped[int] = mapped_column(ForeignKey("story_flag.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User | None] = relationship()
