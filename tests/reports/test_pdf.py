"""What is on paper, and what those hear who cannot see it. The two checkers do not certify anything."""

import subprocess

import outloud
import pdfua
import pikepdf
import pytest

from survey.reports.assets import NotOurs
from survey.reports.pdf import to_pdf
from tests.reports.papers import OUTCOMES

PAGE = '<html lang="en-GB"><head><title>T</title>{head}</head><body><h1>Hope</h1>{body}</body></html>'
STYLED = '<link rel="stylesheet" href="asset:report.css">'


def words(file) -> str:
    return said_by("pdftotext", "-layout", file, "-")


def said_by(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def faults(file) -> list[str]:
    heard = [finding.rule for finding in outloud.check(str(file)).findings if finding.severity != "info"]
    return heard + [finding.rule_id for finding in pdfua.validate(str(file)).findings]


@pytest.mark.parametrize("name", ["summary", "long", "impact", "own"])
def test_the_checkers_find_no_fault(papers, name):
    assert faults(papers[name]) == []


def test_the_checkers_can_find_a_fault(papers, tmp_path):
    with pikepdf.open(papers["summary"]) as document:
        del document.Root.StructTreeRoot
        del document.Root.Lang
        document.save(tmp_path / "broken.pdf")
    assert {"DOC-002", "UA-06-001"} <= set(faults(tmp_path / "broken.pdf"))


@pytest.mark.parametrize("name, pages", [("summary", 2), ("long", 2), ("impact", 3), ("own", 1)])
def test_papers_are_short(papers, name, pages):
    with pikepdf.open(papers[name]) as document:
        assert len(document.pages) == pages


def test_the_figures_and_what_they_are_of_can_be_read_out(papers):
    first, second = words(papers["summary"]).split("\f")[:2]
    assert "Isolation fell by 53 per cent" in " ".join(first.split())
    assert "1,048" in first and "−2.2" in first and "Change in outcomes" in first
    assert "What we do not know" in second and "data 7f3a-91c2" in second


def test_the_page_on_impact_stands_third_and_marks_what_was_entered(papers):
    third = words(papers["impact"]).split("\f")[2]
    assert "How much of this is due to the programme" in third and "40 (entered)" in third
    assert "nine answered" in third and "Outcome by outcome" in third


def test_every_page_says_what_it_is(papers):
    for number, page in enumerate(words(papers["summary"]).split("\f")[:2], start=1):
        assert "Local Area Coordination, April 2024 to March 2025" in page
        assert "Internal: for the team, not for publication" in page
        assert "Made-up answers: example only" in page
        assert f"3 May 2025 · page {number} of 2" in page


def test_the_residents_page_carries_the_reference_and_all_names(papers):
    text = " ".join(words(papers["own"]).split())
    assert "K7M-2QP-9XTR" in text and "Made on: 3 May 2025" in text and "Made-up answers" in text
    assert all(name in text for name in ("Control", "Low mood", "Confidence"))


def test_thirteen_outcomes_all_stand_in_the_table(papers):
    text = words(papers["long"]).split("\f")[0]
    assert all(name in text for name in OUTCOMES[:12]) and "Leaning too much on the" in text


def test_the_file_carries_language_title_date_and_our_fonts_only(papers):
    with pikepdf.open(papers["summary"]) as document:
        assert document.Root.Lang == "en-GB"
        assert document.docinfo.Title == "Local Area Coordination: summary, April 2024 to March 2025"
        assert document.docinfo.CreationDate == "D:20250503"
    fonts = said_by("pdffonts", papers["summary"]).splitlines()[2:]
    assert fonts and all("Atkinson" in line and " yes yes yes " in line for line in fonts)


def test_the_same_page_gives_the_same_bytes():
    page = PAGE.format(head=STYLED, body="<p>Hope grew.</p>")
    assert to_pdf(page) == to_pdf(page)


@pytest.mark.parametrize("head, body", [
    ("", '<img alt="x" src="file:///etc/passwd">'),
    ("", '<img alt="x" src="http://127.0.0.1:9/x.png">'),
    ("", '<img alt="x" src="data:image/png;base64,AAAA">'),
    ("", '<img alt="x" src="secret.png">'),
    ('<link rel="stylesheet" href="https://example.org/x.css">', ""),
    ('<style>@import url("file:///etc/passwd")</style>', ""),
    ('<link rel="attachment" href="file:///etc/passwd">', ""),
    ("", '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><image href="file:///etc/passwd"/></svg>'),
])  # fmt: skip
def test_a_page_that_names_anything_else_is_not_made(head, body):
    with pytest.raises(NotOurs):
        to_pdf(PAGE.format(head=head, body=body))


def test_no_paper_is_made_without_its_fonts(tmp_path):
    css = "@font-face { font-family: A; src: url(asset:atkinson-latin-400.woff2) }"
    (tmp_path / "report.css").write_text(css)
    with pytest.raises(FileNotFoundError):
        to_pdf(PAGE.format(head=STYLED, body=""), tmp_path)
