"""The product served as a process group of its own, which can be killed and started again."""

import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable

from flask import Flask

from app import create_app
from survey.commands.serve import serve

# How long anything here may take before it counts as broken.
PATIENCE = 30

# A parent that has read the libraries once: a server is up again in a moment, as a process of its own.
_READY = multiprocessing.get_context("forkserver")
_READY.set_forkserver_preload(["tests.trust.servers", "tests.trust.faults"])

Fault = Callable[[Flask], None]


class Server:
    """A server at an address that stays the same. `fault` is what to break in it, on purpose."""

    def __init__(self, env: dict[str, str], fault: Fault | None = None):
        self.port = free_port()
        self._env = env | {"HOST": "127.0.0.1", "PORT": str(self.port), "BASE_URL": "http://127.0.0.1"}
        self._fault = fault
        self._process = None

    def start(self) -> None:
        self._process = _READY.Process(target=_serve, args=(self._env, self._fault), daemon=True)
        self._process.start()
        wait_until(lambda: accepts(self.port) or not self.is_running)

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def kill(self) -> None:
        """At once and without a word, the whole group, as when the machine fails."""
        if self.is_running:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.join(PATIENCE)

    def __enter__(self) -> "Server":
        self.start()
        assert self.is_running, "the server did not start"
        return self

    def __exit__(self, *_exception) -> None:
        self.kill()


def _serve(env: dict[str, str], fault: Fault | None) -> None:
    os.setsid()
    app = create_app(env)
    with app.app_context():
        if fault:
            fault(app)
        serve.main(args=[], standalone_mode=False)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def wait_until(ready: Callable[[], bool]) -> None:
    """Look again and again until it is so; AssertionError where it never is."""
    until = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.002)
