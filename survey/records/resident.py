"""The residents of an evaluation, known by a code; the links that reach them, partners and stories."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.base import db, now
from survey.records.evaluation import Area, Evaluation
from survey.records.stakeholder import Stakeholder
from survey.records.story import Story

# What is reached by a link, or answers, is one of the three.
ONE_HOLDER = " + ".join(
    f"CASE WHEN {holder}_id IS NULL THEN 0 ELSE 1 END" for holder in ("resident", "stakeholder", "story")
)
ONE_HOLDER += " = 1"


class Resident(db.Model):
    __tablename__ = "resident"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "code"),
        CheckConstraint("level IN ('one', 'two')", name="level"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    # What the team calls this person here: no name is needed, and none is kept.
    code: Mapped[str] = mapped_column(String(40))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    level: Mapped[str] = mapped_column(String(3))
    age_band: Mapped[str | None] = mapped_column(String(20))
    main_reason: Mapped[str | None] = mapped_column(String(40))
    introduction_route: Mapped[str | None] = mapped_column(String(40))
    added_at: Mapped[datetime] = mapped_column(default=now)

    evaluation: Mapped[Evaluation] = relationship()
    area: Mapped[Area] = relationship()

    @property
    def audience(self) -> str:
        """Whose questionnaire this is asked."""
        return self.level

    invitations: Mapped[list["Invitation"]] = relationship(
        back_populates="resident", cascade="all, delete-orphan", order_by="Invitation.id"
    )


class Invitation(db.Model):
    """A personal link and a short code, kept as hashes; access.links remakes them from the seed."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint(ONE_HOLDER, name="holder"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"), index=True)
    stakeholder_id: Mapped[int | None] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="CASCADE"), index=True
    )
    story_id: Mapped[int | None] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    seed: Mapped[bytes] = mapped_column(LargeBinary(16))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    # Set when a new link takes this one's place.
    ended_at: Mapped[datetime | None]

    resident: Mapped[Resident | None] = relationship(back_populates="invitations")
    stakeholder: Mapped[Stakeholder | None] = relationship(back_populates="invitations")
    story: Mapped[Story | None] = relationship(back_populates="invitations")
