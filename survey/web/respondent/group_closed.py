"""What somebody is told kindly whose group has not begun yet, or is over."""

from flask import Response
from flask_babel import gettext as _

from survey.engagement import doors, telling
from survey.records.session import Session
from survey.web.respondent.showing import show


def not_open(session: Session) -> Response:
    """What a phone of the group is told."""
    return _said(
        session,
        _("Thank you for being part of it. What you chose before it ended is kept."),
        _("Nothing more is needed from you."),
    )


def too_late(session: Session) -> Response:
    """What a phone is told whose choice came after the end."""
    return _said(
        session,
        _("The group has ended. Your last choice came too late and was not kept."),
        _("What you chose before is kept."),
    )


def at_the_door(session: Session) -> Response:
    """What somebody is told who has not joined."""
    return _said(session, _("You cannot join it now."))


def _said(session: Session, *sentences: str) -> Response:
    """That it is over, and where a story can be told; or that it has not begun yet."""
    if session.closed_at is None:
        return show("group_waiting", evaluation=session.evaluation)
    poster = doors.current(session.evaluation) if telling.is_open(session.evaluation) else None
    return show(
        "group_over",
        410,
        session.evaluation,
        sentences=sentences,
        door=f"/join/{doors.link(poster).token}" if poster else None,
    )
