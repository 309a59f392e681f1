"""The real app, served by the real server on a free port, with a database of its own."""

import socket
import threading
from contextlib import contextmanager
from pathlib import Path

from waitress import create_server, wasyncore

from app import create_app
from survey.access.limits import limiter
from survey.commands.work import Worker
from survey.records.base import db
from tests import databases, making
from tests.reading import Reader


class Served:
    """A running server. `faults` lists what it answered with 500 or more."""

    def __init__(self, folder: Path):
        listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self.app = create_app({**databases.environment(folder), "BASE_URL": self.address})
        self.app.test_client_class = Reader
        with self.app.app_context():
            db.create_all()
        self.faults: list[str] = []
        self.app.wsgi_app = self._watched(self.app.wsgi_app)
        self._server = create_server(self.app, sockets=[listening], threads=4)
        self._thread = threading.Thread(target=self._server.run)
        self._worker = Worker(self.app)

    def start(self) -> None:
        self._thread.start()
        self._worker.start()

    def stop(self) -> None:
        self._worker.stop()
        # Closed from within its own loop, where nothing is being waited for.
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._server._map))
        self._thread.join()
        self._server.task_dispatcher.shutdown()
        with self.app.app_context():
            db.engine.dispose()

    @contextmanager
    def records(self):
        """The records as the server has them; let go at the end, or the server would have to wait."""
        with self.app.app_context():
            try:
                yield
                db.session.commit()
            finally:
                db.session.remove()

    @contextmanager
    def reader(self):
        """Someone who answers in a plainer way than with a browser: same pages, same forms, much quicker."""
        with self.records():
            yield self.app.test_client()

    def account(self, email: str, *roles: str) -> str:
        with self.records():
            making.user(email, roles or ("evaluator",))
        return email

    def forget_tries(self) -> None:
        """Every browser here calls from one address, which may only try so often."""
        with self.app.app_context():
            limiter.reset()

    def _watched(self, wsgi_app):
        def watched(environ, start_response):
            def noted(status, headers, exc_info=None):
                if status >= "500":
                    self.faults.append(f"{status}: {environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
                return start_response(status, headers, exc_info)

            return wsgi_app(environ, noted)

        return watched
