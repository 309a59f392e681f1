"""Each paper is made once for all tests: making one takes a good second."""

import pytest

from survey.reports.pdf import to_pdf
from survey.reports.rendering import render
from tests.reports.papers import impact, own_values, summary


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """The files of four papers, by name."""
    pages = {
        "summary": render("report/summary.html", summary=summary()),
        "long": render("report/summary.html", summary=summary(13)),
        "impact": render("report/summary.html", summary=summary(impact=impact())),
        "own": render("report/own_change.html", **own_values()),
    }
    folder = tmp_path_factory.mktemp("papers")
    for name, page in pages.items():
        (folder / name).with_suffix(".pdf").write_bytes(to_pdf(page))
    return {name: (folder / name).with_suffix(".pdf") for name in pages}
