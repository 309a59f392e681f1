import pytest

from survey.engagement import invitations
from survey.records.base import db
from survey.records.resident import Resident
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator, opened=False)


def add(client, evaluation, **fields):
    usual = {"area": str(evaluation.areas[0].id), "level": "two"}
    return client.fill(f"/evaluations/{evaluation.id}/residents/add", **usual | fields)


def people():
    db.session.expire_all()
    return db.session.query(Resident).order_by(Resident.id).all()


def test_area_and_level_are_enough(signed_in, evaluation):
    response = add(signed_in, evaluation)
    (person,) = people()
    link = invitations.current_link(person)
    for part in (person.code, link.address, link.spoken_code):
        assert part in text(response)
    assert person.age_band is person.main_reason is person.introduction_route is None


def test_everything_else_may_be_said(signed_in, evaluation):
    add(
        signed_in,
        evaluation,
        code="  LAC  7 ",
        age_band="65_plus",
        main_reason="carer",
        introduction_route="police",
    )
    (person,) = people()
    assert (person.code, person.age_band, person.main_reason, person.introduction_route) == (
        "LAC 7",
        "65_plus",
        "carer",
        "police",
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"area": []}, "Choose an area."),
        ({"level": []}, "Choose a level."),
        ({"area": "999"}, "Not a valid choice"),
        ({"code": "WREN"}, "already in use here"),
        ({"code": "x" * 41}, "too long"),
        ({"code": "<>"}, "at least one letter or digit"),
        ({"csrf_token": "stale"}, "press the button again"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(signed_in, evaluation, fields, said):
    making.people(evaluation, code="wren", linked=False)
    response = add(signed_in, evaluation, age_band="31_64", **fields)
    assert response.status_code == 422
    assert said in text(response)
    assert '<option value="31_64" selected' in response.text
    assert len(people()) == 1


def test_a_code_taken_while_ours_was_hashed_is_noticed(signed_in, evaluation, monkeypatch):
    prepare = invitations.prepare

    def slowly(count):
        making.people(evaluation, code="wren", linked=False)
        return prepare(count)

    monkeypatch.setattr(invitations, "prepare", slowly)
    response = add(signed_in, evaluation, code="Wren")
    assert response.status_code == 422 and "already in use" in text(response)
    assert [person.code for person in people()] == ["wren"]


def test_a_second_press_adds_nobody_more(signed_in, evaluation):
    address = f"/evaluations/{evaluation.id}/residents/add"
    form = next(each for each in signed_in.page(address).forms if "sign-out" not in (each.action or ""))
    sent = {**dict(form.form_values()), "area": str(evaluation.areas[0].id), "level": "two", "code": "own-1"}
    first, second = (signed_in.post(address, data=sent) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert [person.code for person in people()] == ["own-1"]
