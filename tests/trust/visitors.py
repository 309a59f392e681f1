"""People who answer over the wire, and do what people do when no reply comes: press the button again."""

import gzip
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from tests.trust.places import Person
from tests.trust.servers import PATIENCE, accepts, wait_until

# The pages of the short "then and now", each asked twice.
OUTCOMES = ("control", "know_where_to_turn")


@dataclass(frozen=True)
class Reply:
    status: int
    location: str
    cookie: str
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Wire:
    """One browser's connection to an address. Where no reply comes, the same is sent again."""

    def __init__(self, port: int, **always: str):
        self.port = port
        # Headers that it sends with every request.
        self.always = always
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def get(self, path: str) -> Reply:
        return self._until_answered("GET", path, None)

    def post(self, path: str, **form: object) -> Reply:
        return self._until_answered("POST", path, urlencode(form))

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_exception) -> None:
        self._connection.close()

    def _until_answered(self, method: str, path: str, body: str | None) -> Reply:
        while True:
            try:
                return self._once(method, path, body)
            except (OSError, HTTPException):
                self._connection.close()
                wait_until(lambda: accepts(self.port))

    def _once(self, method: str, path: str, body: str | None) -> Reply:
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self._connection.request(method, path, body, headers | self.always)
        reply = self._connection.getresponse()
        headers = [reply.getheader(name, "") for name in ("Location", "Set-Cookie")]
        text = reply.read()
        if reply.getheader("Content-Encoding") == "gzip":
            text = gzip.decompress(text)
        return Reply(reply.status, *headers, text)


@dataclass
class Told:
    """What a person has been told is kept: an answer counts from the reply to its page on."""

    person: Person
    answers: dict[str, int] = field(default_factory=dict)
    reference: str = ""


def answer(wire: Wire, told: Told, outcomes: Sequence[str] = OUTCOMES) -> str:
    """From the first page up to the last question; gives the key that the last post needs."""
    home, chosen = told.person.home, random.Random(told.person.id)
    acknowledged(wire.post(home))
    key = submission_key(wire.get(f"{home}/{address_of(outcomes[0])}"))
    for name in outcomes:
        given = {name: chosen.randint(1, 5), f"{name}_then": chosen.randint(1, 5)}
        acknowledged(wire.post(f"{home}/{address_of(name)}", submission_key=key, **given))
        told.answers |= given
    acknowledged(wire.post(f"{home}/helped", submission_key=key, helped="nobody"))
    return key


def send(wire: Wire, told: Told, key: str) -> None:
    sent = acknowledged(wire.post(f"{told.person.home}/check", submission_key=key))
    assert sent.location.endswith("/thank-you"), sent.location
    told.reference = reference(wire.get(sent.location))


def acknowledged(reply: Reply) -> Reply:
    assert reply.status == 303, f"{reply.status}: {reply.text[:2000]}"
    return reply


def submission_key(page: Reply) -> str:
    found = re.search(r'name="submission_key" value="(\w+)"', page.text)
    assert found, f"{page.status}: no form"
    return found[1]


def reference(page: Reply) -> str:
    found = re.search(r"<strong>([\w-]+)</strong>", page.text)
    assert found, f"{page.status}: no reference"
    return found[1]


def address_of(page: str) -> str:
    return page.replace("_", "-")
