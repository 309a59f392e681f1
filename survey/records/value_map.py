"""A value map as its makers build it: settings, stakeholders and what they put in. Rows: `value_row`."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.asking import Wave
from survey.records.base import db, now
from survey.records.evaluation import Area, Evaluation
from survey.records.exact import Exact

if TYPE_CHECKING:
    from survey.records.value_row import Incident, Scenario, ValueRow

MONEY, TIME, VOLUNTEERS = "money", "time", "volunteers"
INPUT_KINDS = {MONEY: "Money", TIME: "Paid time in kind", VOLUNTEERS: "Volunteers’ time"}


class ValueMap(db.Model):
    """One map of an evaluation: what it is of, and what is decided once for all of it."""

    __tablename__ = "value_map"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "name"),
        CheckConstraint("kind IN ('forecast', 'evaluative')", name="kind"),
        CheckConstraint("level IN ('one', 'two')", name="level"),
        CheckConstraint("timing IN ('end_of_year', 'year_0')", name="timing"),
        CheckConstraint("rule IN ('counted', 'distance')", name="rule"),
        CheckConstraint("points BETWEEN 1 AND 10", name="points"),
        CheckConstraint("at_least BETWEEN 0 AND 10", name="at_least"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(10))
    # Whose answers it counts: an area or all, a level or all, a follow-up and a kind of before.
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    level: Mapped[str | None] = mapped_column(String(3))
    wave_id: Mapped[int | None] = mapped_column(ForeignKey("wave.id"))
    before_kind: Mapped[str] = mapped_column(String(10))
    # A rate table by name, or one rate for all years (a fraction) where no table is named.
    rate_table: Mapped[str] = mapped_column(String(60), default="")
    rate: Mapped[Decimal | None] = mapped_column(Exact)
    timing: Mapped[str] = mapped_column(String(20))
    inputs_discounted: Mapped[bool] = mapped_column(default=False)
    price_year: Mapped[int]
    # The vintage of the deflator that proxies of other years are brought to the price year with.
    deflator: Mapped[str] = mapped_column(String(80), default="")
    # How quantity follows from answers: see value.quantity.
    rule: Mapped[str] = mapped_column(String(10), default="counted")
    points: Mapped[int] = mapped_column(default=1)
    at_least: Mapped[int] = mapped_column(default=3)
    net_of_worse: Mapped[bool] = mapped_column(default=True)
    volunteers_counted: Mapped[bool] = mapped_column(default=True)
    # In words: what an assurer asks for.
    scope: Mapped[str] = mapped_column(Text, default="")
    activities: Mapped[str] = mapped_column(Text, default="")
    involved_how: Mapped[str] = mapped_column(Text, default="")
    negative_found: Mapped[str] = mapped_column(Text, default="")
    verified_how: Mapped[str] = mapped_column(Text, default="")
    returned_how: Mapped[str] = mapped_column(Text, default="")
    returned_on: Mapped[date | None]
    responded_how: Mapped[str] = mapped_column(Text, default="")
    # What was published elsewhere, for reference beside our own figures.
    published_value: Mapped[Decimal | None] = mapped_column(Exact)
    published_inputs: Mapped[Decimal | None] = mapped_column(Exact)
    published_source: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime] = mapped_column(default=now)

    evaluation: Mapped[Evaluation] = relationship()
    area: Mapped[Area | None] = relationship()
    wave: Mapped[Wave | None] = relationship()
    stakeholders: Mapped[list["MapStakeholder"]] = relationship(
        cascade="all, delete-orphan", order_by="MapStakeholder.position, MapStakeholder.id"
    )
    inputs: Mapped[list["MapInput"]] = relationship(
        cascade="all, delete-orphan", order_by="MapInput.id", back_populates="value_map"
    )
    rows: Mapped[list["ValueRow"]] = relationship(
        cascade="all, delete-orphan", order_by="ValueRow.position, ValueRow.id", back_populates="value_map"
    )
    incidents: Mapped[list["Incident"]] = relationship(
        cascade="all, delete-orphan", order_by="Incident.id", back_populates="value_map"
    )
    scenarios: Mapped[list["Scenario"]] = relationship(
        cascade="all, delete-orphan", order_by="Scenario.id", back_populates="value_map"
    )


class MapStakeholder(db.Model):
    """A group that affects the programme or is affected by it; left out only with a reason."""

    __tablename__ = "map_stakeholder"
    __table_args__ = (
        UniqueConstraint("value_map_id", "name"),
        CheckConstraint("size >= 0 AND involved >= 0", name="size"),
        CheckConstraint("included OR reason <> ''", name="reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    value_map_id: Mapped[int] = mapped_column(ForeignKey("value_map.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(String(120))
    # How many there are in the group, and how many of them were involved in saying what changed.
    size: Mapped[int | None]
    involved: Mapped[int | None]
    # Why it matters here, or why it is left out.
    reason: Mapped[str] = mapped_column(Text, default="")
    included: Mapped[bool] = mapped_column(default=True)


class MapInput(db.Model):
    """What a stakeholder put in: money, or hours at a rate."""

    __tablename__ = "map_input"
    __table_args__ = (
        CheckConstraint(f"kind IN {tuple(INPUT_KINDS)}", name="kind"),
        CheckConstraint("year BETWEEN 1 AND 30", name="year"),
        CheckConstraint("source <> ''", name="source"),
        CheckConstraint(
            "CASE WHEN kind = 'money' THEN value IS NOT NULL ELSE hours IS NOT NULL AND rate IS NOT NULL END",
            name="amount",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    value_map_id: Mapped[int] = mapped_column(ForeignKey("value_map.id", ondelete="CASCADE"), index=True)
    stakeholder_id: Mapped[int] = mapped_column(ForeignKey("map_stakeholder.id", ondelete="CASCADE"))
    description: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12), default=MONEY)
    value: Mapped[Decimal | None] = mapped_column(Exact)
    hours: Mapped[Decimal | None] = mapped_column(Exact)
    rate: Mapped[Decimal | None] = mapped_column(Exact)
    # In which year of the map it was put in.
    year: Mapped[int] = mapped_column(default=1)
    source: Mapped[str] = mapped_column(Text)

    value_map: Mapped[ValueMap] = relationship(back_populates="inputs")
    stakeholder: Mapped[MapStakeholder] = relationship()

    @property
    def is_counted(self) -> bool:
        """Whether it is in the sum."""
        return self.stakeholder.included and self.is_of_counted_kind

    @property
    def is_of_counted_kind(self) -> bool:
        """Volunteers' time is left out unless the map counts it."""
        return self.kind != VOLUNTEERS or self.value_map.volunteers_counted

    @property
    def worth(self) -> Decimal:
        """In money of the map."""
        return self.value if self.kind == MONEY else self.hours * self.rate
