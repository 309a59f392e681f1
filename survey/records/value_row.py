"""What a value map counts: outcomes with their proxies, incidents that were avoided, and scenarios."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.exact import Exact
from survey.records.value_map import MapStakeholder, ValueMap

PROXY_KINDS = {
    "unit_cost": "What a public service spends on one",
    "wellbeing": "What a gain in wellbeing is worth",
    "market": "What people pay for something like it",
    "stated": "What people said it is worth to them",
}
COLUMNS = {
    "social": "Social value: worth to people",
    "fiscal_cashable": "Fiscal, cashable: a budget can be cut",
    "fiscal_avoided": "Fiscal, avoided: a service has less to do",
}
FIGURES = ("quantity", "deadweight", "displacement", "attribution_to_others", "drop_off")


class Proxy(db.Model):
    """What one change is worth for a year, with its source, year and licence; an evaluation's own."""

    __tablename__ = "proxy"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "name"),
        CheckConstraint(f"kind IN {tuple(PROXY_KINDS)}", name="kind"),
        CheckConstraint("source <> ''", name="source"),
        CheckConstraint("price_year BETWEEN 1990 AND 2100", name="price_year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12))
    value: Mapped[Decimal] = mapped_column(Exact)
    # Between which values it may well lie, where that is known.
    low: Mapped[Decimal | None] = mapped_column(Exact)
    high: Mapped[Decimal | None] = mapped_column(Exact)
    # What one of it is, such as "a visit" or "a person for a year".
    unit: Mapped[str] = mapped_column(String(120))
    price_year: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    licence: Mapped[str] = mapped_column(String(200), default="")
    # It is worth an average move already, so it may not be multiplied by how far people moved.
    values_average_move: Mapped[bool] = mapped_column(default=False)
    # Which entry of our library it was taken from; none where it was typed.
    library_id: Mapped[str] = mapped_column(String(60), default="")
    added_at: Mapped[datetime] = mapped_column(default=now)

    evaluation: Mapped[Evaluation] = relationship()


class ValueRow(db.Model):
    """One outcome of one stakeholder. Its figures come from answers, unless one was typed: `TypedFigure`."""

    __tablename__ = "value_row"
    __table_args__ = (
        UniqueConstraint("value_map_id", "code"),
        CheckConstraint("duration_years BETWEEN 1 AND 30", name="duration_years"),
        CheckConstraint("starts IN (1, 2)", name="starts"),
        CheckConstraint(f"kind_of_value IN {tuple(COLUMNS)}", name="kind_of_value"),
        CheckConstraint("included OR reason <> ''", name="reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    value_map_id: Mapped[int] = mapped_column(ForeignKey("value_map.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    # Such as "R1": what the row is called everywhere.
    code: Mapped[str] = mapped_column(String(20))
    stakeholder_id: Mapped[int] = mapped_column(ForeignKey("map_stakeholder.id", ondelete="CASCADE"))
    # The outcome whose answers it counts; none where every figure is typed.
    outcome: Mapped[str | None] = mapped_column(String(60))
    description: Mapped[str] = mapped_column(Text)
    indicator: Mapped[str] = mapped_column(Text, default="")
    # It counts those for whom the outcome got worse, below nought.
    of_worse: Mapped[bool] = mapped_column(default=False)
    unintended: Mapped[bool] = mapped_column(default=False)
    duration_years: Mapped[int] = mapped_column(default=1)
    duration_source: Mapped[str] = mapped_column(Text, default="")
    starts: Mapped[int] = mapped_column(default=1)
    proxy_id: Mapped[int | None] = mapped_column(ForeignKey("proxy.id"))
    kind_of_value: Mapped[str] = mapped_column(String(20), default="social")
    # Left out of the sum only with a reason.
    included: Mapped[bool] = mapped_column(default=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    # For those who work on the map: no report and no release tells it. None is as good as nothing.
    note: Mapped[str | None] = mapped_column(Text)

    value_map: Mapped[ValueMap] = relationship(back_populates="rows")
    stakeholder: Mapped[MapStakeholder] = relationship()
    proxy: Mapped[Proxy | None] = relationship()
    typed: Mapped[list["TypedFigure"]] = relationship(cascade="all, delete-orphan")

    @property
    def is_counted(self) -> bool:
        """Whether it is in the sum: neither it nor its stakeholder is left out."""
        return self.included and self.stakeholder.included

    def figure(self, name: str) -> "TypedFigure | None":
        """What was typed for one of FIGURES; None where it comes from answers."""
        return next((each for each in self.typed if each.name == name), None)


class TypedFigure(db.Model):
    """A figure of a row that somebody typed, and where it comes from. Filters are fractions from 0 to 1."""

    __tablename__ = "typed_figure"
    __table_args__ = (
        CheckConstraint(f"name IN {FIGURES}", name="name"),
        CheckConstraint("source <> ''", name="source"),
        CheckConstraint("n >= 0", name="n"),
    )

    row_id: Mapped[int] = mapped_column(ForeignKey("value_row.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(30), primary_key=True)
    value: Mapped[Decimal] = mapped_column(Exact)
    source: Mapped[str] = mapped_column(Text)
    # How many people it was worked out from, where that is known.
    n: Mapped[int | None]


class Incident(db.Model):
    """Something costly that did not happen: a judgement, kept with whoever made it."""

    __tablename__ = "incident"
    __table_args__ = (
        CheckConstraint("count >= 1", name="count"),
        CheckConstraint("judged_by <> ''", name="judged_by"),
        CheckConstraint("source <> ''", name="source"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    value_map_id: Mapped[int] = mapped_column(ForeignKey("value_map.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(200))
    count: Mapped[int]
    judged_by: Mapped[str] = mapped_column(Text)
    # How likely each would have been without the programme, from 0 to 1.
    likelihood: Mapped[Decimal] = mapped_column(Exact)
    # Of one incident, in money of the map.
    unit_cost: Mapped[Decimal] = mapped_column(Exact)
    low: Mapped[Decimal] = mapped_column(Exact)
    high: Mapped[Decimal] = mapped_column(Exact)
    source: Mapped[str] = mapped_column(Text)

    value_map: Mapped[ValueMap] = relationship(back_populates="incidents")


class Scenario(db.Model):
    """What would be different: how many people are reached beside now, and what more is put in."""

    __tablename__ = "scenario"
    __table_args__ = (UniqueConstraint("value_map_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    value_map_id: Mapped[int] = mapped_column(ForeignKey("value_map.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    # 1 is as many people as now, 0.8 a fifth fewer.
    people: Mapped[Decimal] = mapped_column(Exact)
    inputs_added: Mapped[Decimal] = mapped_column(Exact)
    note: Mapped[str] = mapped_column(Text)

    value_map: Mapped[ValueMap] = relationship(back_populates="scenarios")
