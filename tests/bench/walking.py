"""People who answer, as light as can be: the same steps at our server and at the bare one."""

import gzip
import http.client
import re
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

# What a phone sends along.
PHONE = {"Accept-Encoding": "gzip, deflate, br", "Accept": "text/html", "User-Agent": "a phone"}
FORM = {**PHONE, "Content-Type": "application/x-www-form-urlencoded"}
KEY = re.compile(r'name="submission_key" value="([0-9a-f]+)"')
PAGES = 10


class Walker:
    """One person's browser: a connection that is kept open, and what it has cost on the wire."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def __enter__(self) -> "Walker":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, PHONE, 200)

    def post(self, path: str, body: str = "") -> str:
        """Where the post leads to."""
        return self._ask("POST", path, body, FORM, 303)

    def _ask(self, method: str, path: str, body: str | None, headers: dict, expected: int) -> str:
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != expected:
            raise RuntimeError(f"{method} was answered with {answer.status}")
        if method == "POST":
            return answer.headers["Location"]
        if answer.headers["Content-Encoding"] == "gzip":
            content = gzip.decompress(content)
        return content.decode()


def begin(walker: Walker, home: str) -> tuple[str, str]:
    """Reads the first page and agrees; gives the address of the first question and the key of the forms."""
    walker.get(home)
    first = walker.post(home)
    return first, KEY.search(walker.get(first))[1]


def answer_all(walker: Walker, address: str, key: str, bodies: Sequence[str]) -> str:
    """A GET and a POST for each page of questions; gives where the last one led to."""
    for body in bodies:
        walker.get(address)
        address = walker.post(address, f"{body}&submission_key={key}")
    return address


def whole_journey(port: int, home: str, bodies: Sequence[str]) -> None:
    """From the first page to the thanks: 13 GETs and 12 POSTs."""
    with Walker(port) as walker:
        first, key = begin(walker, home)
        check = answer_all(walker, first, key, bodies)
        walker.get(check)
        walker.post(check, f"submission_key={key}")


def bare_journey(port: int, _home: str, bodies: Sequence[str]) -> None:
    """As many GETs and POSTs as a whole journey has."""
    with Walker(port) as walker:
        for _ in range(len(bodies) + 2):
            walker.get("/page")
            walker.post("/page", "score=3")
        walker.get("/page")


def per_second(journey, port: int, homes: Sequence[str], bodies: Sequence[str], clients: int) -> float:
    """Whole journeys a second with so many people answering at once, from processes of their own."""
    with ProcessPoolExecutor(clients) as pool:
        # All are there before the clock starts.
        list(pool.map(time.sleep, [0.2] * clients))
        start = time.perf_counter()
        list(pool.map(partial(_walk, journey, port, bodies), homes))
        return len(homes) / (time.perf_counter() - start)


def _walk(journey, port: int, bodies: Sequence[str], home: str) -> None:
    journey(port, home, bodies)
