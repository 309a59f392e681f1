import pytest

from survey.engagement import columns, importing
from survey.engagement.columns import Columns
from survey.records.base import db
from survey.records.change import ASKED, ChangeRow
from survey.records.resident import Resident
from survey.records.upload import Upload
from tests import making
from tests.reading import text

HELD = ("code", "area", "level", "score:0:control", "score:1:control")
GOOD = "a1,North,2,2,4\na2,South,2,3,\n"
BAD = "a3,<i>,2,6,n/a\n"


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


def waiting(evaluation, rows, chosen=True):
    upload = importing.upload(evaluation, "scores.csv", f"{','.join(HELD)}\n{rows}".encode())
    if chosen:
        columns.keep(upload, Columns(HELD, before_kind=ASKED))
    db.session.commit()
    return f"/evaluations/{evaluation.id}/bring-in-scores/{upload.id}/check"


def counted():
    db.session.expire_all()
    return [db.session.query(table).count() for table in (Resident, ChangeRow, Upload)]


def test_what_fits_is_counted_and_brought_in(signed_in, evaluation):
    address = waiting(evaluation, GOOD)
    page = signed_in.page(address)
    assert "All rows fit Two people can be brought in, all of them new here." in text(page)
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")]
    assert rows == [["At introduction", "2", "2", "0"], ["Follow-up", "1", "1", "0"]]
    assert counted() == [0, 0, 1]
    response = signed_in.fill(address)
    assert "Scores brought in for two people." in text(response)
    assert counted() == [2, 2, 0]


def test_what_does_not_fit_is_named_and_left_out_only_when_told_to(signed_in, evaluation):
    address = waiting(evaluation, GOOD + BAD)
    page = signed_in.page(address)
    problems = [[cell.text_content() for cell in row][:2] for row in page.xpath("(//tbody)[2]/tr")]
    assert problems == [["4", "area"], ["4", "score:0:control"], ["4", "score:1:control"]]
    assert "Leave one row out and bring in two people" in text(page)
    assert counted() == [0, 0, 1]
    signed_in.fill(address)
    assert counted() == [2, 2, 0]


def test_nothing_can_be_brought_in_where_nothing_fits(signed_in, evaluation):
    page = signed_in.page(waiting(evaluation, BAD))
    assert "There is nobody to bring in." in text(page)
    assert not [button for button in page.xpath("//button") if "ring in" in button.text_content()]


def test_what_has_changed_since_it_was_looked_at_is_shown_again(signed_in, evaluation):
    address = waiting(evaluation, GOOD)
    response = signed_in.fill(address, seen="something else")
    assert response.status_code == 422 and "Look at it once more" in text(response)
    assert counted() == [0, 0, 1]


def test_a_lost_token_brings_nothing_in(signed_in, evaluation):
    response = signed_in.fill(waiting(evaluation, GOOD), csrf_token="stale")
    assert response.status_code == 422
    assert counted() == [0, 0, 1]


def test_columns_come_first(signed_in, evaluation):
    response = signed_in.get(waiting(evaluation, GOOD, chosen=False))
    assert response.status_code == 303 and response.location.endswith("/columns")


def test_other_columns_chosen_since_it_was_looked_at_are_shown_first(signed_in, evaluation):
    address = waiting(evaluation, GOOD)
    seen = signed_in.page(address).xpath("//input[@name='seen']/@value")[0]
    turned = ("code", "area", "level", "score:1:control", "score:0:control")
    columns.keep(db.session.query(Upload).one(), Columns(turned, before_kind=ASKED))
    db.session.commit()
    response = signed_in.fill(address, seen=seen)
    assert response.status_code == 422 and "Look at it once more" in text(response)
    assert counted() == [0, 0, 1]


def test_a_second_press_leads_where_the_first_did_and_brings_nothing_in(signed_in, evaluation):
    address = waiting(evaluation, GOOD)
    form = next(each for each in signed_in.page(address).forms if "seen" in each.fields)
    first, second = (signed_in.post(address, data=dict(form.form_values())) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert signed_in.post(address).status_code == 404
    assert counted() == [2, 2, 0]
