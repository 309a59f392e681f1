"""Stories begun in a session: on somebody's phone, or written down for somebody who asks for it."""

from sqlalchemy import select

from survey.access import links, trail
from survey.engagement import doors, stories
from survey.engagement.doors import DoorLink
from survey.engagement.sessions import which
from survey.records.base import db
from survey.records.resident import Invitation
from survey.records.session import Session
from survey.records.story import ON_A_PHONE, WRITTEN_DOWN, Story


def begin(session: Session, way: str, key: str) -> links.Link:
    """A new story told in a session, with a link and code of its own.

    A second press of the form with this key finds the first one's story.
    """
    # Who tells on a phone is nobody's business, also where a colleague is signed in on it.
    if stories.begin_once(session.evaluation, way, key, session) and way == WRITTEN_DOWN:
        trail.note("began a story for somebody", session.evaluation, which(session))
    return links.link_for(key)


def find(session: Session, key: str) -> Story | None:
    """The story of a form of this session."""
    token_hash = links.token_hash(links.link_for(key).token)
    theirs = select(Story).join(Invitation).where(Invitation.token_hash == token_hash)
    return db.session.scalar(theirs.where(Story.session_id == session.id))


def way_back(story_id: int) -> DoorLink | None:
    """The door of the session in which a story was begun on a phone, while people can join there."""
    story = db.session.get(Story, story_id)
    session = story.session
    if story.way != ON_A_PHONE or session is None or not session.is_open:
        return None
    door = doors.current(story.evaluation, session)
    return doors.link(door) if door else None
