import io
import subprocess

import pytest
from python_calamine import CalamineWorkbook

from survey.engagement import releases, residents
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text
from tests.reports.impact_worlds import about, shares

PAIRS = [(2, 4), (3, 3), (1, 4)] * 14


@pytest.fixture
def evaluation(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", PAIRS)
    signed_in.fill(f"/evaluations/{evaluation.id}/releases/new")
    return evaluation


def first(evaluation, ending=""):
    return f"/evaluations/{evaluation.id}/releases/1{ending}"


@pytest.mark.usefixtures("no_paper")
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


@pytest.mark.usefixtures("no_paper")
def test_what_is_not_there_is_not_found(signed_in, evaluation):
    assert signed_in.get(f"/evaluations/{evaluation.id}/releases/2").status_code == 404
    assert signed_in.get(first(evaluation, "/docx")).status_code == 404
    assert signed_in.get(f"/evaluations/{evaluation.id}/releases/{2**63}").status_code == 404


@pytest.mark.usefixtures("no_paper")
def test_each_look_and_each_download_is_in_the_trail(signed_in, evaluation):
    signed_in.get(first(evaluation))
    signed_in.get(first(evaluation, "/pdf"))
    found = db.session.execute(db.select(TrailLine.act, TrailLine.detail)).all()
    assert ("saw a release", "release 1") in found
    assert ("downloaded a release", "release 1 (pdf)") in found


@pytest.mark.usefixtures("no_paper")
def test_the_release_of_before_is_read_where_the_wave_is_renamed(signed_in, evaluation):
    release = releases.find(evaluation, 1)
    release.wave.name = "Spring"
    db.session.commit()
    assert "Follow-up" in text(signed_in.page(first(evaluation)))


# What a release says of impact, in the whole way from partners' answers to the files.

TEAMS = ["Made-up Bridgewater team", "Made-up Castlefield team", "Made-up Dunmore team"]


@pytest.fixture
def with_partners(signed_in):
    evaluation = making.evaluation()
    making.pairs(evaluation, "control", PAIRS[:24])
    for organisation in TEAMS:
        team = making.partner(evaluation, "adult_social_care", organisation)
        said = about("control", anyway="50", shares=shares(63, 0, 37), displaced="0", left="25")
        making.partner_answer(team, **said, less_care_demand_seen="better", less_care_demand_amount=7391)
    making.partner_answer(
        making.partner(evaluation, "coordinators", "Made-up Elm Road office"),
        **about("control", anyway="100"),
    )
    signed_in.fill(f"/evaluations/{evaluation.id}/releases/new")
    return evaluation


def test_a_release_says_what_is_due_to_the_programme_and_names_no_partner(signed_in, with_partners, tmp_path):
    page = text(signed_in.page(first(with_partners)))
    assert "How much of this is due to the programme" in page
    assert "Feeling in control: between 7 and 44 per cent of the change is due to the programme." in page
    (tmp_path / "release.pdf").write_bytes(signed_in.get(first(with_partners, "/pdf")).data)
    paper = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "release.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    book = CalamineWorkbook.from_filelike(io.BytesIO(signed_in.get(first(with_partners, "/xlsx")).data))
    sheets = repr([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    csv = signed_in.get(first(with_partners, "/csv")).text
    kept = releases.find(with_partners, 1).findings
    for told in (page, paper, sheets, csv, kept):
        assert "about half" in told.lower()
        assert not [name for name in (*TEAMS, "Elm Road", "Bridgewater") if name in told]
        assert "7391" not in told and "7,391" not in told and "22173" not in told
    assert "37" not in [cell for line in csv.splitlines() for cell in line.split(",")], "a share, exact"
    # Control: the same search finds them where they stand.
    register = text(signed_in.page(f"/evaluations/{with_partners.id}/stakeholders"))
    assert [name for name in TEAMS if name in register] == TEAMS


@pytest.mark.usefixtures("no_paper")
def test_one_more_partner_changes_no_release_and_none_made_after(signed_in, with_partners):
    before = signed_in.get(first(with_partners, "/csv")).text
    late = making.partner(with_partners, "adult_social_care", "Made-up late team")
    making.partner_answer(late, **about("control", anyway="100", shares=shares(0, 0, 100), displaced="100"))
    signed_in.fill(f"/evaluations/{with_partners.id}/releases/new")
    again = signed_in.get(f"/evaluations/{with_partners.id}/releases/2/csv").text
    assert about_impact(again) == about_impact(before) != []
    assert "one partner sent answers" in text(signed_in.page(first(with_partners)))


def about_impact(csv):
    told = [line.replace("Release 2", "Release 1") for line in csv.splitlines()]
    return [line for line in told if ",filters_" in line or ",kinds_" in line or ",impact" in line]
