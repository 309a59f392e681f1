"""A summary on paper beside WeasyPrint alone on the same HTML, with the same fetcher, in turns."""

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from weasyprint import HTML
from weasyprint.urls import URLFetcherResponse

from survey.records.change import own_kind
from survey.reports import asked, assets, briefing
from survey.reports.findings import Filters, gather
from survey.reports.pdf import to_pdf
from survey.reports.rendering import render
from tests import making
from tests.bench import worlds

REPEATS = 5
PEOPLE = 30


@dataclass(frozen=True)
class Times:
    """Milliseconds: WeasyPrint alone, and the whole of ours from findings to tagged bytes."""

    alone: float
    ours: float
    pages: int


def measure(folder: Path) -> Times:
    with worlds.records(folder):
        findings = _findings()
        html = render("report/summary.html", summary=briefing.summary(findings))
        alone, ours = [], []
        # The first of each only warms up: both read their fonts then.
        for _ in range(1 + REPEATS):
            alone.append(_took(lambda: _alone(html)))
            ours.append(_took(lambda: briefing.pdf(findings)))
        return Times(min(alone[1:]), min(ours[1:]), _pages(to_pdf(html)))


def _findings():
    evaluation = making.evaluation(before="then_and_now")
    outcomes = asked.outcomes(evaluation, "two")
    for place in range(PEOPLE):
        [person] = making.people(evaluation, linked=False, area=place % 2)
        scores = {each.id: 1 + (place + at) % 5 for at, each in enumerate(outcomes)}
        scores |= {f"{each.id}_then": 1 + (place * at) % 4 for at, each in enumerate(outcomes)}
        making.answer(person, 1, **scores)
    return gather(evaluation, Filters(asked.followups(evaluation)[0], own_kind(evaluation)))


def _alone(html: str) -> bytes:
    return HTML(string=html, base_url="asset:", url_fetcher=_fetch).write_pdf(pdf_variant="pdf/ua-1")


def _fetch(address: str) -> URLFetcherResponse:
    content, kind = assets.find(address, assets.STATIC)
    return URLFetcherResponse(address, content, {"Content-Type": kind})


def _pages(paper: bytes) -> int:
    with pikepdf.open(io.BytesIO(paper)) as document:
        return len(document.pages)


def _took(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
