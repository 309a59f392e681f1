"""Both servers, each a process of its own on a free port, and what they cost."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import databases

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """A server that runs: its port, and its process."""

    port: int
    process: int

    @property
    def cpu(self) -> float:
        """Seconds of CPU that the process has had so far, its own and the system's for it."""
        tasks = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def settings(folder: Path, port: int) -> dict[str, str]:
    """The environment in which the product is set up and served."""
    address = f"http://127.0.0.1:{port}"
    return {**databases.environment(folder), "HOST": "127.0.0.1", "PORT": str(port), "BASE_URL": address}


@contextmanager
def ours(folder: Path, port: int):
    """The product, served as `make run` serves it."""
    command = [sys.executable, "-m", "flask", "--app", "app", "serve"]
    with _running(command, port, {**os.environ, **settings(folder, port)}) as server:
        yield server


@contextmanager
def bare(folder: Path):
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.bare", str(folder / "bare.sqlite"), str(port)]
    with _running(command, port, dict(os.environ)) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int, env: dict[str, str]):
    process = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/page")
                connection.getresponse().read()
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("The server did not start")
