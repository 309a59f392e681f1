"""Sessions for the tests of the evaluators' pages."""

from datetime import date

from survey.engagement import participants, sessions, votes
from survey.engagement.sessions import Details
from survey.records.base import db

WORDS = "Neighbours look in more often."


def session(evaluation, statements=(WORDS,), opened=True, **details):
    """A session of an evaluation; `statements` are put to it."""
    usual = {"title": "Tea at the library", "held_on": date(2026, 11, 3)}
    made = sessions.add(evaluation, Details(**{**usual, **details}))
    for words in statements:
        votes.put(made, words, None)
    if opened:
        sessions.open_joining(made)
    db.session.commit()
    return made


def vote(session, *said):
    """A vote of a phone of its own for each."""
    statement = session.statements[0]
    for each in said:
        phone = participants.find(participants.join(session, ""))
        votes.vote(phone, statement.id, each, statement.words)
    db.session.commit()


def address(session, rest=""):
    return f"/evaluations/{session.evaluation_id}/sessions/{session.id}{rest}"
