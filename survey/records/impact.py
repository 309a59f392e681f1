"""What the team itself adds about impact: case records, and figures with their reason."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.base import db, now
from survey.records.stakeholder import Stakeholder


class CaseRecord(db.Model):
    """What would traditionally have happened, and what happened instead: evidence for deadweight."""

    __tablename__ = "case_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    # The partner who told it; none where the team wrote it down.
    stakeholder_id: Mapped[int | None] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="CASCADE"), unique=True
    )
    user_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    # What the person is called here: never the real name.
    person: Mapped[str] = mapped_column(String(80), default="")
    traditional_response: Mapped[str] = mapped_column(Text)
    happened_instead: Mapped[str] = mapped_column(Text)
    # The outcome that it speaks of, if one is named.
    outcome: Mapped[str | None] = mapped_column(String(60))
    added_at: Mapped[datetime] = mapped_column(default=now)

    stakeholder: Mapped[Stakeholder | None] = relationship()
    user: Mapped[User | None] = relationship()


class ImpactFigure(db.Model):
    """A figure that an evaluator entered for an outcome: the newest that stands is used, all stay visible."""

    __tablename__ = "impact_figure"
    __table_args__ = (
        CheckConstraint("per_cent BETWEEN 0 AND 100", name="per_cent"),
        CheckConstraint(
            "filter IN ('deadweight', 'attribution_to_others', 'displacement', 'drop_off')", name="filter"
        ),
        CheckConstraint("basis IN ('records', 'analyst')", name="basis"),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint(
            "NOT covers_deadweight OR filter = 'attribution_to_others'", name="covers_deadweight"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    outcome: Mapped[str] = mapped_column(String(60))
    filter: Mapped[str] = mapped_column(String(30))
    per_cent: Mapped[int]
    basis: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text)
    # One question was asked about both, so that deadweight is in this figure already.
    covers_deadweight: Mapped[bool] = mapped_column(default=False)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    made_by: Mapped[User | None] = relationship(foreign_keys=made_by_id)
    withdrawn_by: Mapped[User | None] = relationship(foreign_keys=withdrawn_by_id)
