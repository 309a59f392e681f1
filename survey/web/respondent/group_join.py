"""The door of a session: what the group is, and a phone that comes in."""

from flask import Response, current_app, request

from survey.engagement import participants
from survey.records.session import Session
from survey.records.story import Door
from survey.web.respondent.group_closed import at_the_door, not_open
from survey.web.respondent.showing import send_to, show

# Which place in the group this phone has: who scans the code again does not vote twice.
COOKIE, PATH, KEPT_FOR = "group", "/join/", 12 * 3600


def introduced(door: Door) -> Response:
    """What the session is; to a phone that has joined already, the way back to its place."""
    session = door.session
    token = _place(session)
    if not session.is_open:
        return not_open(session) if token else at_the_door(session)
    going_on = f"/group/{token}" if token else None
    return show(
        "group_introduction",
        evaluation=session.evaluation,
        title=session.title,
        going_on=going_on,
        phone=participants.new_token(),
    )


def joined(door: Door) -> Response:
    """A phone comes in, without a name, and goes on to its place in the group."""
    given = request.form.get("phone", "")
    session = door.session
    token = _place(session) or participants.join(session, given)
    if token is None:
        return at_the_door(session)
    if not session.is_open:
        return not_open(session)
    reply = send_to(f"/group/{token}")
    reply.set_cookie(
        COOKIE,
        token,
        max_age=KEPT_FOR,
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return reply


def _place(session: Session) -> str | None:
    """The token of a phone that has joined this session before."""
    token = request.cookies.get(COOKIE, "")
    known = participants.find(token) if participants.TOKEN.fullmatch(token) else None
    return token if known and known.session_id == session.id else None
