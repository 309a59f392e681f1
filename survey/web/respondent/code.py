"""Where a short code is typed: it goes in the post, never in an address."""

from contextlib import suppress

from flask import Response, request
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from survey.access import links
from survey.access.limits import CODE_TRIES, limiter
from survey.engagement import doors, invitations
from survey.records.resident import Invitation
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show

# Letters and figures that no code has, because they are mistaken for others.
NEVER = [sign for sign in "AEILOSUYZ0125" if sign not in links.SIGNS]
LENGTH = links.RANDOM_SIGNS + 1


def _failed(response: Response) -> bool:
    return response.status_code >= 400


@respondent.get("/")
def code() -> Response:
    return show("code")


@respondent.post("/")
@limiter.limit(CODE_TRIES, deduct_when=_failed)
def use_code() -> Response:
    typed = request.form.get("code", "")
    tidied = links.tidy(typed)
    problem = _mistyped(tidied)
    invitation = None if problem else invitations.find_by_code(tidied)
    door = None if problem or invitation else doors.find_by_code(tidied)
    if door is not None:
        return send_to(f"/join/{doors.link(door).token}")
    problem = problem or _unusable(invitation)
    if problem:
        return show("code", 422, problems=[("code", problem)], typed=typed)
    return send_to(f"/a/{links.link(invitation.seed).token}")


def too_many_tries(_error: Exception) -> Response:
    problem = _("That was a lot of tries. Wait a minute, then try again.")
    # Here nothing else would catch a post that is too big to read.
    with suppress(RequestEntityTooLarge):
        return show("code", 429, problems=[("code", problem)], typed=request.form.get("code", ""))
    return show("code", 429, problems=[("code", problem)])


def _mistyped(code: str) -> str | None:
    """What is wrong with a code that cannot be one, so that it can be put right."""
    never = [sign for sign in dict.fromkeys(code) if sign not in links.SIGNS]
    if not code:
        return _("Type your code.")
    if never:
        return _(
            "Codes never have these: %(never)s. Look again at: %(found)s.",
            never=", ".join(NEVER),
            found=", ".join(never),
        )
    if len(code) != LENGTH:
        return _(
            "A code has %(length)s letters and numbers. You typed %(typed)s.", length=LENGTH, typed=len(code)
        )
    if not links.looks_right(code):
        return _("One of these may be wrong, or two may have changed places. Look again at each one.")
    return None


def _unusable(invitation: Invitation | None) -> str | None:
    if invitation is None:
        return _("We do not know this code. Look at your card again, or ask your coordinator.")
    if invitation.ended_at is not None:
        return _("This card has been replaced by a newer one. Use the code on your new card.")
    return None
