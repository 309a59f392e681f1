"""Personal links and codes: making them, replacing them, finding who holds one."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import Column, ColumnElement, Select, String, Table, bindparam, func, literal_column, select

from survey.access import links, trail
from survey.analysis.wording import people
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.stakeholder import Stakeholder
from survey.records.statements import Statement
from survey.records.story import STORY, Story


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
    """Whose link this is: what a visit reads of a resident, a partner or a story, in plain values.

    The classes of the records would take longer to fill than all else that a page needs.
    """

    id: int
    evaluation_id: int
    audience: str
    ended_at: datetime | None
    evaluation: Asker
    # Set for partners alone.
    organisation: str = ""
    # Set for a story that was taken back.
    taken_back_at: datetime | None = None

    @property
    def is_partner(self) -> bool:
        return bool(self.organisation)

    @property
    def is_story(self) -> bool:
        return self.audience == STORY


_invitation, _evaluation = (each.__table__.c for each in (Invitation, Evaluation))


def _by_token(holders: Table, *known: Column | ColumnElement) -> Select:
    asker = (_evaluation[name] for name in ("name", "council", "made_up", "opened_at"))
    return (
        select(holders.c.id, holders.c.evaluation_id, *known[:1], _invitation.ended_at, *asker, *known[1:])
        .join_from(Invitation.__table__, holders)
        .join(Evaluation.__table__, _evaluation.id == holders.c.evaluation_id)
        .where(_invitation.token_hash == bindparam("token_hash"))
    )


_RESIDENTS, _PARTNERS, _STORIES = Resident.__table__, Stakeholder.__table__, Story.__table__
_SAID_OF_STORIES = (
    literal_column(f"'{STORY}'", String),
    literal_column("''", String),
    _STORIES.c.taken_back_at,
)
_HOLDERS = (
    (_RESIDENTS, _by_token(_RESIDENTS, _RESIDENTS.c.level)),
    (_PARTNERS, _by_token(_PARTNERS, _PARTNERS.c.kind, _PARTNERS.c.organisation)),
    (_STORIES, _by_token(_STORIES, *_SAID_OF_STORIES)),
)
_FIND = tuple(Statement(found) for _, found in _HOLDERS)
# Without the key, so that planning a wave, which adds rows about many people, need not wait for each.
_HOLD = tuple(Statement(found.with_for_update(of=holders, key_share=True)) for holders, found in _HOLDERS)


def prepare(count: int) -> list[Invitation]:
    """So many invitations, not yet anyone's. Codes are hashed slowly: do it before a transaction begins."""
    app = current_app._get_current_object()

    def make(_: int) -> Invitation:
        with app.app_context():
            return _new()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(make, range(count)))


def prepare_for(key: str) -> Invitation:
    """The invitation of one form, not yet anyone's: the form's key gives the same link each time."""
    return _new(links.seed_for(key))


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


def replace(holder: Resident | Stakeholder | Story, invitation: Invitation) -> None:
    """A new link and code; the old ones stop working, as for a lost card."""
    for old in holder.invitations:
        old.ended_at = old.ended_at or now()
    holder.invitations.append(invitation)
    trail.note("replaced link", holder.evaluation)


def current_link(holder: Resident | Stakeholder | Story) -> links.Link | None:
    working = [invitation for invitation in holder.invitations if invitation.ended_at is None]
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
    working = select(Invitation.resident_id).where(
        Invitation.ended_at.is_(None), Invitation.resident_id.is_not(None)
    )
    return select(Resident).where(Resident.evaluation_id == evaluation.id, Resident.id.not_in(working))


def _holder(statements: Iterable[Statement], token: str) -> Holder | None:
    for statement in statements:
        for row in statement.rows(token_hash=links.token_hash(token)):
            return Holder(*row[:4], Asker(*row[4:8]), *row[8:])
    return None


def _new(seed: bytes | None = None) -> Invitation:
    seed = seed or links.new_seed()
    link = links.link(seed)
    return Invitation(
        seed=seed, token_hash=links.token_hash(link.token), code_hash=links.code_hash(link.code)
    )
