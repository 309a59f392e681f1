"""How we reach the database: every engine setting, in one place."""

from contextlib import contextmanager
from contextvars import ContextVar

import pysqlite3
from flask import Flask, request
from sqlalchemy import Engine, event

from survey.records.base import db

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
# Older SQLite can corrupt a database in WAL mode when the log is reset.
WAL_IS_SOUND = pysqlite3.sqlite_version_info >= (3, 51, 3)

SQLITE = {
    "module": pysqlite3,
    # Of the 128 statements that are usually kept ready, the newest are given up first: room for all of ours.
    "connect_args": {"timeout": 30, "cached_statements": 1000},
    # The connection that was used last still knows the pages that it read.
    "pool_use_lifo": True,
}

_writing: ContextVar[bool] = ContextVar("writing", default=True)


def init_app(app: Flask) -> None:
    """Join the database to the app: one transaction a request, committed only if all went well."""
    if app.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite"):
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = SQLITE
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _prepare_sqlite(db.engine)
    app.before_request(_mark)
    app.after_request(_finish)


def opening() -> str:
    """How SQLite begins a transaction now."""
    # Taking the write lock at once is what makes read-then-write safe between processes.
    return "BEGIN IMMEDIATE" if _writing.get() else "BEGIN"


@contextmanager
def writer():
    """Within this, a transaction is begun as a writing one, also while answering a GET."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


@contextmanager
def snapshot():
    """Within this, everything is read as of one moment, and nobody who writes has to wait.

    What was changed before is let go of, and so is anything changed within.
    """
    db.session.rollback()
    token = _writing.set(False)
    try:
        if db.engine.dialect.name != "sqlite":
            db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield
    finally:
        db.session.rollback()
        _writing.reset(token)


def _mark() -> None:
    _writing.set(request.method not in SAFE_METHODS)


def _finish(response):
    if not db.session.registry.has():
        # Nobody has used it: making one for this would cost as much as a page.
        return response
    if request.method in SAFE_METHODS or response.status_code >= 400:
        db.session.rollback()
    else:
        db.session.commit()
    return response


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection, _record):
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        # What is erased is overwritten, not only let go of.
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(f"PRAGMA journal_mode={'WAL' if WAL_IS_SOUND else 'DELETE'}")

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql(opening())
