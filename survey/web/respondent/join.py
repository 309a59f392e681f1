"""A door: what stands on a poster or on the screen of a session, used by many people."""

from flask import Response, request

from survey.access.limits import CROWD, limiter
from survey.engagement import doors, once, own_stories, telling
from survey.records.story import BY_POSTER, Door
from survey.web.respondent import group_join
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show


@respondent.get("/join/<token>")
def join(token: str) -> Response:
    door = doors.find(token)
    refusal = _refusal(door)
    if refusal:
        return refusal
    if door.session is not None:
        return group_join.introduced(door)
    return show("join", evaluation=door.evaluation, key=once.new_key())


@respondent.post("/join/<token>")
@limiter.limit(CROWD)
def enter(token: str) -> Response:
    # Read as a whole, so that a post that is too large is refused as such.
    key = once.tidy(request.form.get("key"))
    door = doors.find(token)
    refusal = _refusal(door)
    if refusal:
        return refusal
    if door.session is not None:
        return group_join.joined(door)
    return send_to(f"/a/{own_stories.begin_once(door.evaluation, BY_POSTER, key).token}")


def _refusal(door: Door | None) -> Response | None:
    """Why nobody can come in here, as a page; None where they can, or where a session says it itself."""
    if door is None:
        return show("unknown_link", 404)
    if door.ended_at is not None:
        return show("join_closed", 410, evaluation=door.evaluation, ended=True)
    if door.session is None and not telling.is_open(door.evaluation):
        return show("join_closed", 410, evaluation=door.evaluation, ended=False)
    return None
