"""The parts of a spreadsheet file and how they belong together; no part may grow on being read."""

import posixpath
from collections.abc import Mapping
from xml.parsers import expat

from survey.engagement.value_sheet_package import BROKEN, NOT_ONE, TOO_LARGE
from survey.engagement.value_sheet_problems import Unreadable, refuse

# Megabytes of the shortest elements would take minutes, and gigabytes where they are kept.
MOST_ELEMENTS = 500_000


def target(parts: Mapping[str, bytes], of: str, kind: str) -> str:
    """The part of a kind that another part names. Raises Unreadable where there is none."""
    found = next((to for each, to in links(parts, of).values() if each == kind), "")
    if found not in parts:
        raise refuse(NOT_ONE)
    return found


def links(parts: Mapping[str, bytes], of: str) -> Mapping[str, tuple[str, str]]:
    """What a part belongs together with: by id, the kind and the name of the other part."""
    folder, name = posixpath.split(of)
    part = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for tag, with_what in elements(part or b"<none/>"):
        if tag == "Relationship" and {"Id", "Type", "Target"} <= with_what.keys():
            to = posixpath.normpath(posixpath.join("/", folder, with_what["Target"]))
            found[with_what["Id"]] = posixpath.basename(with_what["Type"]), to.lstrip("/")
    return found


def elements(part: bytes) -> list[tuple[str, Mapping[str, str]]]:
    """Every element of a part, in order: its bare name and what it says of itself."""
    found = []
    parse(part, lambda tag, with_what: found.append((tag, with_what)), lambda _: None, lambda _: None)
    return found


def parse(part: bytes, start, end, data) -> None:
    """Go through one part, with names bare of where they come from; no entities, nothing from outside."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    room = iter(range(MOST_ELEMENTS))

    def begin(tag: str, given: Mapping[str, str]) -> None:
        if next(room, None) is None:
            raise refuse(TOO_LARGE)
        start(_bare(tag), {_bare(name): text for name, text in given.items()})

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda tag: end(_bare(tag))
    parser.CharacterDataHandler = data
    try:
        parser.Parse(part, True)
    except Unreadable:
        raise
    except (expat.ExpatError, IndexError, KeyError, ValueError):
        raise refuse(BROKEN) from None


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _no_doctype(*_) -> None:
    # No spreadsheet has one; it is how a small file grows without end.
    raise refuse(BROKEN)
