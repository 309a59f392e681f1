import pytest

from survey.engagement import invitations
from survey.records.base import db
from survey.records.resident import Resident
from survey.records.trail import TrailLine
from tests import making
from tests.reading import text


@pytest.fixture
def evaluation(signed_in, evaluator):
    return making.evaluation(evaluator)


@pytest.fixture
def person(evaluation):
    return making.people(evaluation, code="=wren & <i>", age_band="65_plus")[0]


def address(person, rest=""):
    return f"/evaluations/{person.evaluation_id}/residents/{person.id}{rest}"


def test_the_page_shows_what_is_known_and_the_way_to_answer(signed_in, person):
    page = signed_in.page(address(person))
    link = invitations.current_link(person)
    words = text(page)
    for part in (
        "=wren & <i>",
        link.address,
        link.spoken_code,
        "North",
        "65 or over",
        "Not known",
        "Nothing yet",
    ):
        assert part in words
    assert page.xpath("//svg[@role='img']/title")


def test_seeing_the_link_goes_into_the_trail_without_the_code(signed_in, person):
    signed_in.page(address(person))
    db.session.rollback()
    (line,) = db.session.query(TrailLine).filter_by(act="saw a link").all()
    assert line.evaluation_id == person.evaluation_id and line.user_id and not line.detail


def test_the_address_holds_no_code(signed_in, person):
    page = signed_in.page(f"/evaluations/{person.evaluation_id}/residents")
    assert not [href for href in page.xpath("//@href") if "wren" in href]


def test_a_new_link_replaces_the_old_one(signed_in, person):
    old = invitations.current_link(person)
    response = signed_in.fill(address(person))
    db.session.expire_all()
    new = invitations.current_link(person)
    assert new != old and new.spoken_code in text(response) and old.spoken_code not in text(response)
    assert invitations.find(old.token).ended_at


def test_somebody_without_a_link_gets_one(signed_in, evaluation):
    (person,) = making.people(evaluation, linked=False)
    assert "no link that works" in text(signed_in.page(address(person)))
    signed_in.fill(address(person))
    assert invitations.current_link(db.session.get(Resident, person.id, populate_existing=True))


def test_a_person_may_move(signed_in, evaluation, person):
    south = evaluation.areas[1]
    response = signed_in.fill(address(person), form=1, area=str(south.id), level="one")
    assert response.status_code == 200
    db.session.expire_all()
    assert (person.area_id, person.level) == (south.id, "one")


@pytest.mark.parametrize(("form", "fields"), [(0, {"csrf_token": "stale"}), (1, {"csrf_token": "stale"})])
def test_a_lost_token_changes_nothing_and_says_so(signed_in, person, form, fields):
    old = invitations.current_link(person)
    response = signed_in.fill(address(person), form=form, **fields)
    assert response.status_code == 422
    assert "press the button again" in text(response)
    db.session.expire_all()
    assert invitations.current_link(person) == old


@pytest.mark.parametrize("fields", [{"area": "999"}, {"area": "x"}, {"level": "three"}])
def test_no_one_moves_to_where_there_is_nothing(signed_in, person, fields):
    assert signed_in.fill(address(person), form=1, **fields).status_code == 422
    db.session.expire_all()
    assert (person.area.name, person.level) == ("North", "two")


def test_people_of_other_evaluations_are_not_found(signed_in, evaluator, person):
    other = making.evaluation(evaluator, name="Another")
    assert signed_in.get(f"/evaluations/{other.id}/residents/{person.id}").status_code == 404
    assert signed_in.post(f"/evaluations/{other.id}/residents/{person.id}/new-link").status_code == 404
