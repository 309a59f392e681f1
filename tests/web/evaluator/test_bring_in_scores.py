import io

import pytest

from survey.engagement import importing
from survey.records.base import db
from survey.records.upload import Upload
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


def send(client, evaluation, data, name="scores.csv", **fields):
    return client.fill(
        f"/evaluations/{evaluation.id}/bring-in-scores", form=-1, file=(io.BytesIO(data), name), **fields
    )


def kept():
    db.session.expire_all()
    return db.session.query(Upload).all()


def test_a_file_arrives_and_its_columns_are_asked_for(signed_in, evaluation):
    response = send(signed_in, evaluation, "code;hope\nwren;3".encode("utf-16"), "<i>.csv")
    assert response.request.path.endswith("/columns")
    assert "<i>.csv" in text(response)
    (upload,) = kept()
    assert upload.text == "code;hope\nwren;3"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04....", "This is a spreadsheet, not a CSV file"),
        (b"", "This file is empty"),
        (b"code,area\n", "no rows under its headings"),
        (b"\x00\x01\x02\x03\x04\x05", "does not hold text"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_kept(signed_in, evaluation, data, said):
    response = send(signed_in, evaluation, data)
    assert response.status_code == 422 and said in text(response)
    assert kept() == []


def test_no_file_is_said(signed_in, evaluation):
    response = signed_in.fill(f"/evaluations/{evaluation.id}/bring-in-scores", form=-1)
    assert response.status_code == 422 and "Choose a file." in text(response)


def test_a_file_that_is_too_large_gets_a_plain_page(app, signed_in, evaluation):
    assert app.config["MAX_CONTENT_LENGTH"] == 4 * 1024 * 1024
    # The same at a size that is quick to send.
    app.config["MAX_CONTENT_LENGTH"] = 4 * 1024
    assert send(signed_in, evaluation, b"x,y\n" * 1100).status_code == 413
    assert kept() == []


def test_nothing_is_brought_in_before_the_evaluation_is_open(signed_in, evaluator):
    closed = making.evaluation(evaluator, opened=False, name="Not yet")
    page = signed_in.page(f"/evaluations/{closed.id}/bring-in-scores")
    assert "once the evaluation is open" in text(page)
    assert not page.xpath("//input[@type='file']")
    signed_in.post(
        f"/evaluations/{closed.id}/bring-in-scores", data={"file": (io.BytesIO(b"a,b\nc,d"), "x.csv")}
    )
    assert kept() == []


def test_a_waiting_file_can_be_gone_on_with_or_given_up(signed_in, evaluation):
    upload = importing.upload(evaluation, "mine.csv", b"code,hope\nwren,3")
    db.session.commit()
    page = signed_in.page(f"/evaluations/{evaluation.id}/bring-in-scores")
    assert "mine.csv" in text(page) and page.xpath(f"//a[contains(@href, '/{upload.id}/columns')]")
    response = signed_in.fill(f"/evaluations/{evaluation.id}/bring-in-scores")
    assert "The file is deleted. Nothing was brought in." in text(response)
    assert kept() == []


def test_files_of_other_evaluations_are_not_found(signed_in, evaluation, evaluator):
    other = making.evaluation(evaluator, name="Another")
    upload = importing.upload(other, "x.csv", b"a,b\nc,d")
    db.session.commit()
    for step in ("columns", "check"):
        assert (
            signed_in.get(f"/evaluations/{evaluation.id}/bring-in-scores/{upload.id}/{step}").status_code
            == 404
        )
    assert (
        signed_in.post(f"/evaluations/{evaluation.id}/bring-in-scores/{upload.id}/give-up").status_code == 404
    )
    assert len(kept()) == 1


def test_giving_up_needs_a_token(signed_in, evaluation):
    importing.upload(evaluation, "x.csv", b"a,b\nc,d")
    db.session.commit()
    response = signed_in.fill(f"/evaluations/{evaluation.id}/bring-in-scores", csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert len(kept()) == 1
