"""Personal links and codes: making them, replacing them, finding who holds one."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from flask import current_app
from sqlalchemy import select

from survey.access import links, trail
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Invitation, Resident


def prepare(count: int) -> list[Invitation]:
    """So many invitations, not yet anyone's. Codes are hashed slowly: do it before a transaction begins."""
    app = current_app._get_current_object()

    def make(_: int) -> Invitation:
        with app.app_context():
            return _new()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(make, range(count)))


def give(residents: Iterable[Resident], invitations: Iterable[Invitation]) -> None:
    for resident, invitation in zip(residents, invitations, strict=True):
        resident.invitations.append(invitation)


def without(evaluation: Evaluation) -> list[Resident]:
    """Residents who have no link that works, such as those brought in from a file."""
    working = select(Invitation.resident_id).where(Invitation.ended_at.is_(None))
    query = select(Resident).where(Resident.evaluation_id == evaluation.id, Resident.id.not_in(working))
    return list(db.session.scalars(query.order_by(Resident.code)))


def replace(resident: Resident, invitation: Invitation) -> None:
    """A new link and code; the old ones stop working, as for a lost card."""
    for old in resident.invitations:
        old.ended_at = old.ended_at or now()
    resident.invitations.append(invitation)
    trail.note("replaced link", resident.evaluation)


def current_link(resident: Resident) -> links.Link | None:
    working = [invitation for invitation in resident.invitations if invitation.ended_at is None]
    return links.link(working[-1].seed) if working else None


def find(token: str) -> Invitation | None:
    query = select(Invitation).where(Invitation.token_hash == links.token_hash(token))
    return db.session.scalar(query)


def find_by_code(code: str) -> Invitation | None:
    """Whose code this is, as tidied. Ended ones are found too, so that their holder can be told."""
    return db.session.scalar(select(Invitation).where(Invitation.code_hash == links.code_hash(code)))


def _new() -> Invitation:
    seed = links.new_seed()
    link = links.link(seed)
    return Invitation(
        seed=seed, token_hash=links.token_hash(link.token), code_hash=links.code_hash(link.code)
    )
