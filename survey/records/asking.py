"""What an evaluation asks, and when."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.records.base import db, now


class ChosenOutcome(db.Model):
    """An outcome picked for an evaluation, from the library or its own; frozen once it opens."""

    __tablename__ = "chosen_outcome"
    __table_args__ = (UniqueConstraint("evaluation_id", "question_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    question_id: Mapped[str] = mapped_column(String(60))
    # The question as canonical JSON, read by questionnaires.loading like any other.
    question: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    level_one: Mapped[bool] = mapped_column(default=False)
    level_two: Mapped[bool] = mapped_column(default=True)


class OpenedQuestionnaire(db.Model):
    """A questionnaire as it was opened: never edited again."""

    __tablename__ = "opened_questionnaire"
    __table_args__ = (UniqueConstraint("evaluation_id", "audience", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    # Whom it asks: residents of a level ("one", "two"), partners of a kind, or whoever tells a "story".
    audience: Mapped[str] = mapped_column(String(20))
    version: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    opened_at: Mapped[datetime] = mapped_column(default=now)
    # Set when partners are no longer asked, or no story can be told; residents' asking ends with their waves.
    closed_at: Mapped[datetime | None]


class Wave(db.Model):
    """One time of asking. Number 0 is the "before" of an evaluation that asks in waves."""

    __tablename__ = "wave"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "number"),
        CheckConstraint("number >= 0", name="number"),
        CheckConstraint("weeks_after >= 0", name="weeks_after"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    # Nobody is asked again sooner than this after they last sent answers.
    weeks_after: Mapped[int] = mapped_column(default=0)
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None
