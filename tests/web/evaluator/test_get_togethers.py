import pytest

from survey.engagement import get_togethers
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text

BETTY = {"name": "Betty <b>", "contact": "01632 960001"}


@pytest.fixture
def noise(app):
    made = get_togethers.ask(making.evaluation(making.user("noise@example.org")), "Noise", "0")
    db.session.commit()
    return made


@pytest.fixture
def evaluation(signed_in, evaluator, noise):
    return making.evaluation(evaluator)


def address(evaluation, rest=""):
    return f"/evaluations/{evaluation.id}/get-togethers{rest}"


def names(evaluation):
    db.session.rollback()
    return [each.name for each in get_togethers.of(evaluation)]


def test_the_list_says_how_many_and_how_to_reach_them(signed_in, evaluation):
    assert "Nobody has asked to hear about get-togethers yet." in text(signed_in.page(address(evaluation)))
    get_togethers.ask(evaluation, "Betty", "01632 960001")
    db.session.commit()
    page = text(signed_in.page(address(evaluation)))
    assert "One person would like to hear about get-togethers." in page
    assert "Betty" in page and "01632 960001" in page and "Noise" not in page


def test_somebody_without_a_phone_is_added_once(signed_in, evaluation):
    for _ in range(2):
        reply = signed_in.fill(address(evaluation), once="a" * 32, **BETTY)
    assert names(evaluation) == ["Betty <b>"] and "Betty <b>" in text(reply)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"contact": " "}, {"name": "x" * 121}])
def test_a_problem_is_said_and_what_was_typed_stays(signed_in, evaluation, wrong):
    reply = signed_in.fill(address(evaluation), **BETTY | wrong)
    assert reply.status_code == 422 and names(evaluation) == []
    assert "01632 960001" in reply.text or "Betty &lt;b&gt;" in reply.text


def test_a_form_that_comes_back_repeats_no_name_of_the_list(signed_in, evaluation):
    get_togethers.ask(evaluation, "Brian", "01632 960002")
    db.session.commit()
    refused = text(signed_in.fill(address(evaluation), **BETTY, csrf_token="stale"))
    assert "Brian" not in refused and "01632 960002" not in refused and "See the list again" in refused
    assert "Brian" in text(signed_in.page(address(evaluation)))


def test_one_is_removed_once_that_is_confirmed(signed_in, evaluation):
    wish = get_togethers.ask(evaluation, "Betty", "01632 960001")
    get_togethers.ask(evaluation, "Brian", "01632 960002")
    db.session.commit()
    there = address(evaluation, f"/{wish.id}/remove")
    assert "Remove Betty from the list for good?" in text(signed_in.page(there))
    assert signed_in.post(there, data={"csrf_token": "stale"}).status_code == 422
    assert names(evaluation) == ["Betty", "Brian"]
    signed_in.fill(there)
    assert names(evaluation) == ["Brian"]


def test_those_of_another_evaluation_are_not_found(signed_in, evaluation, noise):
    for there in (address(evaluation, f"/{noise.id}/remove"), address(noise_evaluation(noise))):
        assert signed_in.get(there).status_code == 404


def noise_evaluation(noise):
    return db.session.get(making.evaluations.Evaluation, noise.evaluation_id)


def test_the_trail_says_who_saw_it_and_holds_no_name(signed_in, evaluation):
    signed_in.fill(address(evaluation), **BETTY)
    lines = db.session.query(TrailLine).filter_by(evaluation_id=evaluation.id).all()
    assert ("saw who would like to hear about get-togethers", "one person") in [
        (line.act, line.detail) for line in lines
    ]
    assert not [line for line in lines if "Betty" in line.act + line.detail]
