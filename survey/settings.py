"""Every setting, its default and why. Read once at start, from the environment."""

import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent

# Served at all of the machine's addresses, none of which can be put in a link.
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104

# Ten is what UK LLC and the ONS ask for; below five nobody would call it hidden.
USUAL_THRESHOLD, LEAST_THRESHOLD = 10, 5

HELP_LINES = "Danger to life, any time=999;NHS, any time=111;Samaritans, any time=116 123"


def read(env: Mapping[str, str], instance: Path) -> dict:
    """All settings as Flask configuration keys. Raises ValueError where one makes no sense."""
    host, port = env.get("HOST", "127.0.0.1"), int(env.get("PORT", "8000"))
    base_url = env.get("BASE_URL", f"http://{_spoken(host)}:{port}").rstrip("/")
    secret = env.get("SECRET_KEY") or _kept_secret(instance)
    return {
        "HOST": host,
        "PORT": port,
        # Links, QR codes and the hosts we answer to all come from this one address.
        "BASE_URL": base_url,
        "TRUSTED_HOSTS": _trusted_hosts(base_url),
        "SECRET_KEY": secret,
        "SQLALCHEMY_DATABASE_URI": _database(env.get("DATABASE_URL", ""), instance),
        # Room for a list of 2,000 residents or a file of scores; nobody needs more in one post.
        "MAX_CONTENT_LENGTH": 4 * 1024 * 1024,
        # Of any script 100,000 characters fit, twelve bytes each on the wire: so we can say what is too long.
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        # How many reverse proxies stand in front of us and may say who is calling.
        "TRUSTED_PROXIES": int(env.get("TRUSTED_PROXIES", "0")),
        # How many workers `flask serve` starts beside it; 0 where `flask work` runs on its own.
        "WORKERS": _workers(env.get("WORKERS", "1")),
        # A release hides figures that stand on fewer people than this.
        "RELEASE_THRESHOLD": _threshold(env.get("RELEASE_THRESHOLD", str(USUAL_THRESHOLD))),
        **_council(env),
        **_sign_in(secret, https=base_url.startswith("https:")),
    }


def _council(env: Mapping[str, str]) -> dict:
    colour = env.get("COUNCIL_COLOUR", "#2f5d50")
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"COUNCIL_COLOUR must look like #2f5d50, not {colour!r}")
    return {
        "COUNCIL_NAME": env.get("COUNCIL_NAME", "Alongside"),
        "COUNCIL_COLOUR": colour,
        # A picture file (PNG or SVG); empty shows the name in words.
        "COUNCIL_LOGO": env.get("COUNCIL_LOGO", ""),
        "HELP_LINES": _help_lines(env.get("HELP_LINES", HELP_LINES)),
    }


def _threshold(text: str) -> int:
    if not text.isdecimal() or int(text) < LEAST_THRESHOLD:
        raise ValueError(
            f"RELEASE_THRESHOLD must be a whole number from {LEAST_THRESHOLD} upward, not {text!r}"
        )
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"WORKERS must be a whole number, 0 or more, not {text!r}")
    return int(text)


def _help_lines(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of name and telephone number, written as "name=number;name=number"."""
    pairs = [part.split("=", 1) for part in text.split(";") if part.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError('HELP_LINES must be written as "name=number;name=number"')
    return tuple((name.strip(), number.strip()) for name, number in pairs)


def _sign_in(secret: str, *, https: bool) -> dict:
    return {
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        "SESSION_COOKIE_HTTPONLY": True,
        # People think; a form must still be good when they come back to it.
        "WTF_CSRF_TIME_LIMIT": None,
        "PERMANENT_SESSION_LIFETIME": 12 * 3600,
        "SECURITY_PASSWORD_SALT": secret[-24:],
    }


def _kept_secret(instance: Path) -> str:
    """The secret that signs sign-ins and makes links; made once, then kept beside the data."""
    path = instance / "secret_key"
    if not path.exists():
        instance.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


def _database(url: str, instance: Path) -> str:
    if not url:
        return f"sqlite:///{instance / 'alongside.sqlite'}"
    return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)


def _spoken(host: str) -> str:
    return "127.0.0.1" if host in EVERY_ADDRESS else host


def _trusted_hosts(base_url: str) -> list[str]:
    host = urlsplit(base_url).hostname
    return [host, "localhost"] if host == "127.0.0.1" else [host]
