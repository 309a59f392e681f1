import pytest

from survey.analysis.wording import number
from survey.engagement import invitations, stakeholders
from survey.engagement.stakeholders import Details
from survey.records.base import db
from tests import making
from tests.reading import text

TOLD = {"case_person": "Betty", "traditional_response": "A home.", "happened_instead": "A lunch club."}


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


def address(line):
    return f"/evaluations/{line.evaluation_id}/stakeholders/{line.id}/remove"


def test_it_says_what_goes_and_takes_nothing_before_the_button_is_pressed(signed_in, evaluation):
    details = Details("nhs", "Elm & Road", contact_name="Sam")
    line = stakeholders.add(evaluation, details, invitations.prepare(1)[0])
    making.partner_answer(line, **TOLD)
    page = text(signed_in.page(address(line)))
    answers = stakeholders.kept(line).answers
    for said in (
        "Remove Elm & Road for good?",
        "the name of its contact and how to reach them",
        "its link and code, which stop working at once",
        f"what it has answered: {number(answers)} answers in all",
        "the case record that it told",
    ):
        assert said in page
    assert stakeholders.count(evaluation) == 1


def test_what_is_not_there_is_not_said_to_go(signed_in, evaluation):
    page = text(signed_in.page(address(making.partner(evaluation))))
    for said in ("its contact: there is none", "its link: there is none", "its answers: there are none"):
        assert said in page
    assert "case record" not in page


def test_the_button_removes_it_for_good(signed_in, evaluation):
    line, other = (making.partner(evaluation, "nhs", name, linked=True) for name in ("Elm", "Oak"))
    token = invitations.current_link(line).token
    response = signed_in.fill(address(line))
    assert "Removed from the register." in text(response)
    db.session.expire_all()
    assert stakeholders.of(evaluation) == [other]
    assert invitations.find(token) is None


def test_a_lost_token_removes_nothing(signed_in, evaluation):
    line = making.partner(evaluation)
    response = signed_in.fill(address(line), csrf_token="stale")
    assert response.status_code == 422 and "press the button again" in text(response)
    assert stakeholders.count(evaluation) == 1
