"""An evaluation, its areas, and who may work on it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.account import User
from survey.records.base import db, now

WAVES, THEN_AND_NOW = "waves", "then_and_now"


class Evaluation(db.Model):
    __tablename__ = "evaluation"
    __table_args__ = (
        CheckConstraint("before IN ('waves', 'then_and_now')", name="before"),
        CheckConstraint("period_end >= period_start", name="period"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    council: Mapped[str] = mapped_column(String(120))
    period_start: Mapped[date]
    period_end: Mapped[date]
    # How residents are asked about the time before: in waves, or "then and now" in one sitting.
    before: Mapped[str] = mapped_column(String(20))
    # Which definition of percentage change the headlines use (a key of analysis.definitions).
    headline: Mapped[str] = mapped_column(String(40))
    # Said beside every table of results, such as how made-up answers were made.
    note: Mapped[str] = mapped_column(Text, default="")
    made_up: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
    opened_at: Mapped[datetime | None]

    areas: Mapped[list["Area"]] = relationship(order_by="Area.position", cascade="all, delete-orphan")

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None


class Area(db.Model):
    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("evaluation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    position: Mapped[int]

    supported: Mapped[list["Supported"]] = relationship(cascade="all, delete-orphan")


class Supported(db.Model):
    """How many people the programme supported in an area at a level; none where nobody knows."""

    __tablename__ = "supported"
    __table_args__ = (
        CheckConstraint("level IN ('one', 'two')", name="level"),
        CheckConstraint("people >= 0", name="people"),
    )

    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="CASCADE"), primary_key=True)
    level: Mapped[str] = mapped_column(String(3), primary_key=True)
    people: Mapped[int]


class Grant(db.Model):
    """This person may work on this evaluation; with a duty, also where words could harm their teller."""

    __tablename__ = "grant"

    user_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(
        ForeignKey("evaluation.id", ondelete="CASCADE"), primary_key=True
    )
    granted_at: Mapped[datetime] = mapped_column(default=now)
    # May read stories as they were told, before names and places are taken out.
    reads_stories: Mapped[bool] = mapped_column(default=False)
    # Is a safeguarding lead: looks after stories with a worry in them.
    safeguards: Mapped[bool] = mapped_column(default=False)

    user: Mapped[User] = relationship()
    evaluation: Mapped[Evaluation] = relationship()
