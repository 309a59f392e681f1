"""The register of stakeholders: who was engaged, how and when, or why not. Names and contacts stand apart."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.base import db, now
from survey.records.evaluation import Area, Evaluation

if TYPE_CHECKING:
    from survey.records.resident import Invitation
    from survey.records.response import Response

KINDS = (
    "nhs",
    "adult_social_care",
    "fire_and_rescue",
    "police",
    "housing",
    "community",
    "coordinators",
    "family",
    "councillors",
    "other",
)


class Stakeholder(db.Model):
    """An organisation or group that affects the programme or is affected by it."""

    __tablename__ = "stakeholder"
    __table_args__ = (CheckConstraint(f"kind IN {KINDS}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    organisation: Mapped[str] = mapped_column(String(120))
    # Where it works; none: in all areas.
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    engaged_how: Mapped[str] = mapped_column(Text, default="")
    engaged_on: Mapped[date | None]
    why_not: Mapped[str] = mapped_column(Text, default="")
    added_at: Mapped[datetime] = mapped_column(default=now)

    evaluation: Mapped[Evaluation] = relationship()
    area: Mapped[Area | None] = relationship()
    contact: Mapped["StakeholderContact | None"] = relationship(cascade="all, delete-orphan")
    invitations: Mapped[list["Invitation"]] = relationship(
        back_populates="stakeholder", cascade="all, delete-orphan", order_by="Invitation.id"
    )
    response: Mapped["Response | None"] = relationship(
        back_populates="stakeholder", cascade="all, delete-orphan"
    )

    @property
    def audience(self) -> str:
        """Whose questionnaire this is asked."""
        return self.kind


class StakeholderContact(db.Model):
    """Whom to reach there: in another table than what was answered."""

    __tablename__ = "stakeholder_contact"

    stakeholder_id: Mapped[int] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(120), default="")
    # E-mail, telephone or both, as typed.
    details: Mapped[str] = mapped_column(String(200), default="")
