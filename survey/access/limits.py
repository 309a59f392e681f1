"""How often an address may try: guessing a code or a password must not pay."""

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

CODE_TRIES = "10 per minute; 60 per hour"
SIGN_IN_TRIES = "20 per minute"

# Counts live in the memory of the one server process; several processes need a shared storage_uri.
limiter = Limiter(get_remote_address, storage_uri="memory://", headers_enabled=False)


def init_app(app: Flask) -> None:
    """Join the limits to the app. They stand on views, which ask by themselves: other pages do not wait."""
    limiter.init_app(app)
    app.before_request_funcs[None].remove(limiter._check_request_limit)
