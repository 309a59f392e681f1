"""The browser that sent answers is known again for half an hour, so that it may show their change."""

from datetime import timedelta

from flask import Response as Reply
from flask import current_app, request
from itsdangerous import BadSignature, Signer

from survey.records.base import now
from survey.records.response import Response

COOKIE, PATH = "flower", "/a/"
KEPT = timedelta(minutes=30)


def remember(reply: Reply, response: Response) -> Reply:
    """Mark the browser that sent these answers. Counted from the sending: sending again adds no time."""
    if _is_fresh(response):
        reply.set_cookie(
            COOKIE,
            _signer().sign(response.reference).decode(),
            max_age=KEPT,
            path=PATH,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["SESSION_COOKIE_SECURE"],
        )
    return reply


def remembers(response: Response) -> bool:
    """Whether this request comes from the browser that sent these answers, within the half hour."""
    try:
        reference = _signer().unsign(request.cookies.get(COOKIE, "")).decode()
    except BadSignature:
        return False
    return reference == response.reference and _is_fresh(response)


def forget(reply: Reply) -> Reply:
    reply.delete_cookie(
        COOKIE, path=PATH, httponly=True, samesite="Lax", secure=current_app.config["SESSION_COOKIE_SECURE"]
    )
    return reply


def _is_fresh(response: Response) -> bool:
    return now() - response.submitted_at < KEPT


def _signer() -> Signer:
    return Signer(current_app.config["SECRET_KEY"], salt="flower")
