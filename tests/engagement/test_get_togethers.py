import pytest
from sqlalchemy import inspect

from survey.engagement import get_togethers
from survey.records.base import db
from survey.records.session import GetTogetherWish
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture(autouse=True)
def noise(app):
    return get_togethers.ask(making.evaluation(making.user("noise@example.org")), "Noise", "0")


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def test_those_who_asked_are_listed_the_first_first(evaluation):
    for name in ("Betty", "Brian"):
        get_togethers.ask(evaluation, name, "01632 960001")
    db.session.commit()
    assert [each.name for each in get_togethers.of(evaluation)] == ["Betty", "Brian"]


def test_only_the_day_is_kept_so_that_no_time_tells_who_was_voting(evaluation):
    asked = get_togethers.ask(evaluation, "Betty", "01632 960001").asked_at
    assert (asked.hour, asked.minute, asked.second) == (0, 0, 0)


def test_a_wish_points_to_its_evaluation_and_nothing_else():
    points_to = {
        key.referred_table.name for key in inspect(GetTogetherWish).local_table.foreign_key_constraints
    }
    assert points_to == {"evaluation"}


def test_one_is_removed_and_found_in_its_own_evaluation_only(evaluation, noise):
    wish = get_togethers.add(evaluation, "Betty", "01632 960001")
    assert get_togethers.get(evaluation, wish.id) == wish
    assert get_togethers.get(evaluation, noise.id) is None
    get_togethers.remove(evaluation, wish)
    db.session.commit()
    assert get_togethers.of(evaluation) == []
    assert db.session.query(GetTogetherWish).count() == 1


def test_the_trail_holds_no_name(evaluation):
    wish = get_togethers.add(evaluation, "Betty", "01632 960001")
    get_togethers.remove(evaluation, wish)
    get_togethers.ask(evaluation, "Brian", "01632 960002")
    db.session.commit()
    lines = db.session.query(TrailLine).filter_by(evaluation_id=evaluation.id).all()
    assert len([line for line in lines if "get-together" in line.act]) == 2
    assert not [line for line in lines if line.detail and "Betty" in line.detail]
