"""A release as a file that another council can open: figures only, with a digest that tells any change."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from survey.reports import frozen, release_shape
from survey.reports.findings import Findings
from survey.reports.release_code import code
from survey.reports.shapes import Misshapen, record, whole, words

# Raise this when the shape of the file changes; that of what it holds has a number of its own.
FORMAT = 1
PRODUCT = "Alongside"
ENDING = "alongside.json"
MOST_BYTES = 2 * 1024 * 1024

NOT_A_RELEASE = "This is not a release that was saved as a file. Its name ends in .alongside.json."
TOO_BIG = "This file is too big for a release: none has more than 2 MB."
NEWER = "This file was made with a newer Alongside than this one. Update first, then open it again."
CHANGED = (
    "This file was changed after it was made, or not all of it has arrived. Ask whoever sent it for another."
)

_FIELDS = {
    "product": words(40),
    "format": whole(1, FORMAT),
    "council": words(200),
    "programme": words(200),
    "release": whole(1, 10**6),
    "content": record({"format": whole(1, frozen.FORMAT), "findings": lambda _value, _place: None}),
    "digest": words(64, least=64),
}


class Unreadable(ValueError):
    """A plain sentence that says why a file cannot be opened."""


@dataclass(frozen=True)
class ReleaseFile:
    """What a file holds: the findings, its digest, and the text to be kept."""

    findings: Findings
    digest: str
    text: str

    @property
    def code(self) -> str:
        return code(self.digest)


def made_of(kept: str) -> bytes:
    """The file of a release, from what is kept of it. The same release gives the same file for ever.

    What people told in their own words stays behind: they agreed to a publication, not to a copy that no
    later wish of theirs can reach.
    """
    return (json.dumps(_of(kept), ensure_ascii=False, indent=1) + "\n").encode()


def digest_of(kept: str) -> str:
    """The digest of the file of a release, from what is kept of it."""
    return _of(kept)["digest"]


def read(data: bytes) -> ReleaseFile:
    """What a file holds, when every part of it has been checked. Raises Unreadable, in plain words."""
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_BIG)
    try:
        plain = json.loads(
            data.decode("utf-8-sig"), parse_constant=_no_such_number, object_pairs_hook=_each_once
        )
        _refuse_newer(plain)
        digest = _digest(plain) if isinstance(plain, dict) else ""
    except Unreadable:
        raise
    except (ValueError, RecursionError):
        # No JSON, a name that stands twice, lists in lists in lists, or a number that no computer holds.
        raise Unreadable(NOT_A_RELEASE) from None
    if not isinstance(plain, dict) or plain.get("product") != PRODUCT:
        raise Unreadable(NOT_A_RELEASE)
    if plain.get("digest") != digest:
        raise Unreadable(CHANGED)
    return ReleaseFile(_checked(plain), digest, json.dumps(plain, ensure_ascii=False))


def reopen(text: str) -> Findings:
    """The findings of a file that was checked when it was opened."""
    return frozen.from_text(json.dumps(json.loads(text)["content"]))


def _of(kept: str) -> dict:
    content = json.loads(kept)
    findings = {name: value for name, value in content["findings"].items() if name != release_shape.LEFT_OUT}
    whole_file = {
        "product": PRODUCT,
        "format": FORMAT,
        "council": findings["council"],
        "programme": findings["name"],
        "release": findings["number"],
        "content": {"format": content["format"], "findings": findings},
    }
    return whole_file | {"digest": _digest(whole_file)}


def _digest(plain: dict) -> str:
    signed = {name: value for name, value in plain.items() if name != "digest"}
    return hashlib.sha256(_canonical(signed).encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(plain: dict) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _checked(plain: dict) -> Findings:
    try:
        record(_FIELDS)(plain, "the file")
        findings = plain["content"]["findings"]
        release_shape.check(findings)
        told = (plain["council"], plain["programme"], plain["release"])
        if told != (findings["council"], findings["name"], findings["number"]):
            raise Misshapen("the file", "its first lines name another release than it holds")
        return frozen.from_text(json.dumps(plain["content"]))
    except Misshapen as problem:
        raise Unreadable(f"This file does not hold a release as Alongside makes it: {problem}.") from None
    except (ValueError, TypeError, KeyError):
        raise Unreadable("This file does not hold a release as Alongside makes it.") from None


def _refuse_newer(plain: object) -> None:
    if not isinstance(plain, dict):
        return
    content = plain.get("content")
    numbers = (plain.get("format"), content.get("format") if isinstance(content, dict) else None)
    for number, known in zip(numbers, (FORMAT, frozen.FORMAT), strict=True):
        if type(number) is int and number > known:
            raise Unreadable(NEWER)


def _each_once(pairs: Iterable[tuple[str, object]]) -> dict:
    pairs = list(pairs)
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("the same name twice")
    return found


def _no_such_number(_name: str) -> float:
    raise ValueError("not a number")
