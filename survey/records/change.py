"""One row of change a person, outcome, follow-up and kind of before: all tables are counted from here."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.records.base import db
from survey.records.evaluation import WAVES, Evaluation

ASKED, RECALLED, ESTIMATED = "asked", "recalled", "estimated"
BEFORE_KINDS = {
    ASKED: "asked at the time",
    RECALLED: "recalled, thinking back",
    ESTIMATED: "estimated by staff",
}
# Why a score is absent when nobody has sent that wave's answers.
NOT_ASKED = "not_asked"


def own_kind(evaluation: Evaluation) -> str:
    """The kind of before that an evaluation's own questionnaires ask for."""
    return ASKED if evaluation.before == WAVES else RECALLED


class ChangeRow(db.Model):
    __tablename__ = "change"
    __table_args__ = (
        UniqueConstraint("resident_id", "outcome", "wave_id", "before_kind"),
        CheckConstraint("before_kind IN ('asked', 'recalled', 'estimated')", name="before_kind"),
        CheckConstraint("(before IS NULL) = (before_reason IS NOT NULL)", name="before_reason"),
        CheckConstraint("(now IS NULL) = (now_reason IS NOT NULL)", name="now_reason"),
        # Holds all that the table of results asks for, in its order: it is counted without reading a row.
        Index(
            "ix_change_table",
            *("evaluation_id", "wave_id", "before_kind", "outcome", "area_id", "before", "now", "level"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    outcome: Mapped[str] = mapped_column(String(60))
    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id"))
    before_kind: Mapped[str] = mapped_column(String(10))
    before: Mapped[int | None]
    now: Mapped[int | None]
    before_reason: Mapped[str | None] = mapped_column(String(20))
    now_reason: Mapped[str | None] = mapped_column(String(20))
    # As they were at the before: a later move does not rewrite the past.
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    level: Mapped[str] = mapped_column(String(3))
