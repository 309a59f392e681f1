"""Personal links and short codes: made from a seed and our secret, kept only as hashes."""

import hashlib
import hmac
import secrets
from base64 import b32encode
from dataclasses import dataclass

from flask import current_app

# 23 signs that are not mistaken for one another on paper or on the phone; a prime number of
# them, so that the check sign catches every single slip and every swap of two signs.
SIGNS = "BCDFGHJKMNPQRTVWX346789"
RANDOM_SIGNS = 9
GROUPS = (3, 3, 4)


@dataclass(frozen=True)
class Link:
    token: str
    code: str

    @property
    def address(self) -> str:
        return f"{current_app.config['BASE_URL']}/a/{self.token}"

    @property
    def spoken_code(self) -> str:
        return grouped(self.code)


def new_seed() -> bytes:
    return secrets.token_bytes(16)


def seed_for(key: str) -> bytes:
    """The seed that belongs to a form's key. Who knows the key cannot tell the link."""
    return _keyed(b"form" + key.encode())[:16]


def link_for(key: str) -> Link:
    """The link that a form's key stands for, whether or not there is anything behind it yet."""
    return link(seed_for(key))


def link(seed: bytes) -> Link:
    """The link and code of a seed, the same each time: they can be shown again without being kept."""
    token = b32encode(_keyed(b"token" + seed)[:16]).decode().rstrip("=").lower()
    return Link(token, _code(int.from_bytes(_keyed(b"code" + seed)[:16])))


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def code_hash(code: str) -> str:
    """A slow hash under our secret: a stolen database alone gives no codes away."""
    return hashlib.scrypt(code.encode(), salt=_keyed(b"code hash"), n=2**11, r=8, p=1, dklen=32).hex()


def tidy(typed: str) -> str:
    """A code as typed, without the spaces, dashes and small letters people use."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def looks_right(code: str) -> bool:
    """Whether a tidied code is well formed, its check sign included."""
    well_formed = len(code) == RANDOM_SIGNS + 1 and all(sign in SIGNS for sign in code)
    return well_formed and code[-1] == _check_sign(code[:-1])


def grouped(code: str) -> str:
    parts, start = [], 0
    for size in GROUPS:
        parts.append(code[start : start + size])
        start += size
    return "-".join(parts)


def _code(number: int) -> str:
    signs = ""
    for _ in range(RANDOM_SIGNS):
        number, place = divmod(number, len(SIGNS))
        signs += SIGNS[place]
    return signs + _check_sign(signs)


def _check_sign(signs: str) -> str:
    return SIGNS[sum((place + 2) * SIGNS.index(sign) for place, sign in enumerate(signs)) % len(SIGNS)]


def _keyed(message: bytes) -> bytes:
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), message, "sha256")
