"""A group around a table, for the tests of its pages."""

from datetime import date

from survey.engagement import doors, participants, sessions, votes
from survey.engagement.sessions import Details
from survey.records.base import db
from tests import making

WORDS = "KWX"


def session(evaluation, opened=True, statements=(WORDS,)):
    """A session; `statements` are put to it."""
    made = sessions.add(evaluation, Details("KWX", date(2026, 11, 3)))
    for words in statements:
        votes.put(made, words, None)
    if opened:
        sessions.open_joining(made)
    db.session.commit()
    return made


def door(session):
    return f"/join/{doors.link(doors.current(session.evaluation, session)).token}"


def place(session):
    """The address of a new phone's place in the group."""
    token = participants.join(session, "")
    db.session.commit()
    return f"/group/{token}"


def close(session):
    sessions.close_joining(session)
    db.session.commit()


def tell(evaluation):
    """Stories can be told there."""
    making.story(evaluation, sent=False)
    db.session.commit()


def totals(session):
    db.session.rollback()
    db.session.expire_all()
    return [vars(result.total) for result in votes.results(session)]
