"""The worker: takes up what was asked for in the background, and makes it."""

import os
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Thread

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from survey.commands import makers
from survey.engagement import jobs
from survey.engagement.jobs import CannotBeMade, Claim, Superseded
from survey.records import engine
from survey.records.base import db
from survey.records.job import Job

Progress = Callable[[int, int, str], None]
# From a job, saying how far it is, to the name of a file, what it is, and what stands in it.
Maker = Callable[[Job, Progress], tuple[str, str, bytes]]

# By kind, as it is asked for. A maker reads as of one moment, and what it writes is let go of.
MAKERS: dict[str, Maker] = {**makers.MAKERS}

FAULT = (
    "There was a fault on our side while it was made. Ask for it again; if that does not help, "
    "tell whoever runs the server."
)
NO_MAKER = "This server does not know how to make it. Tell whoever runs the server."
# In seconds: until we look for work again, also after a fault; between signs of life; how long a stop waits.
PAUSE, LONG_PAUSE, BEAT, PATIENCE = 1, 10, jobs.LEASE.seconds / 6, 10
# Old results are looked for at the start, and each so many looks.
TIDY = 3600
# What takes longer than a quarter of an hour has come to a standstill, and another may try.
MOST_BEATS = round(15 * 60 / BEAT)


class Worker:
    """Works until it is stopped: in a thread beside the server, or in a process of its own."""

    def __init__(self, app: Flask, makers: Mapping[str, Maker] = MAKERS):
        self._app, self._makers = app, makers
        self._name = f"{socket.gethostname()} {os.getpid()}"
        self._over = Event()
        self._thread = Thread(target=self.run, daemon=True, name="worker")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """What is being made is finished if that is soon; otherwise another takes it up."""
        self.let_go()
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def let_go(self) -> None:
        self._over.set()

    def run(self) -> None:
        looks = 0
        while not self._over.is_set():
            rest = self._look(tidies=looks % TIDY == 0)
            looks += 1
            self._over.wait(rest)

    def _look(self, *, tidies: bool) -> int:
        """Make something, if anything waits; says for how many seconds to rest then."""
        try:
            with self._app.app_context():
                if tidies:
                    jobs.sweep()
                return 0 if take_one(self._name, self._makers) else PAUSE
        except Exception:
            # The database is away, perhaps; it comes back.
            self._app.logger.exception("A worker met a fault and goes on")
            return LONG_PAUSE


def take_one(name: str, makers: Mapping[str, Maker]) -> bool:
    """Take up a job and make it; False where there is none."""
    held = jobs.claim(name)
    if held is None:
        return False
    with _beating(held):
        _make(held, makers)
    return True


def _make(held: Claim, makers: Mapping[str, Maker]) -> None:
    try:
        with engine.snapshot():
            job = db.session.get(Job, held.job_id)
            maker = makers.get(job.kind, _nobody)
            name, mime, made = maker(job, partial(jobs.progress, held))
        jobs.finish(held, name, mime, made)
    except Superseded:
        return
    except CannotBeMade as refusal:
        jobs.fail(held, str(refusal))
    except Exception:
        current_app.logger.exception("Job %s could not be made", held.job_id)
        jobs.fail(held, FAULT)


def _nobody(_job: Job, _progress: Progress) -> tuple[str, str, bytes]:
    raise CannotBeMade(NO_MAKER)


@contextmanager
def _beating(held: Claim) -> Iterator[None]:
    """Meanwhile it is said again and again that the worker lives, however long a step takes."""
    app, over = current_app._get_current_object(), Event()

    def beat() -> None:
        for _ in range(MOST_BEATS):
            if over.wait(BEAT):
                return
            # A beat that is missed is made good by the next.
            with app.app_context(), suppress(SQLAlchemyError):
                jobs.renew(held)

    heart = Thread(target=beat, daemon=True, name="heart")
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()


@click.command("work")
@with_appcontext
def work() -> None:
    """Make what was asked for in the background, until stopped; as many of these as you like."""
    worker = Worker(current_app._get_current_object())
    for stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop, lambda *_: worker.let_go())
    worker.run()
