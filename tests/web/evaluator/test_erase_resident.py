import pytest

from survey.records.base import db
from survey.records.resident import Resident
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.people(made, code="wren")
    making.people(made, code="robin")
    making.people(making.evaluation(evaluator, name="Another"), code="dove")
    return made


def erase(client, evaluation, code, **fields):
    return client.fill(f"/evaluations/{evaluation.id}/residents/erase", code=code, **fields)


def codes():
    db.session.expire_all()
    return {person.code for person in db.session.query(Resident)}


def test_what_goes_is_shown_before_it_goes(signed_in, evaluation):
    shown = erase(signed_in, evaluation, " WREN ")
    assert "Erase wren for good?" in text(shown) and "there are none" in text(shown)
    # Said of everybody: who told a story is nobody's to see.
    assert "any story that they told by their own link" in text(shown)
    assert codes() == {"wren", "robin", "dove"}
    gone = erase(signed_in, evaluation, "WREN", erase="1")
    assert "erased" in text(gone)
    assert codes() == {"robin", "dove"}


def test_the_trail_has_no_code(signed_in, evaluation):
    erase(signed_in, evaluation, "wren", erase="1")
    (line,) = db.session.query(TrailLine).filter_by(act="erased a resident").all()
    assert line.detail == "" and line.user_id


@pytest.mark.parametrize("code", ["dove", "nobody", "", "<b>"])
def test_a_code_of_nobody_here_erases_nobody(signed_in, evaluation, code):
    response = erase(signed_in, evaluation, code, erase="1")
    assert response.status_code == 422
    assert "nobody with this code" in text(response) or "Write the code" in text(response)
    assert codes() == {"wren", "robin", "dove"}


def test_a_lost_token_erases_nobody(signed_in, evaluation):
    response = erase(signed_in, evaluation, "wren", erase="1", csrf_token="stale")
    assert response.status_code == 422 and 'value="wren"' in response.text
    assert codes() == {"wren", "robin", "dove"}
