"""The bridge from tables to numbers: grouped counts as small DataFrames, codes only.

That of impact, with its many answers, is `impact_frames`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Select, case, func, select

from survey.records.asking import Wave
from survey.records.base import db
from survey.records.change import ChangeRow
from survey.records.evaluation import Area, Evaluation
from survey.records.resident import Resident
from survey.records.response import Response


@dataclass(frozen=True)
class Group:
    """Whom a table is about. Empty or None: everyone."""

    area_ids: Sequence[int] = ()
    level: str | None = None


def moves(evaluation: Evaluation, wave: Wave, before_kind: str, group: Group) -> pd.DataFrame:
    """The counted moves: outcome, area_id, before, now, n. A missing score is <NA>.

    This one GROUP BY feeds every statistic of change.
    """
    columns = (ChangeRow.outcome, ChangeRow.area_id, ChangeRow.before, ChangeRow.now)
    query = (
        select(*columns, func.count().label("n"))
        .where(
            ChangeRow.evaluation_id == evaluation.id,
            ChangeRow.wave_id == wave.id,
            ChangeRow.before_kind == before_kind,
        )
        .group_by(*columns)
    )
    found = frame(within(query, group, ChangeRow))
    return found.astype({"before": "Int64", "now": "Int64", "n": "int64", "area_id": "int64"})


def before_kinds(evaluation: Evaluation) -> list[str]:
    """The kinds of before that there are scores of; they are never counted together."""
    query = select(ChangeRow.before_kind).where(ChangeRow.evaluation_id == evaluation.id)
    return sorted(db.session.scalars(query.distinct()))


def pairs(evaluation: Evaluation, group: Group) -> pd.DataFrame:
    """Every row of change with the resident's code: what the statistics can be checked with."""
    query = (
        select(
            Resident.code,
            Area.name.label("area"),
            ChangeRow.level,
            ChangeRow.outcome,
            Wave.number.label("wave"),
            ChangeRow.before_kind,
            ChangeRow.before,
            ChangeRow.now,
            ChangeRow.before_reason,
            ChangeRow.now_reason,
        )
        .join(Resident, Resident.id == ChangeRow.resident_id)
        .join(Area, Area.id == ChangeRow.area_id)
        .join(Wave, Wave.id == ChangeRow.wave_id)
        .where(ChangeRow.evaluation_id == evaluation.id)
        .order_by(Resident.code, Wave.number, ChangeRow.outcome, ChangeRow.before_kind)
    )
    found = frame(within(query, group, ChangeRow))
    return found.astype({"before": "Int64", "now": "Int64", "wave": "int64"})


def participation(evaluation: Evaluation, group: Group) -> pd.DataFrame:
    """By wave number: people added, started and sent. Waves that nobody began have zeros."""
    added = db.session.scalar(
        within(
            select(func.count()).select_from(Resident).where(Resident.evaluation_id == evaluation.id),
            group,
            Resident,
        )
    )
    begun = frame(
        within(
            select(
                Wave.number.label("wave"),
                func.count(Response.id).label("started"),
                func.count(Response.submitted_at).label("sent"),
            )
            .join(Response, Response.wave_id == Wave.id)
            .join(Resident, Resident.id == Response.resident_id)
            .where(Wave.evaluation_id == evaluation.id)
            .group_by(Wave.number),
            group,
            Resident,
        )
    ).set_index("wave")
    query = select(Wave.number, Wave.name).where(Wave.evaluation_id == evaluation.id).order_by(Wave.number)
    found = frame(query).rename(columns={"number": "wave"}).set_index("wave").join(begun)
    counts = found[["started", "sent"]].astype("float").fillna(0).astype("int64")
    return found[["name"]].join(counts).assign(added=added)


def helped(evaluation: Evaluation, wave: Wave, group: Group) -> pd.DataFrame:
    """How the answers of a wave were given (alone, helped, with or by the coordinator): helped, n."""
    query = (
        select(Response.helped, func.count().label("n"))
        .join(Resident, Resident.id == Response.resident_id)
        .where(
            Resident.evaluation_id == evaluation.id,
            Response.wave_id == wave.id,
            Response.submitted_at.is_not(None),
        )
        .group_by(Response.helped)
    )
    return frame(within(query, group, Resident))


def standings(evaluation: Evaluation) -> pd.DataFrame:
    """Who has answered which wave: resident_id, wave, state ("started" or "sent")."""
    state = case((Response.submitted_at.is_(None), "started"), else_="sent").label("state")
    query = (
        select(Response.resident_id, Wave.number.label("wave"), state)
        .join(Wave, Wave.id == Response.wave_id)
        .where(Wave.evaluation_id == evaluation.id)
    )
    return frame(query)


def last_sent(evaluation: Evaluation) -> tuple[int, datetime | None]:
    """The data stamp: how many sets of answers there are, and when the newest was sent."""
    query = (
        select(func.count(Response.submitted_at), func.max(Response.submitted_at))
        .join(Resident, Resident.id == Response.resident_id)
        .where(Resident.evaluation_id == evaluation.id)
    )
    count, latest = db.session.execute(query).one()
    return count, latest


def within(query: Select, group: Group, table) -> Select:
    """The query narrowed to the rows of a table that are of this group."""
    if group.area_ids:
        query = query.where(table.area_id.in_(group.area_ids))
    if group.level:
        query = query.where(table.level == group.level)
    return query


def frame(query: Select) -> pd.DataFrame:
    """What a query gives, with its columns also where it gives nothing."""
    rows = db.session.execute(query)
    return pd.DataFrame(rows.all(), columns=list(rows.keys()))
