"""Servers broken on purpose, to see that it is noticed: each function breaks an app about to be served."""

import itertools
import os
import re
import signal

from flask import Flask, request
from sqlalchemy import event, func, select, update

from app import create_app
from survey.access import links
from survey.engagement import invitations, responses
from survey.records.base import db, now
from survey.records.resident import Invitation, Resident
from survey.records.response import Response

OFTEN = 10


def dies_midway(_app: Flask) -> None:
    """Sound, but killed at the worst moment: answers are marked as sent, and not yet counted."""
    submissions = itertools.count(1)

    @event.listens_for(db.engine, "before_cursor_execute")
    def die(_connection, _cursor, statement, *_):
        if re.match(r'INSERT INTO "?change\b', statement) and next(submissions) % OFTEN == 0:
            os.killpg(os.getpgrp(), signal.SIGKILL)


def without_transactions(_app: Flask) -> None:
    """Every statement is kept by itself."""

    @event.listens_for(db.engine, "begin")
    def begin(connection):
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
        else:
            connection.connection.dbapi_connection.autocommit = True


def dies_midway_without_transactions(app: Flask) -> None:
    without_transactions(app)
    dies_midway(app)


def forgets(_app: Flask) -> None:
    """Says yes and throws away what it should have kept, now and then."""
    dialect, commits = db.engine.dialect, itertools.count(1)
    commit, rollback = dialect.do_commit, dialect.do_rollback

    def do_commit(connection):
        (rollback if next(commits) % OFTEN == 0 else commit)(connection)

    dialect.do_commit = do_commit


def without_guards(app: Flask) -> None:
    """Looks first and writes then, and nobody waits for anybody."""
    without_transactions(app)
    invitations.hold = invitations.find

    def submit(given: Response) -> str:
        response = db.session.get(Response, given.id, populate_existing=True)
        if response.submitted_at is None:
            response.submitted_at, response.reference = now(), responses.new_reference()
            db.session.flush()
            responses._finish(response)
        return response.reference

    responses.submit = submit


def starts_anew(app: Flask) -> None:
    """Takes every first post for a new person's, as a form without a memory does."""
    first = select(func.min(Resident.id)).scalar_subquery()

    @app.before_request
    def forget_who_began():
        if request.endpoint == "respondent.start" and request.method == "POST":
            token_hash = links.token_hash(request.view_args["token"])
            theirs = select(Invitation.resident_id).where(Invitation.token_hash == token_hash)
            begun = update(Response).where(Response.resident_id == theirs.scalar_subquery())
            with db.engine.begin() as connection:
                connection.execute(begun.values(resident_id=first))


def leaks(app: Flask) -> None:
    """Now and then shows the page that it made for the one who asked before."""
    check, calls, made = app.view_functions["respondent.check"], itertools.count(1), []

    def leaking(**parts: str):
        made.append(check(**parts))
        return made[-2] if next(calls) % OFTEN == 0 else made[-1]

    app.view_functions["respondent.check"] = leaking


def unsynced_app() -> Flask:
    """An app of its own, whose SQLite trusts that the power never fails."""
    app = create_app()
    with app.app_context():
        event.listen(db.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return app
