"""Links of a PDF, as they stand on paper."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

# The flag of an annotation that is printed (ISO 32000, 12.5.3).
PRINTED = 4


def print_links(document: "Pdf") -> None:
    """Links stand on paper as on the screen."""
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = int(annotation.get("/F", 0)) | PRINTED
