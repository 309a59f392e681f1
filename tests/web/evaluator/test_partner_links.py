import csv
import io

import pytest
from sqlalchemy import select

from survey.engagement import invitations, stakeholders
from survey.engagement.stakeholders import Details
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def evaluation(signed_in, evaluator):
    making.partner(making.evaluation(making.user("noise@example.org")), linked=True)
    return making.evaluation(evaluator, name="Ünder / way")


def download(client, evaluation):
    response = client.get(f"/evaluations/{evaluation.id}/stakeholders/links.csv")
    assert response.status_code == 200
    return response, list(csv.reader(io.StringIO(response.data.decode("utf-8-sig"))))


def test_everyone_with_a_link_stands_in_a_row(signed_in, evaluation):
    details = Details("nhs", "Elm, Road", evaluation.areas[0], "Sam", "sam@example.org")
    line = stakeholders.add(evaluation, details, invitations.prepare(1)[0])
    making.partner(evaluation, "police", "Without")
    making.partner(evaluation, "family", "Families")
    started = making.partner(evaluation, "coordinators", "Coordinators", linked=True)
    making.partner_answer(started, sent=False)
    db.session.commit()
    _, rows = download(signed_in, evaluation)
    link, second = invitations.current_link(line), invitations.current_link(started)
    assert rows == [
        ["Organisation", "Kind", "Area", "Contact", "How to reach them", "Answers", "Link", "Spoken code"],
        ["Elm, Road", "NHS", "North", "Sam", "sam@example.org", "Link made", link.address, link.spoken_code],
        [
            *("Coordinators", "Coordinators", "All areas", "", ""),
            "Started",
            second.address,
            second.spoken_code,
        ],
    ]


def test_the_file_is_an_attachment_that_nobody_keeps(signed_in, evaluation):
    response, _ = download(signed_in, evaluation)
    assert response.headers["Content-Disposition"] == 'attachment; filename="under-_-way-partners-links.csv"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.mimetype == "text/csv"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(signed_in, evaluation, text):
    details = Details("nhs", text, None, text, text)
    stakeholders.add(evaluation, details, invitations.prepare(1)[0])
    db.session.commit()
    _, rows = download(signed_in, evaluation)
    assert [rows[1][place] for place in (0, 3, 4)] == [f"'{text}"] * 3


def test_the_trail_says_how_many_and_no_name(signed_in, evaluation):
    making.partner(evaluation, linked=True)
    download(signed_in, evaluation)
    db.session.rollback()
    [line] = db.session.scalars(select(TrailLine).where(TrailLine.act == "downloaded partners’ links"))
    assert (line.evaluation_id, line.detail) == (evaluation.id, "one partner")
