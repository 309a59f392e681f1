"""A table that runs over pages is one table to those who hear it: WeasyPrint makes one for each page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf


# On so many pages repeated headings are a running head; on two, each piece is heard with its own.
PAGES = 3


def join_tables(document: "Pdf") -> None:
    """Give each piece of a long table to its first piece; the headings that new pages repeat belong to none.

    A piece has no caption, as many headings as the table before it, and nothing stands between the two.
    """
    for first, *pieces in list(_tables(document.Root.StructTreeRoot)):
        if len(pieces) + 1 >= PAGES:
            for parent, piece in pieces:
                _join(first[1], piece)
                _remove(parent, piece)


def _tables(root: "Dictionary") -> Iterator[list[tuple["Dictionary", "Dictionary"]]]:
    """Each table with its pieces, all with their parents."""
    found: list[tuple[Dictionary, Dictionary]] = []
    for parent, element in _in_order(root):
        if found and _is(element, "/Table") and _continues(found[0][1], element):
            found.append((parent, element))
            continue
        if found:
            yield found
        found = [(parent, element)] if _is(element, "/Table") else []
    if found:
        yield found


def _continues(first: "Dictionary", piece: "Dictionary") -> bool:
    kinds = [str(kid.S) for kid in _kids(piece)]
    return kinds == ["/THead", "/TBody"] and len(_headings(first)) == len(_headings(piece))


def _join(first: "Dictionary", piece: "Dictionary") -> None:
    body = next(kid for kid in _kids(first) if _is(kid, "/TBody"))
    new = {bytes(each.ID): known.ID for known, each in zip(_headings(first), _headings(piece), strict=True)}
    for row in _kids(next(kid for kid in _kids(piece) if _is(kid, "/TBody"))):
        row.P = body
        body.K.append(row)
        for cell in _kids(row):
            _rename(cell, new)


def _rename(cell: "Dictionary", new: dict[bytes, object]) -> None:
    """Headers of a cell by their names in the first piece."""
    if "/A" in cell and "/Headers" in cell.A:
        headers = cell.A.Headers
        for place, name in enumerate(list(headers)):
            headers[place] = new.get(bytes(name), name)


def _headings(table: "Dictionary") -> list["Dictionary"]:
    head = next((kid for kid in _kids(table) if _is(kid, "/THead")), None)
    return [cell for row in _kids(head) for cell in _kids(row)] if head is not None else []


def _in_order(parent: "Dictionary") -> Iterator[tuple["Dictionary", "Dictionary"]]:
    """Tables, and elements that hold words of their own, in the order of reading; each with its parent."""
    for kid in _kids(parent):
        if _is(kid, "/Table") or len(_kids(kid)) < len(kid.get("/K", [])):
            yield parent, kid
        else:
            yield from _in_order(kid)


def _remove(parent: "Dictionary", element: "Dictionary") -> None:
    from pikepdf import Array

    left = [kid for kid in parent.K if not (_is(kid, "/Table") and kid.objgen == element.objgen)]
    parent.K = Array(left)


def _kids(element: "Dictionary") -> list["Dictionary"]:
    from pikepdf import Array, Dictionary

    kids = element.get("/K", [])
    every = kids if isinstance(kids, Array) else [kids]
    return [kid for kid in every if isinstance(kid, Dictionary) and "/S" in kid]


def _is(kid: object, kind: str) -> bool:
    from pikepdf import Dictionary

    return isinstance(kid, Dictionary) and str(kid.get("/S", "")) == kind
