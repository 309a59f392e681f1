"""What stands on a PDF that a browser downloaded."""

import subprocess


def words(download) -> str:
    """All its text in the order of reading."""
    return " ".join(_read(download).split())


def lines(download) -> list[str]:
    """Its lines as they stand on the page, across columns."""
    return [" ".join(line.split()) for line in _read(download, "-layout").splitlines()]


def _read(download, *how: str) -> str:
    command = ["pdftotext", *how, download.path(), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
