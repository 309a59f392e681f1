"""Doors: a link and a code that many people use, on a poster or on the screen of a session."""

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import Select, select

from survey.access import links, trail
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.session import Session
from survey.records.story import Door


@dataclass(frozen=True)
class DoorLink(links.Link):
    """What stands on a poster or a screen: an address, and a code for those who type it."""

    @property
    def address(self) -> str:
        return f"{current_app.config['BASE_URL']}/join/{self.token}"


def poster(evaluation: Evaluation) -> Door:
    """The door of an evaluation's poster; the first time, it is made."""
    return _kept_or_made(evaluation, None)


def for_session(session: Session) -> Door:
    """The door of a session; the first time, it is made."""
    return _kept_or_made(session.evaluation, session)


def current(evaluation: Evaluation, session: Session | None = None) -> Door | None:
    """The door that works, of a session or else of the poster; None before it is made. Changes nothing."""
    return db.session.scalar(_working(evaluation, session))


def replace(door: Door) -> Door:
    """A new link and code in this one's place, as for a poster that should no longer work."""
    evaluation, session = door.evaluation, door.session
    _hold(evaluation)
    for old in db.session.scalars(_working(evaluation, session)):
        old.ended_at = now()
    trail.note("replaced a door", evaluation, _whose(session))
    return _add(evaluation, session)


def link(door: Door) -> DoorLink:
    """Its link and code, the same each time."""
    made = links.link(door.seed)
    return DoorLink(made.token, made.code)


def find(token: str) -> Door | None:
    """Whose link this is. Ended ones are found too, so that people can be told."""
    return db.session.scalar(select(Door).where(Door.token_hash == links.token_hash(token)))


def find_by_code(code: str) -> Door | None:
    """Whose code this is, as tidied. Ended ones are found too, so that people can be told."""
    return db.session.scalar(select(Door).where(Door.code_hash == links.code_hash(code)))


def _kept_or_made(evaluation: Evaluation, session: Session | None) -> Door:
    door = current(evaluation, session)
    if door is not None:
        return door
    # Held, then looked again: two who press the button together make one door.
    _hold(evaluation)
    door = current(evaluation, session)
    if door is not None:
        return door
    trail.note("made a door", evaluation, _whose(session))
    return _add(evaluation, session)


def _add(evaluation: Evaluation, session: Session | None) -> Door:
    seed = links.new_seed()
    made = links.link(seed)
    door = Door(
        evaluation_id=evaluation.id,
        session_id=session.id if session else None,
        seed=seed,
        token_hash=links.token_hash(made.token),
        code_hash=links.code_hash(made.code),
    )
    db.session.add(door)
    db.session.flush()
    return door


def _hold(evaluation: Evaluation) -> None:
    query = select(Evaluation.id).where(Evaluation.id == evaluation.id)
    # Without the key, so that people who answer need not wait.
    db.session.execute(query.with_for_update(key_share=True))


def _working(evaluation: Evaluation, session: Session | None) -> Select:
    return (
        select(Door)
        .where(
            Door.evaluation_id == evaluation.id,
            Door.session_id == (session.id if session else None),
            Door.ended_at.is_(None),
        )
        .order_by(Door.id.desc())
    )


def _whose(session: Session | None) -> str:
    return f"session {session.id}" if session else "poster"
