"""A page of HTML becomes a tagged PDF, made of nothing but the page and our own report files."""

import io
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from survey.reports.assets import STATIC, NotOurs, find
from survey.reports.joining import join_tables
from survey.reports.linking import print_links
from survey.reports.running import set_aside
from survey.reports.tagging import describe_tables


def to_pdf(html: str, static: Path = STATIC) -> bytes:
    """The tagged PDF of a page with language, title and our fonts; the same page gives the same bytes.

    Raises NotOurs where the page names a file or address that is not one of our report files, and
    FileNotFoundError where set-up has not built the fonts.
    """
    # They take half a second to import: only those who make paper wait for it.
    import pikepdf
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

    problems: list[Exception] = []

    def fetch(address: str) -> URLFetcherResponse:
        try:
            content, kind = find(address, static)
        except (NotOurs, OSError) as problem:
            problems.append(problem)
            raise FatalURLFetchingError(str(problem)) from problem
        return URLFetcherResponse(address, content, {"Content-Type": kind})

    identifier = sha256(html.encode()).hexdigest()[:32].encode()
    # A refusal inside a picture is only logged, so what went wrong is asked for afterwards as well.
    with suppress(FatalURLFetchingError):
        page = HTML(string=html, base_url="asset:", url_fetcher=fetch)
        written = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    if problems:
        raise problems[0]
    finished = io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as document:
        join_tables(document)
        describe_tables(document)
        print_links(document)
        set_aside(document)
        document.save(finished, deterministic_id=True)
    return finished.getvalue()
