"""The only files that paper may be made with: our own style sheet and fonts, asked for as `asset:`."""

from pathlib import Path

from survey.settings import ROOT

SCHEME = "asset:"
STATIC = ROOT / "static"
KINDS = {".css": "text/css", ".woff2": "font/woff2"}
FILES = {
    "report.css": "report.css",
    **{
        f"atkinson-{cut}.woff2": f"build/fonts/atkinson-{cut}.woff2"
        for cut in ("latin-400", "latin-700", "latin-ext-400", "latin-ext-700", "latin-400-italic")
    },
}


class NotOurs(ValueError):
    """A report asked for something that is not one of our own report files."""


def find(address: str, static: Path = STATIC) -> tuple[bytes, str]:
    """The content and media type behind an address such as `asset:report.css`.

    Raises NotOurs for everything else, and FileNotFoundError where set-up has not been run.
    """
    name = FILES.get(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None
    if name is None:
        raise NotOurs(f"A report may not read {address!r}")
    path = static / name
    return path.read_bytes(), KINDS[path.suffix]
