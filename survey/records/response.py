"""Who has answered (response) apart from what was answered (answer)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.resident import ONE_HOLDER, Resident
from survey.records.stakeholder import Stakeholder
from survey.records.story import Story

# How answers came that were collected elsewhere, as `helped` keeps it.
BROUGHT_IN = "brought_in"


class Response(db.Model):
    """A resident's answers at one wave, a partner's, or a story: a draft until it is sent, then final."""

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("resident_id", "wave_id"),
        CheckConstraint(ONE_HOLDER, name="holder"),
        # Partners are asked once, and a story is told once, in no wave.
        CheckConstraint("(resident_id IS NULL) = (wave_id IS NULL)", name="wave"),
        CheckConstraint("(submitted_at IS NULL) = (reference IS NULL)", name="reference"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    wave_id: Mapped[int | None] = mapped_column(ForeignKey("wave.id"), index=True)
    stakeholder_id: Mapped[int | None] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="CASCADE"), unique=True
    )
    story_id: Mapped[int | None] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), unique=True)
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("opened_questionnaire.id"))
    # Made with the draft and sent back with the last page: the same answers can count only once.
    submission_key: Mapped[str] = mapped_column(String(32), unique=True)
    reference: Mapped[str | None] = mapped_column(String(16), unique=True)
    started_at: Mapped[datetime] = mapped_column(default=now)
    submitted_at: Mapped[datetime | None]
    # Who answered: nobody helped, family_or_friend, coordinator_helped, ... or "brought_in" from a file.
    helped: Mapped[str | None] = mapped_column(String(40))
    # Which wording of "what this is" the resident agreed to; none for scores brought in from a file.
    consent_version: Mapped[int | None]

    resident: Mapped[Resident | None] = relationship()
    stakeholder: Mapped[Stakeholder | None] = relationship(back_populates="response")
    story: Mapped[Story | None] = relationship(back_populates="response")
    wave: Mapped[Wave | None] = relationship()
    questionnaire: Mapped[OpenedQuestionnaire] = relationship()
    answers: Mapped[list["AnswerRow"]] = relationship(cascade="all, delete-orphan")


class AnswerRow(db.Model):
    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("response_id", "question_id"),
        CheckConstraint(
            "state IN ('answered', 'skipped', 'prefer_not_to_say', 'dont_know', 'does_not_apply')",
            name="state",
        ),
        CheckConstraint("number IS NULL OR state = 'answered'", name="number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"))
    question_id: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(20))
    number: Mapped[int | None]
    # JSON list of the choices ticked; of contributor and per cent, for shares.
    choices: Mapped[str | None] = mapped_column(Text)

    words: Mapped["AnswerWords | None"] = relationship(cascade="all, delete-orphan")


class AnswerWords(db.Model):
    """Words somebody wrote, apart from scores, so that they can be read by fewer people."""

    __tablename__ = "answer_words"

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id", ondelete="CASCADE"), primary_key=True)
    words: Mapped[str] = mapped_column(Text)
