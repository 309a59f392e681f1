"""Serve the product with waitress, tuned for many slow telephones, and work in the background beside it."""

import resource

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from waitress import serve as waitress_serve

from survey.commands.work import Worker
from survey.engagement import recordings
from survey.records.base import db

CONNECTIONS = 2000


@click.command("serve")
@with_appcontext
def serve() -> None:
    """Serve until stopped, at HOST and PORT."""
    _allow_files(CONNECTIONS + 200)
    app = current_app._get_current_object()
    recordings.sweep()
    db.session.remove()
    workers = [Worker(app) for _ in range(app.config["WORKERS"])]
    for worker in workers:
        worker.start()
    try:
        _serve(app)
    finally:
        for worker in workers:
            worker.stop()


def _serve(app: Flask) -> None:
    waitress_serve(
        app,
        host=app.config["HOST"],
        port=app.config["PORT"],
        threads=8,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
        channel_timeout=30,
        # More than we accept, so that the app itself says kindly what was too large.
        max_request_body_size=app.config["MAX_CONTENT_LENGTH"] * 8,
        ident="alongside",
    )


def _allow_files(wanted: int) -> None:
    """Every open connection is an open file; the usual limit of 1,024 is below what we serve."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    ceiling = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft < ceiling:
        resource.setrlimit(resource.RLIMIT_NOFILE, (ceiling, hard))
