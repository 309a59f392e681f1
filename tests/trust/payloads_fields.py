"""Every field of every form, found by following links and sending forms, and filled with payloads."""

import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html
from werkzeug.exceptions import HTTPException

from tests.trust import payloads
from tests.trust.payloads_signs import in_answer

TOKENS = {"csrf_token"}
# Ends the walk, takes a day, or is meant to hold live formulas.
LEFT_ALONE = re.compile(r"/sign-out$|\.pdf(\?|$)|/value-maps/[0-9]+/spreadsheet/download$")
FILE = "code,area,level,control before\nwren-12,North,2,3\n"


@dataclass(frozen=True)
class Form:
    """A form as it stands on a page: where it is sent, how, and what stands in its fields."""

    address: str
    method: str
    fields: tuple[tuple[str, str], ...]
    buttons: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    # Whether it can be sent without the name of a button; and what kinds of input it has.
    plain: bool
    inputs: frozenset[str]

    @property
    def names(self) -> list[str]:
        every = [name for name, _ in (*self.fields, *self.buttons)] + list(self.files)
        return [name for name in dict.fromkeys(every) if name not in TOKENS]

    def sent_with(self, name: str, payload: str | bytes) -> dict:
        """What a browser would send, with the payload in one field; of a file, it is the text."""
        values: dict[str, list] = {}
        pressed = () if self.plain or name in dict(self.buttons) else self.buttons[:1]
        for field, value in (*self.fields, *pressed):
            values.setdefault(field, []).append(value)
        values[name] = [payload]
        for field in self.files:
            text = payload if name == field else FILE
            content = text if isinstance(text, bytes) else text.encode()
            values[field] = [(io.BytesIO(content), "scores.csv")]
        return values


def forms_of(page: html.HtmlElement, address: str) -> Iterator[Form]:
    for form in page.forms:
        files, fields = form.xpath(".//input[@type='file']/@name"), {}
        for field in form.xpath(
            ".//input[@name and @type!='file' or @name and not(@type)] | .//textarea | .//select"
        ):
            # Of radio buttons and boxes of one name, the checked one or the first; of other fields, each.
            alone = field.get("type") in ("radio", "checkbox")
            key = field.get("name") if alone else (field.get("name"), len(fields))
            if key not in fields or field.get("checked") is not None:
                fields[key] = (field.get("name"), _plausible(field))
        buttons = tuple((each.get("name"), each.get("value", "")) for each in form.xpath(".//button[@name]"))
        plain = bool(form.xpath(".//button[not(@name)]")) or not buttons
        inputs = frozenset(each.get("type", each.tag) for each in form.xpath(".//input | .//textarea"))
        target = urljoin(address, form.action or "")
        yield Form(target, form.method, tuple(fields.values()), buttons, tuple(files), plain, inputs)


def _plausible(field) -> str:
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n") or "Something, North, 2"
    if field.tag == "select":
        options = [option.get("value", "") for option in field.xpath(".//option")]
        chosen = field.xpath(".//option[@selected]/@value")
        return (chosen or [each for each in options if each] or [""])[0]
    value = field.get("value", "")
    if value or field.get("type") in ("hidden", "checkbox"):
        return value
    if field.get("type") == "email" or "mail" in field.get("name"):
        return "somebody@example.org"
    return "2" if field.get("inputmode") == "numeric" else "Something"


class Walk:
    """One person's walk: `wrong` gathers what came alive, `seen` the forms, `pages` each page as it came."""

    def __init__(self, client, stay: str):
        self.client, self.stay = client, re.compile(stay)
        self.wrong: list[str] = []
        self.seen: dict[tuple, Form] = {}
        self.pages: list[str] = []
        self.sent = 0
        self._waiting: deque[Form] = deque()
        self._asked: set[tuple] = set()
        self._addresses = client.application.url_map.bind("localhost")

    def look(self, *addresses: str) -> None:
        """Follow every link from here; remember each new kind of form."""
        waiting = deque(addresses)
        while waiting:
            address = waiting.popleft().split("#")[0]
            if not LEFT_ALONE.search(address) and self.stay.match(address):
                kind = self._kind(address, "GET", urlsplit(address).query)
                if kind not in self._asked:
                    self._asked.add(kind)
                    waiting.extend(self._heard(self.client.get(address), f"GET {address}", address))

    def upload(self, address: str, content: bytes) -> None:
        """Send a file that is as it should be, so that what comes after it is found too."""
        form = next(each for each in self._waiting if urlsplit(each.address).path == address)
        self._send(form, form.files[0], content)

    def fill_all(self) -> None:
        """Send every form known, with payloads in one field after another, until nothing new appears."""
        while self._waiting:
            form = self._waiting.popleft()
            for name in form.names:
                for payload in self._payloads(form, name):
                    self._send(form, name, payload)

    def _kind(self, address: str, method: str, about: object) -> tuple:
        """The same for pages and forms that differ only in whom or which question they are about."""
        try:
            endpoint, values = self._addresses.match(urlsplit(address).path, method=method)
        except HTTPException:
            return address, method, about
        if method == "GET" and "token" in values:
            return endpoint, address, about
        about = re.sub("=[^&]*", "", about) if isinstance(about, str) else about
        return endpoint, values.get("evaluation_id") if method == "GET" else None, about

    def _kind_of_form(self, form: Form) -> tuple:
        question = urlsplit(form.address).path.rpartition("/")[2].replace("-", "_")
        names = {re.sub("[0-9]+", "N", name) for name in form.names if not name.startswith(question)}
        return self._kind(form.address, form.method, frozenset(names | form.inputs))

    def _payloads(self, form: Form, name: str) -> list:
        odd = payloads.ODD[self.sent // 2 % len(payloads.ODD)]
        return [payloads.TOGETHER, odd if self.sent % 4 else payloads.some(1, (form.address, name))[0]]

    def _send(self, form: Form, name: str, payload: str | bytes) -> None:
        self.sent += 1
        sent = form.sent_with(name, payload)
        if form.method == "GET":
            response = self.client.get(form.address, query_string=sent)
        elif form.files:
            response = self.client.post(form.address, data=sent, content_type="multipart/form-data")
        else:
            response = self.client.post(form.address, data=sent)
        said = f"{form.method} {form.address} {name}={payload[:60]!r}"
        self._heard(response, said, form.address)
        if response.location and not LEFT_ALONE.search(response.location):
            self._heard(
                self.client.get(response.location), f"{said}, then {response.location}", response.location
            )

    def _heard(self, response, said: str, address: str) -> list[str]:
        """Look at an answer; gives the links in it."""
        self.wrong += [f"{said}: {each}" for each in in_answer(response)]
        if response.location or response.mimetype != "text/html" or not response.data:
            return [response.location] if response.location else []
        self.pages.append(response.text)
        page = html.fromstring(response.text)
        for form in forms_of(page, address):
            kind = self._kind_of_form(form)
            if not LEFT_ALONE.search(form.address) and kind not in self.seen:
                self.seen[kind] = form
                self._waiting.append(form)
        return [urljoin(address, link) for link in page.xpath("//a/@href")]
