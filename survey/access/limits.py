"""How often an address may try: guessing a code or a password must not pay."""

from threading import Lock

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.storage import MemoryStorage

CODE_TRIES = "10 per minute; 60 per hour"
SIGN_IN_TRIES = "20 per minute"
# A whole group, or a library, behind one address gets in at once, and again; what presses all day does not.
CROWD = "120 per minute; 600 per hour"


class Counts(MemoryStorage):
    """Counts one try at a time: in limits 5.8 two at once can start one timer twice, and fail for it."""

    STORAGE_SCHEME = ["counts"]

    def __init__(self, uri: str | None = None, **options: object):
        self._one_at_a_time = Lock()
        super().__init__(uri, **options)

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        with self._one_at_a_time:
            return super().incr(key, expiry, amount)


# Counts live in the memory of the one server process; several processes need a shared storage_uri.
limiter = Limiter(get_remote_address, storage_uri="counts://", headers_enabled=False)


def init_app(app: Flask) -> None:
    """Join the limits to the app. They stand on views, which ask by themselves: other pages do not wait."""
    limiter.init_app(app)
    app.before_request_funcs[None].remove(limiter._check_request_limit)
