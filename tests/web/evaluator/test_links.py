import csv
import io

import pytest

from survey.engagement import invitations
from survey.records.base import db
from survey.records.trail import TrailLine
from survey.web.evaluator.attachment import plain_cell
from tests import making


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator, name="Ünder / way")


def download(client, evaluation, query=""):
    response = client.get(f"/evaluations/{evaluation.id}/residents/links.csv{query}")
    assert response.status_code == 200
    return response, list(csv.reader(io.StringIO(response.data.decode("utf-8-sig"))))


def test_every_link_stands_in_a_row(signed_in, evaluation):
    (person,) = making.people(evaluation, code="élan")
    making.people(evaluation, linked=False)
    response, rows = download(signed_in, evaluation)
    link = invitations.current_link(person)
    assert rows == [
        ["Code", "Area", "Level", "Link", "Spoken code"],
        ["élan", "North", "Level 2", link.address, link.spoken_code],
    ]
    assert response.data.startswith(b"\xef\xbb\xbf")


def test_the_file_is_an_attachment_that_nobody_keeps(signed_in, evaluation):
    response, _ = download(signed_in, evaluation)
    assert response.headers["Content-Disposition"] == 'attachment; filename="under-_-way-links.csv"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.mimetype == "text/csv"


@pytest.mark.parametrize("code", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(signed_in, evaluation, code):
    making.people(evaluation, code=code)
    _, rows = download(signed_in, evaluation)
    assert rows[1][0] == f"'{code}"


@pytest.mark.parametrize(("cell", "plain"), [("\tx", "'\tx"), ("\rx", "'\rx"), ("a=b", "a=b"), ("", "")])
def test_only_what_begins_like_a_formula_is_marked(cell, plain):
    assert plain_cell(cell) == plain


def test_filters_apply_and_the_trail_says_how_many(signed_in, evaluation):
    making.people(evaluation, 2)
    making.people(evaluation, area=1)
    _, rows = download(signed_in, evaluation, f"?area={evaluation.areas[1].id}")
    assert len(rows) == 2
    db.session.rollback()
    assert db.session.query(TrailLine).filter_by(act="downloaded links").one().detail == "one person"
