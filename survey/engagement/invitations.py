"""Personal links and codes: making them, replacing them, finding who holds one."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import Select, bindparam, func, select

from survey.access import links, trail
from survey.analysis.wording import people
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.statements import Statement


@dataclass(frozen=True)
class Asker:
    """The evaluation that asks, as the holder of a link meets it."""

    name: str
    council: str
    made_up: bool
    opened_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None


@dataclass(frozen=True)
class Holder:
    """Whose link this is: what a visit reads of a resident, in plain values.

    The classes of the records would take longer to fill than all else that a page needs.
    """

    id: int
    evaluation_id: int
    level: str
    ended_at: datetime | None
    evaluation: Asker


_invitation, _resident, _evaluation = (each.__table__.c for each in (Invitation, Resident, Evaluation))
_BY_TOKEN = (
    select(
        _resident.id,
        _resident.evaluation_id,
        _resident.level,
        _invitation.ended_at,
        _evaluation.name,
        _evaluation.council,
        _evaluation.made_up,
        _evaluation.opened_at,
    )
    .join_from(Invitation.__table__, Resident.__table__)
    .join(Evaluation.__table__)
    .where(_invitation.token_hash == bindparam("token_hash"))
)
# Without the key, so that planning a wave, which adds rows about many people, need not wait for each.
_FIND, _HOLD = (
    Statement(_BY_TOKEN),
    Statement(_BY_TOKEN.with_for_update(of=Resident.__table__, key_share=True)),
)


def prepare(count: int) -> list[Invitation]:
    """So many invitations, not yet anyone's. Codes are hashed slowly: do it before a transaction begins."""
    app = current_app._get_current_object()

    def make(_: int) -> Invitation:
        with app.app_context():
            return _new()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(make, range(count)))


def prepare_aside(count: int) -> list[Invitation]:
    """The same in the midst of a request, before its first change: lets the database go meanwhile.

    What was read before may be out of date afterwards.
    """
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("invitations are prepared before anything is changed")
    # A request that may write holds the one write lock of SQLite; residents need it to save answers.
    db.session.rollback()
    return prepare(count)


def give(residents: Iterable[Resident], invitations: Iterable[Invitation]) -> None:
    for resident, invitation in zip(residents, invitations, strict=True):
        # From this side, so that the invitations of people already known are not read one by one.
        invitation.resident = resident
        db.session.add(invitation)


def without(evaluation: Evaluation) -> list[Resident]:
    """Residents who have no link that works, such as those brought in from a file."""
    return list(db.session.scalars(_without(evaluation).order_by(Resident.code)))


def count_without(evaluation: Evaluation) -> int:
    return db.session.scalar(select(func.count()).select_from(_without(evaluation).subquery()))


def give_missing(evaluation: Evaluation) -> int:
    """A link for everyone who has none that works; says how many were made."""
    prepared = prepare_aside(len(without(evaluation)))
    # Read again: some may have got a link, or been erased, while codes were hashed.
    waiting = without(evaluation)[: len(prepared)]
    give(waiting, prepared[: len(waiting)])
    trail.note("made links", evaluation, detail=people(len(waiting)))
    return len(waiting)


def replace(resident: Resident, invitation: Invitation) -> None:
    """A new link and code; the old ones stop working, as for a lost card."""
    for old in resident.invitations:
        old.ended_at = old.ended_at or now()
    resident.invitations.append(invitation)
    trail.note("replaced link", resident.evaluation)


def current_link(resident: Resident) -> links.Link | None:
    working = [invitation for invitation in resident.invitations if invitation.ended_at is None]
    return links.link(working[-1].seed) if working else None


def find(token: str) -> Holder | None:
    """Whose link this is. Ended ones are found too, so that their holder can be told."""
    return _holder(_FIND, token)


def hold(token: str) -> Holder | None:
    """As find, and whoever else holds this person's link waits until the request is over."""
    return _holder(_HOLD, token)


def find_by_code(code: str) -> Invitation | None:
    """Whose code this is, as tidied. Ended ones are found too, so that their holder can be told."""
    return db.session.scalar(select(Invitation).where(Invitation.code_hash == links.code_hash(code)))


def _without(evaluation: Evaluation) -> Select:
    working = select(Invitation.resident_id).where(Invitation.ended_at.is_(None))
    return select(Resident).where(Resident.evaluation_id == evaluation.id, Resident.id.not_in(working))


def _holder(statement: Statement, token: str) -> Holder | None:
    rows = statement.rows(token_hash=links.token_hash(token))
    return Holder(*rows[0][:4], Asker(*rows[0][4:])) if rows else None


def _new() -> Invitation:
    seed = links.new_seed()
    link = links.link(seed)
    return Invitation(
        seed=seed, token_hash=links.token_hash(link.token), code_hash=links.code_hash(link.code)
    )
