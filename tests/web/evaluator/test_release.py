import io
import subprocess

import pytest
from python_calamine import CalamineWorkbook

from survey.engagement import releases, residents
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text

PAIRS = [(2, 4), (3, 3), (1, 4)] * 14


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", PAIRS)
    signed_in.fill(f"/evaluations/{evaluation.id}/releases/new")
    return evaluation


def first(evaluation, ending=""):
    return f"/evaluations/{evaluation.id}/releases/1{ending}"


def test_the_page_shows_the_release_and_that_nothing_has_changed(signed_in, evaluation):
    page = text(signed_in.page(first(evaluation)))
    assert "(about 40 people)" in page and "No answers have come or gone since." in page
    assert "A release made now would show the same table of change." in page
    assert "Release 1, made on" in page and "Internal" not in page


def test_a_release_stays_and_says_what_would_read_otherwise(signed_in, evaluation):
    files = {kind: signed_in.get(first(evaluation, f"/{kind}")).data for kind in ("pdf", "xlsx", "csv")}
    before = signed_in.page(first(evaluation)).xpath("string(//h1)")
    for code in sorted(residents.codes(evaluation))[:9]:
        residents.erase(evaluation, code)
    db.session.commit()
    page = signed_in.page(first(evaluation))
    assert page.xpath("string(//h1)") == before
    assert "Since then nine people were erased." in text(page)
    changed = text(page.xpath("//table[caption[contains(., 'would read otherwise now')]]")[0])
    assert "Hope for the future With both (people) 40 35" in changed
    assert {kind: signed_in.get(first(evaluation, f"/{kind}")).data for kind in files} == files


def test_the_files_are_what_they_are_called(signed_in, evaluation, tmp_path):
    pdf = signed_in.get(first(evaluation, "/pdf"))
    (tmp_path / "release.pdf").write_bytes(pdf.data)
    said = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "release.pdf", "-"], capture_output=True, text=True, check=True
    )
    pages = said.stdout.split("\f")[:-1]
    assert all("Release 1" in page and "Internal" not in page for page in pages)
    book = CalamineWorkbook.from_filelike(io.BytesIO(signed_in.get(first(evaluation, "/xlsx")).data))
    assert "Codebook" in book.sheet_names
    csv = signed_in.get(first(evaluation, "/csv"))
    assert "hope" in csv.text and csv.headers["Content-Disposition"].endswith('release-1.csv"')


def test_what_is_not_there_is_not_found(signed_in, evaluation):
    assert signed_in.get(f"/evaluations/{evaluation.id}/releases/2").status_code == 404
    assert signed_in.get(first(evaluation, "/docx")).status_code == 404
    assert signed_in.get(f"/evaluations/{evaluation.id}/releases/{2**63}").status_code == 404


def test_each_look_and_each_download_is_in_the_trail(signed_in, evaluation):
    signed_in.get(first(evaluation))
    signed_in.get(first(evaluation, "/pdf"))
    found = db.session.execute(db.select(TrailLine.act, TrailLine.detail)).all()
    assert ("saw a release", "release 1") in found
    assert ("downloaded a release", "release 1 (pdf)") in found


def test_the_release_of_before_is_read_where_the_wave_is_renamed(signed_in, evaluation):
    release = releases.find(evaluation, 1)
    release.wave.name = "Spring"
    db.session.commit()
    assert "Follow-up" in text(signed_in.page(first(evaluation)))
