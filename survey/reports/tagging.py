"""What the PDF maker leaves out of a table: which way each header points, and a list of their names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf


def describe_tables(document: "Pdf") -> None:
    """Give every header cell its scope, and the document a list of all named elements (ISO 32000, 14.7.2)."""
    root = document.Root.StructTreeRoot
    named = {}
    for part, element in _elements(root, "/Document"):
        if element.S == "/TH":
            element.A.Scope = _scope(part)
        if "/ID" in element:
            named[bytes(element.ID)] = element
    if named:
        pairs = [item for name in sorted(named) for item in (named[name].ID, named[name])]
        root.IDTree = document.make_indirect({"/Names": pairs})


def _scope(part: str):
    from pikepdf import Name

    return Name.Column if part == "/THead" else Name.Row


def _elements(parent: "Dictionary", part: str) -> Iterator[tuple[str, "Dictionary"]]:
    """Every element below, with the part of a table that it stands in."""
    kids = parent.get("/K", [])
    for kid in kids if _is_list(kids) else [kids]:
        if _is_element(kid):
            inside = str(kid.S) if kid.S in ("/THead", "/TBody", "/TFoot") else part
            yield inside, kid
            yield from _elements(kid, inside)


def _is_list(kids: object) -> bool:
    from pikepdf import Array

    return isinstance(kids, Array)


def _is_element(kid: object) -> bool:
    from pikepdf import Dictionary

    return isinstance(kid, Dictionary) and "/S" in kid
