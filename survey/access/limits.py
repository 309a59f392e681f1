"""How often an address may try: guessing a code or a password must not pay."""

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

CODE_TRIES = "10 per minute; 60 per hour"
SIGN_IN_TRIES = "20 per minute"

# Counts live in the memory of the one server process; several processes need a shared storage_uri.
limiter = Limiter(get_remote_address, storage_uri="memory://", headers_enabled=False)
