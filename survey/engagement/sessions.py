"""Sessions: focus groups that are planned, opened for phones to join, closed, and written up."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from survey.access import trail
from survey.engagement import doors
from survey.records.base import db, now
from survey.records.evaluation import Area, Evaluation
from survey.records.response import Response
from survey.records.session import Participant, Session, SessionNote, Theme
from survey.records.story import Story

# What a group is gently asked, until somebody writes other prompts.
USUAL_PROMPTS = (
    "What was going on for you before?",
    "What happened then?",
    "What is different now: better, worse or the same?",
    "What would you like people to know?",
)


@dataclass(frozen=True)
class Details:
    title: str
    held_on: date
    area: Area | None = None
    invited: int | None = None


@dataclass(frozen=True)
class Told:
    """How many stories were told in a session, and how many were begun and not yet sent."""

    sent: int
    begun: int


def add(evaluation: Evaluation, details: Details) -> Session:
    """A session with the usual prompts and a door of its own, not yet open."""
    session = Session(evaluation=evaluation, prompts="\n".join(USUAL_PROMPTS))
    _describe(session, details)
    db.session.add(session)
    db.session.flush()
    trail.note("added a session", evaluation, which(session))
    doors.for_session(session)
    return session


def change(session: Session, details: Details) -> None:
    _describe(session, details)
    trail.note("changed a session", session.evaluation, which(session))


def set_prompts(session: Session, prompts: str) -> None:
    """What is asked, one to a line; empty lines are nothing to ask."""
    session.prompts = "\n".join(line for line in prompts.splitlines() if line.strip())
    trail.note("changed the prompts of a session", session.evaluation, which(session))


def count_people(session: Session, invited: int | None, came: int | None) -> None:
    session.invited, session.came = invited, came
    trail.note("counted who came to a session", session.evaluation, which(session))


def open_joining(session: Session) -> None:
    """Let phones join and vote; once closed, let them again."""
    db.session.refresh(session, with_for_update=True)
    if not session.is_open:
        session.opened_at, session.closed_at = now(), None
        db.session.flush()
        trail.note("opened a session", session.evaluation, which(session))


def close_joining(session: Session) -> None:
    """No phone can join or vote any more; stories that were begun can be finished."""
    # Locked, so that a vote on its way is either counted or told that it came too late.
    db.session.refresh(session, with_for_update=True)
    if session.is_open:
        session.closed_at = now()
        db.session.flush()
        trail.note("closed a session", session.evaluation, which(session))


def add_note(session: Session, words: str, theme: Theme | None) -> SessionNote:
    note = SessionNote(
        session_id=session.id,
        theme_id=theme.id if theme else None,
        words=words,
        written_by_id=trail.signed_in(),
    )
    db.session.add(note)
    db.session.flush()
    trail.note("wrote a note of a session", session.evaluation, which(session))
    return note


def remove_note(session: Session, note: SessionNote) -> None:
    db.session.delete(note)
    trail.note("removed a note of a session", session.evaluation, which(session))


def get_note(session: Session, note_id: int) -> SessionNote | None:
    note = db.session.get(SessionNote, note_id)
    return note if note and note.session_id == session.id else None


def of(evaluation: Evaluation) -> list[Session]:
    """The sessions, the newest day first."""
    query = select(Session).where(Session.evaluation_id == evaluation.id)
    return list(db.session.scalars(query.order_by(Session.held_on.desc(), Session.id.desc())))


def count(evaluation: Evaluation) -> int:
    return db.session.scalar(select(func.count(Session.id)).where(Session.evaluation_id == evaluation.id))


def get(evaluation: Evaluation, session_id: int) -> Session | None:
    session = db.session.get(Session, session_id)
    return session if session and session.evaluation_id == evaluation.id else None


def phones(session: Session) -> int:
    """How many phones have joined."""
    query = select(func.count(Participant.id)).where(Participant.session_id == session.id)
    return db.session.scalar(query)


def told(session: Session) -> Told:
    """Counted without reading; a story that was taken back is not counted."""
    query = (
        select(func.count(Response.submitted_at), func.count(Response.id))
        .join(Story, Story.id == Response.story_id)
        .where(Story.session_id == session.id, Story.taken_back_at.is_(None))
    )
    sent, begun = db.session.execute(query).one()
    return Told(sent, begun - sent)


def which(session: Session) -> str:
    """What the trail calls a session."""
    return f"session {session.id}"


def _describe(session: Session, details: Details) -> None:
    session.title, session.held_on, session.invited = details.title, details.held_on, details.invited
    session.area_id = details.area.id if details.area else None
