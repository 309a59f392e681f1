"""Release 1, a resident erased, release 2: what was released stays, and the page says what changed."""

import csv
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import making
from tests.journeys.steps import download, fill, follow, heading, press, reads, sign_in

pytestmark = pytest.mark.journey

NAME = "Fit to leave the building"
# Improved and not, all but one of the same few answers: without the one the average reads otherwise.
SCORES = [(2, 4), (3, 3), (2, 3)] * 7 + [(5, 1)]


@pytest.fixture
def evaluation(server):
    with server.records():
        owner = making.user("releases@example.org")
        evaluation = making.evaluation(owner, name=NAME, before="then_and_now")
        making.pairs(evaluation, "hope", SCORES)
        [odd] = making.people(evaluation, linked=False, code="ODD-1")
        making.answer(odd, 1, hope=1, hope_then=5)
        making.pairs(evaluation, "control", [(1, 4)] * 4, area=1)
        return evaluation.id


def test_a_release_stays_as_it_was(server, browse, evaluation, tmp_path):
    desk = browse({"width": 1280, "height": 900}, accept_downloads=True)
    sign_in(desk, server.account("releases@example.org"))
    follow(desk, NAME)
    follow(desk, "Releases", exact=True)
    reads(desk, "Nothing has been released yet")
    follow(desk, "Preview a new release")
    reads(desk, "A release made now would show")
    desk.get_by_text("What is hidden, and why").click()
    reads(desk, "Feeling in control. Fewer than 10 people")
    press(desk, "Make the release")
    reads(desk, "Release 1 is made. It will not change.", "No answers have come or gone since.")
    first = files(desk, 1, tmp_path / "first")
    said_first = heading(desk).inner_text()

    erase(desk, "ODD-1")

    follow(desk, NAME)
    follow(desk, "Releases", exact=True)
    reads(desk, "Since then one person was erased.")
    follow(desk, "Release 1", exact=True)
    expect(heading(desk)).to_have_text(said_first)
    reads(desk, "Figures that would read otherwise now")
    assert files(desk, 1, tmp_path / "again") == first, "byte for byte what it was"

    follow(desk, "Releases", exact=True)
    follow(desk, "Preview a new release")
    reads(desk, "release 1 is of nearly the same answers. Since then one person was erased.")
    press(desk, "Make the release")
    reads(desk, "Release 2 is made.", "No answers have come or gone since.")
    second = files(desk, 2, tmp_path / "second")
    assert mean_now(second["csv"]) != mean_now(first["csv"])
    on_every_page(tmp_path / "second" / "release-2.pdf", "Release 2")
    the_trail_says_who_took_what(desk)


def files(page, number, folder) -> dict[str, bytes]:
    """The three files of the release whose page is open."""
    folder.mkdir()
    found = {}
    for kind, words in (("pdf", "summary (PDF)"), ("xlsx", "(spreadsheet)"), ("csv", "(CSV)")):
        path = folder / f"release-{number}.{kind}"
        download(page, words).save_as(path)
        found[kind] = path.read_bytes()
    return found


def erase(page, code):
    page.goto("/evaluations")
    follow(page, NAME)
    follow(page, "Residents", exact=True)
    follow(page, "Erase a resident")
    fill(page, {"The person’s code": code})
    press(page, "Find this person")
    press(page, "Erase for good")
    reads(page, "erased")


def mean_now(content: bytes) -> str:
    rows = csv.DictReader(content.decode("utf-8-sig").splitlines())
    return next(
        row["value"]
        for row in rows
        if (row["table"], row["row_key"], row["column_key"]) == ("change", "hope", "mean_after")
    )


def on_every_page(paper: Path, words: str):
    said = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True)
    pages = said.stdout.split("\f")[:-1]
    assert pages and all(words in page for page in pages)


def the_trail_says_who_took_what(page):
    follow(page, "Releases", exact=True)
    follow(page, NAME)
    follow(page, "Trail", exact=True)
    reads(
        page,
        "Made a release",
        "Downloaded a release",
        "release 1 (pdf)",
        "release 2 (csv)",
        "Erased a resident",
    )
