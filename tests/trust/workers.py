"""Workers as processes of their own, which can be stopped, killed and broken on purpose."""

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.synchronize import Barrier
from pathlib import Path

from flask import Flask
from sqlalchemy import update

from app import create_app
from survey.commands.work import MAKERS, Worker
from survey.engagement import jobs
from survey.records.job import RUNNING, WAITING, Job
from tests.background import KIND
from tests.trust import servers
from tests.trust.servers import PATIENCE, wait_until

Fault = Callable[[Flask], None]


class Bench:
    """A folder in which makers write what they begin, and wait until they may go on."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def begun(self) -> list[tuple[int, int]]:
        """The jobs that were begun, in that order, and by which process."""
        file = self.folder / "begun"
        lines = file.read_text().splitlines() if file.exists() else []
        return [tuple(map(int, line.split())) for line in lines]

    def wait_for(self, job_id: int, process: int | None = None) -> int:
        """Until a process (this one, where one is named) has begun a job; says which."""

        def found():
            return [each for job, each in self.begun() if job == job_id and process in (None, each)]

        wait_until(found)
        return found()[-1]

    def let_go(self, process: int | str = "all") -> None:
        (self.folder / f"go-{process}").touch()

    def make(self, job: Job, progress) -> tuple[str, str, bytes]:
        """Says that it has begun, and by whom it was made."""
        progress(1, 1, "making")
        process = os.getpid()
        with (self.folder / "begun").open("a") as file:
            file.write(f"{job.id} {process}\n")
        wait_until(lambda: any((self.folder / f"go-{each}").exists() for each in ("all", process)))
        return "made.txt", "text/plain", str(process).encode()


class WorkerProcess:
    def __init__(self, env: dict[str, str], bench: Bench, *faults: Fault):
        self._process = servers._READY.Process(target=_work, args=(env, bench, faults), daemon=True)

    def __enter__(self) -> "WorkerProcess":
        self._process.start()
        return self

    def __exit__(self, *_exception) -> None:
        self.kill()

    @property
    def id(self) -> int:
        return self._process.pid

    def signal(self, number: int) -> None:
        os.kill(self.id, number)

    def kill(self) -> None:
        if self._process.is_alive():
            self.signal(signal.SIGKILL)
        self._process.join(PATIENCE)


def _work(env: dict[str, str], bench: Bench, faults: tuple[Fault, ...]) -> None:
    app = create_app(env)
    with app.app_context():
        for fault in faults:
            fault(app)
    Worker(app, {KIND: bench.make}).run()


def makes(bench: Bench, faults: tuple[Fault, ...], app: Flask) -> None:
    """The server that is about to be served makes what the bench makes."""
    MAKERS[KIND] = bench.make
    for fault in faults:
        fault(app)


def dies_soon(_app: Flask) -> None:
    """Not broken: a second without a sign of life is enough to be taken for dead."""
    jobs.LEASE = timedelta(seconds=1)


def seen_together(together: Barrier, _app: Flask) -> None:
    """Not broken: the first that is seen waiting is seen by all workers before any of them takes it."""
    look, met = jobs.waiting, []

    def waiting() -> list[int]:
        seen = look()
        if seen and not met:
            met.append(together.wait(PATIENCE))
        return seen

    jobs.waiting = waiting


def takes_what_it_saw(_app: Flask) -> None:
    """Broken: what was seen to wait is taken, whoever took it meanwhile."""

    def claim(worker: str) -> jobs.Claim | None:
        seen = jobs.waiting()
        if not seen:
            return None
        with jobs._at_once() as connection:
            values = {"state": RUNNING, "claims": 1, "lease_until": jobs.now() + jobs.LEASE}
            connection.execute(update(Job.__table__).where(jobs._job.id == seen[0]).values(**values))
        return jobs.Claim(seen[0], 1)

    jobs.claim = claim


def waits_for_the_dead(_app: Flask) -> None:
    """Broken: what has begun is never taken up again."""
    jobs._is_free = lambda: jobs._job.state == WAITING


def speaks_for_others(_app: Flask) -> None:
    """Broken: whoever once held a job may finish it."""
    jobs._is_held = lambda held: (jobs._job.id == held.job_id) & (jobs._job.state == RUNNING)
