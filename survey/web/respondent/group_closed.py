"""What somebody is told kindly whose group has not begun yet, or is over."""

from flask import Response

from survey.engagement import doors, telling
from survey.records.session import Session
from survey.web.respondent.showing import show


def not_open(session: Session) -> Response:
    """That it is over, and where a story can be told; or that it has not begun yet."""
    if session.closed_at is None:
        return show("group_waiting", evaluation=session.evaluation)
    poster = doors.current(session.evaluation) if telling.is_open(session.evaluation) else None
    return show(
        "group_over",
        410,
        session.evaluation,
        door=f"/join/{doors.link(poster).token}" if poster else None,
    )
