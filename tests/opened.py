"""Releases of others, as files and opened, for tests: made up, and the same each time."""

from pathlib import Path

from survey.engagement import opened_releases
from survey.records.opened_release import OpenedRelease
from survey.reports import release_file

KEPT = (Path(__file__).parent / "reports" / "release-of-format-2.json").read_text()
FILE = release_file.made_of(KEPT)


def opened(evaluation, file=FILE) -> OpenedRelease:
    """A file of others that was opened beside the releases of this evaluation."""
    found = release_file.read(file)
    return opened_releases.keep(evaluation, found.digest, found.text)
