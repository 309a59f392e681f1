"""Running heads, feet and page numbers are marked as such, so that nobody has to hear them on every page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary, Page, Pdf


def set_aside(document: "Pdf") -> None:
    """Turn marked text that no element of the structure claims (WeasyPrint's margin boxes) into artifacts."""
    claimed = _claimed(document)
    for number, page in enumerate(document.pages):
        unclaimed = _mark(document, page, claimed.get(page.objgen, set()))
        entries = _entries(document.Root.StructTreeRoot.ParentTree, number)
        for mark in unclaimed & set(range(len(entries))):
            entries[mark] = None


def _claimed(document: "Pdf") -> dict[tuple[int, int], set[int]]:
    """The marks on each page that belong to the structure."""
    found: dict[tuple[int, int], set[int]] = {}
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                found.setdefault(element.Pg.objgen, set()).add(kid)
            elif "/S" in kid:
                waiting.append(kid)
    return found


def _mark(document: "Pdf", page: "Page", claimed: set[int]) -> set[int]:
    import pikepdf

    artifact = [pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Pagination)]
    written, unclaimed = [], set()
    for step in pikepdf.parse_content_stream(page):
        mark = _mark_of(step.operands[1]) if str(step.operator) == "BDC" else None
        if mark is not None and mark not in claimed:
            unclaimed.add(mark)
            step = pikepdf.ContentStreamInstruction(artifact, pikepdf.Operator("BDC"))
        written.append(step)
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(written))
    return unclaimed


def _mark_of(properties: "Dictionary") -> int | None:
    return int(properties["/MCID"]) if "/MCID" in properties else None


def _entries(parent_tree: "Dictionary", number: int) -> list:
    """The elements that own the marks of a page, in the order of the marks."""
    numbers = parent_tree.Nums
    return next(numbers[at + 1] for at in range(0, len(numbers), 2) if numbers[at] == number)
