"""What the walks need of sessions: an example of everything in their addresses, a door and a phone."""

from datetime import date

from survey.engagement import doors, get_togethers, participants, sessions, votes
from survey.records.base import db
from survey.records.evaluation import Evaluation


def session_values(evaluation: Evaluation) -> dict[str, int]:
    session = sessions.add(evaluation, sessions.Details("Tea at the library", date(2026, 11, 3)))
    return {
        "session_id": session.id,
        "statement_id": votes.put(session, "Neighbours look in.", None).id,
        "note_id": sessions.add_note(session, "They meet.", None).id,
        "wish_id": get_togethers.ask(evaluation, "Betty", "01632 960001").id,
    }


def session_links(evaluation: Evaluation) -> dict[str, str]:
    """The door of a session, and a phone that joined it."""
    session = sessions.add(evaluation, sessions.Details("Lunch", date(2026, 11, 4)))
    votes.put(session, "People know where to turn.", None)
    sessions.open_joining(session)
    db.session.flush()
    door = doors.link(doors.current(evaluation, session))
    return {"session_door": door.token, "phone": participants.join(session, "")}
