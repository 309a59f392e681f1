"""A story: who may use it for what and until when, its texts apart from scores, and its recordings."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.questionnaires.story_ids import PURPOSES, QUOTED_NAMED
from survey.records.account import User
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.session import Session, Theme

if TYPE_CHECKING:
    from survey.records.resident import Invitation, Resident
    from survey.records.response import Response

# Whose questionnaire a story is: the audience of what was opened for it.
STORY = "story"
# How somebody came to tell: by a personal link, a poster, in a session on their phone, or to a coordinator
# who writes it down and knows every word.
BY_LINK, BY_POSTER, ON_A_PHONE, WRITTEN_DOWN = WAYS = ("link", "poster", "session", "written_down")


class Door(db.Model):
    """A link and code that many people use: on a poster, or on the screen of a session."""

    __tablename__ = "door"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    # None: the door of the poster.
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    seed: Mapped[bytes] = mapped_column(LargeBinary(16))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    # Set when a new door takes this one's place.
    ended_at: Mapped[datetime | None]

    evaluation: Mapped[Evaluation] = relationship()
    session: Mapped[Session | None] = relationship()


class Story(db.Model):
    """Told when its response is sent. Taken back, it keeps its number and nothing that was said."""

    __tablename__ = "story"
    __table_args__ = (CheckConstraint(f"way IN {WAYS}", name="way"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    way: Mapped[str] = mapped_column(String(12))
    # Only told by a personal link; who that is, is looked up by the safeguarding lead alone, with a reason.
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="SET NULL"), index=True)
    began_at: Mapped[datetime] = mapped_column(default=now)
    taken_back_at: Mapped[datetime | None]

    evaluation: Mapped[Evaluation] = relationship()
    resident: Mapped["Resident | None"] = relationship()
    session: Mapped[Session | None] = relationship()
    invitations: Mapped[list["Invitation"]] = relationship(
        back_populates="story", cascade="all, delete-orphan", order_by="Invitation.id"
    )
    response: Mapped["Response | None"] = relationship(back_populates="story", cascade="all, delete-orphan")
    consents: Mapped[list["StoryConsent"]] = relationship(cascade="all, delete-orphan")
    contact: Mapped["StoryContact | None"] = relationship(cascade="all, delete-orphan")
    texts: Mapped[list["StoryText"]] = relationship(cascade="all, delete-orphan")
    recordings: Mapped[list["Recording"]] = relationship(cascade="all, delete-orphan")
    themes: Mapped[list[Theme]] = relationship(secondary="story_theme", order_by=Theme.name)

    @property
    def audience(self) -> str:
        """Whose questionnaire this is asked."""
        return STORY


class StoryConsent(db.Model):
    """One use that the teller agreed to: from a day, until a day, or until it was taken back."""

    __tablename__ = "story_consent"
    __table_args__ = (
        UniqueConstraint("story_id", "purpose"),
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),
        CheckConstraint(f"named_as = '' OR purpose = '{QUOTED_NAMED}'", name="named_as"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(20))
    # The version of the questionnaire whose words were agreed to.
    wording: Mapped[int]
    # A first name or a made-up one, as the teller wants it to be said.
    named_as: Mapped[str] = mapped_column(String(80), default="")
    given_at: Mapped[datetime] = mapped_column(default=now)
    # The last day on which it holds.
    until: Mapped[date]
    withdrawn_at: Mapped[datetime | None]


class StoryContact(db.Model):
    """How a teller who asked for it can be reached; apart from the story, for the safeguarding lead."""

    __tablename__ = "story_contact"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    details: Mapped[str] = mapped_column(Text)


class StoryText(db.Model):
    """What was said to one prompt with names and places taken out, as a person confirmed it.

    The words as told stay with the answers (AnswerWords) and with the recording's transcript.
    """

    __tablename__ = "story_text"
    __table_args__ = (UniqueConstraint("story_id", "prompt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"))
    prompt: Mapped[str] = mapped_column(String(60))
    # JSON list of [start, end, the word in brackets], of the words as told.
    spans: Mapped[str] = mapped_column(Text)
    redacted: Mapped[str] = mapped_column(Text)
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    confirmed_at: Mapped[datetime] = mapped_column(default=now)

    confirmed_by: Mapped[User | None] = relationship()


class Recording(db.Model):
    """What was spoken to one prompt. The sound lies sealed in a file outside the database."""

    __tablename__ = "recording"
    __table_args__ = (UniqueConstraint("story_id", "prompt"), CheckConstraint("size > 0", name="size"))

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"))
    prompt: Mapped[str] = mapped_column(String(60))
    # The name of the sealed file: of no use to anyone without our secret.
    file: Mapped[str] = mapped_column(String(40), unique=True)
    media_type: Mapped[str] = mapped_column(String(40))
    # In bytes, as it was sent.
    size: Mapped[int]
    # Typed by a person who listened.
    transcript: Mapped[str] = mapped_column(Text, default="")
    transcribed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    added_at: Mapped[datetime] = mapped_column(default=now)

    story: Mapped[Story] = relationship(overlaps="recordings")


class StoryTheme(db.Model):
    """A theme of the codebook that the team sees in a story, next to the teller's own words for it."""

    __tablename__ = "story_theme"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True)
