"""The files of static/, served under an address that changes with them, to be kept for ever."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise


def init_app(app: Flask) -> Callable[[str], str]:
    """Serve the app's static folder; returns the function that gives the lasting address of a file."""
    folder = Path(app.static_folder)
    kept = f"/static/{digest_of(folder)}/"
    files = WhiteNoise(
        app.wsgi_app,
        allow_all_origins=False,
        immutable_file_test=lambda path, url: url.startswith(kept),
        add_headers_function=_no_guessing,
    )
    # One digest for all: addresses inside a style sheet then change with it too.
    files.add_files(str(folder), prefix=kept)
    files.add_files(str(folder), prefix="/static/")
    app.wsgi_app = files
    return lambda path: _address(folder, kept, path)


def digest_of(folder: Path) -> str:
    """A short digest of every name and byte in a folder."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(file.relative_to(folder)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _address(folder: Path, kept: str, path: str) -> str:
    # A misspelt name should break a test, not show a page without its style.
    if not (folder / path).is_file():
        raise FileNotFoundError(f"There is no {path} in {folder}")
    return kept + path


def _no_guessing(headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
