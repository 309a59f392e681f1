"""Servers broken on purpose, to see that it is noticed: each function breaks an app about to be served."""

import itertools
import os
import re
import secrets
import signal

from flask import Flask
from sqlalchemy import event, select

from app import create_app
from survey.engagement import invitations, responses
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db, now
from survey.records.resident import Resident
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

    def submit(response: Response) -> str:
        if response.submitted_at is None:
            response.submitted_at, response.reference = now(), responses.new_reference()
            db.session.flush()
            responses._finish(response)
        return response.reference

    responses.submit = submit


def starts_anew(_app: Flask) -> None:
    """Takes every first post for a new person's, as a form without a memory does."""

    def start(resident: Resident, wave: Wave) -> Response:
        asked = select(OpenedQuestionnaire.id).filter_by(
            evaluation_id=resident.evaluation_id, level=resident.level
        )
        response = Response(
            resident_id=resident.id,
            wave_id=wave.id,
            questionnaire_id=db.session.scalar(asked),
            submission_key=secrets.token_hex(16),
        )
        db.session.add(response)
        db.session.flush()
        return response

    responses.start = start


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
