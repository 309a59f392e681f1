"""The trail: who made, saw or took what, as of which data. Never an answer, a name or a code."""

from flask import Flask, g, has_request_context, request
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from survey.records.base import db
from survey.records.engine import SAFE_METHODS, writer
from survey.records.evaluation import Evaluation
from survey.records.trail import TrailLine


def init_app(app: Flask) -> None:
    app.after_request(_write_waiting)


def note(act: str, evaluation: Evaluation | None = None, detail: str = "", *, user_id: int | None = None):
    """Add a line to the trail: with the change itself, or, on a GET, just before the page is sent."""
    line = TrailLine(
        act=act,
        evaluation_id=evaluation.id if evaluation else None,
        detail=detail,
        user_id=user_id or signed_in(),
    )
    if has_request_context() and request.method in SAFE_METHODS:
        g.setdefault("waiting_trail", []).append(line)
    else:
        db.session.add(line)


def note_of_resident(act: str, evaluation: Evaluation, detail: str = "") -> None:
    """Add a line of nobody's: a colleague who is signed in on the same phone did not do it."""
    db.session.add(TrailLine(act=act, evaluation_id=evaluation.id, detail=detail))


def of(evaluation: Evaluation, before: int | None, count: int) -> list[TrailLine]:
    """So many lines of an evaluation, the newest first; only those before a line, where one is given."""
    query = (
        select(TrailLine).where(TrailLine.evaluation_id == evaluation.id).options(joinedload(TrailLine.user))
    )
    if before is not None:
        query = query.where(TrailLine.id < before)
    return list(db.session.scalars(query.order_by(TrailLine.id.desc()).limit(count)))


def signed_in() -> int | None:
    """Whose request this is; None for a command run on the server."""
    return current_user.id if has_request_context() and current_user.is_authenticated else None


def _write_waiting(response):
    lines = g.pop("waiting_trail", [])
    if lines and response.status_code < 400:
        # A GET reads in a transaction that may not write, so its lines get one of their own.
        db.session.rollback()
        with writer():
            db.session.add_all(lines)
            db.session.commit()
    return response
