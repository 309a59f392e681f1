"""What is taken away is marked internal, named, safe in a spreadsheet, and in the trail."""

import csv
import io
import subprocess

import pytest

from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reports.worlds import world


def rows(response):
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))


@pytest.fixture
def evaluation(signed_in):
    return world()


def test_the_pairs_are_all_there_by_code(signed_in, evaluation):
    response = signed_in.get(f"/evaluations/{evaluation.id}/results/pairs.csv")
    found = [row for row in rows(response) if row["outcome"] == "control" and row["before"] and row["now"]]
    assert sorted((int(row["before"]), int(row["now"])) for row in found) == sorted(
        [(2, 4), (2, 3), (3, 5), (1, 4), (4, 4), (3, 2)]
    )
    assert {row["area"] for row in found} == {"North", "South"}
    assert "attachment" in response.headers["Content-Disposition"]
    assert "internal" in response.headers["Content-Disposition"]


def test_a_missing_score_has_its_reason(signed_in, evaluation):
    response = signed_in.get(f"/evaluations/{evaluation.id}/results/pairs.csv")
    [single] = [
        row for row in rows(response) if row["outcome"] == "control" and row["before"] and not row["now"]
    ]
    assert (single["before"], single["now_reason"]) == ("2", "not_asked")


def test_filters_narrow_the_pairs(signed_in, evaluation):
    address = f"/evaluations/{evaluation.id}/results/pairs.csv?area={evaluation.areas[0].id}"
    assert {row["area"] for row in rows(signed_in.get(address))} == {"North"}


def test_no_cell_is_a_live_formula(signed_in):
    evaluation = making.evaluation(areas=[making.AreaDetails("=1+1", {})])
    making.pairs(evaluation, "control", [(1, 2)])
    response = signed_in.get(f"/evaluations/{evaluation.id}/results/pairs.csv")
    assert {row["area"] for row in rows(response)} == {"'=1+1"}


def test_the_summary_holds_the_figures_and_says_internal_on_each_page(signed_in, evaluation, tmp_path):
    response = signed_in.get(f"/evaluations/{evaluation.id}/results/summary.pdf")
    assert response.mimetype == "application/pdf"
    paper = tmp_path / "summary.pdf"
    paper.write_bytes(response.data)
    said = subprocess.run(
        ["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = said.split("\f")[:-1]
    assert len(pages) == 3 and "Annex: the figures to check these with" in pages[2]
    assert all("Internal: for the team, not for publication" in page for page in pages)
    assert "Feeling in control rose by 47 per cent of its starting level" in " ".join(said.split())


def test_each_download_is_in_the_trail_with_its_stamp(signed_in, evaluation):
    signed_in.get(f"/evaluations/{evaluation.id}/results/summary.pdf")
    signed_in.get(f"/evaluations/{evaluation.id}/results/pairs.csv")
    lines = db.session.query(TrailLine).filter(TrailLine.act.like("downloaded%")).order_by(TrailLine.id).all()
    assert [line.act for line in lines] == ["downloaded summary", "downloaded pairs"]
    assert "14 sets of answers" in lines[0].detail


def test_a_visitor_gets_nothing(client, evaluation):
    client.delete_cookie("session")
    for name in ("summary.pdf", "pairs.csv"):
        assert client.get(f"/evaluations/{evaluation.id}/results/{name}").status_code in (302, 303, 401)
