"""A session is a focus group: who came in numbers, what was put to them, how they voted, what was noted."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.base import db, now
from survey.records.evaluation import Area, Evaluation

AGREE, NOT_SURE, DISAGREE = VOTES = ("agree", "not_sure", "disagree")


class Session(db.Model):
    """People can join by its door while it is open: from `opened_at` until `closed_at`."""

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint("invited >= 0", name="invited"),
        CheckConstraint("came >= 0", name="came"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    held_on: Mapped[date]
    # None: no area in particular.
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    # One to a line, to be read out or shown.
    prompts: Mapped[str] = mapped_column(Text, default="")
    invited: Mapped[int | None]
    came: Mapped[int | None]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    added_at: Mapped[datetime] = mapped_column(default=now)

    evaluation: Mapped[Evaluation] = relationship()
    area: Mapped[Area | None] = relationship()
    statements: Mapped[list["Statement"]] = relationship(
        order_by="Statement.position", cascade="all, delete-orphan"
    )
    notes: Mapped[list["SessionNote"]] = relationship(order_by="SessionNote.id", cascade="all, delete-orphan")

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


class Participant(db.Model):
    """A phone that joined a session: known by its address alone, without a name."""

    __tablename__ = "participant"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    joined_at: Mapped[datetime] = mapped_column(default=now)

    session: Mapped[Session] = relationship()


class Statement(db.Model):
    """An assumption of the analysis, put to the group; hands are counted by the coordinator."""

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint("hands_agree >= 0", name="hands_agree"),
        CheckConstraint("hands_not_sure >= 0", name="hands_not_sure"),
        CheckConstraint("hands_disagree >= 0", name="hands_disagree"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    words: Mapped[str] = mapped_column(String(300))
    # The outcome that it is about, if one is named.
    outcome: Mapped[str | None] = mapped_column(String(60))
    hands_agree: Mapped[int | None]
    hands_not_sure: Mapped[int | None]
    hands_disagree: Mapped[int | None]


class Vote(db.Model):
    """What one phone said of one statement; the last word counts while the session is open."""

    __tablename__ = "vote"
    __table_args__ = (CheckConstraint(f"vote IN {VOTES}", name="vote"),)

    statement_id: Mapped[int] = mapped_column(
        ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True
    )
    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True
    )
    vote: Mapped[str] = mapped_column(String(10))


class SessionNote(db.Model):
    """What was said in a session, as the coordinator wrote it down, under a theme of the codebook or none."""

    __tablename__ = "session_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id", ondelete="SET NULL"))
    words: Mapped[str] = mapped_column(Text)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(default=now)

    written_by: Mapped[User | None] = relationship()


class Theme(db.Model):
    """A theme of an evaluation's codebook: what the team looks for in stories and sessions."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("evaluation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    meaning: Mapped[str] = mapped_column(Text, default="")


class GetTogetherWish(db.Model):
    """Somebody would like to hear about get-togethers. It points to no story, vote or session."""

    __tablename__ = "get_together_wish"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    # Telephone, e-mail or address, as typed.
    contact: Mapped[str] = mapped_column(String(200))
    asked_at: Mapped[datetime] = mapped_column(default=now)
