"""A value map is made with the usual settings, changed with a line in the trail, and taken away."""

import pytest
from sqlalchemy import select

from survey.engagement import value_maps
from survey.engagement.value_maps import NameTaken, NewMap
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def evaluation(app):
    value_maps.make(making.evaluation(name="Noise"), NewMap("Noise"))
    return making.evaluation()


def last_line():
    query = select(TrailLine.act, TrailLine.detail).order_by(TrailLine.id.desc()).limit(1)
    return tuple(db.session.execute(query).one())


def test_a_new_map_counts_the_first_follow_up_and_discounts_as_the_green_book_does(evaluation):
    made = value_maps.make(evaluation, NewMap("Walking"))
    assert (made.wave.number, made.before_kind, made.level) == (1, "asked", "two")
    assert (made.rate_table, made.timing) == ("Green Book 2026, standard", "year_0")
    assert made.inputs_discounted and made.price_year == evaluation.period_end.year
    assert value_maps.of(evaluation) == [made]


def test_two_maps_of_an_evaluation_have_two_names(evaluation):
    value_maps.make(evaluation, NewMap("Walking"))
    with pytest.raises(NameTaken):
        value_maps.make(evaluation, NewMap("WALKING"))
    other = value_maps.make(evaluation, NewMap("Noise"))
    with pytest.raises(NameTaken):
        value_maps.change(other, {"name": "walking"})
    value_maps.change(other, {"name": "NOISE"})


def test_the_trail_says_which_settings_were_changed_and_not_to_what(evaluation):
    made = value_maps.make(evaluation, NewMap("Walking"))
    value_maps.change(made, {"scope": "secret words", "points": 2, "rule": "counted"})
    db.session.flush()
    assert last_line() == ("changed a value map", f"value map {made.id}: scope, points")
    with pytest.raises(KeyError):
        value_maps.change(made, {"evaluation_id": 1})


def test_a_map_of_another_evaluation_is_not_found(evaluation):
    made = value_maps.make(evaluation, NewMap("Walking"))
    noise = making.evaluation(name="Other")
    assert value_maps.get(evaluation, made.id) is made and value_maps.get(noise, made.id) is None
    assert value_maps.get(evaluation, 10**12) is None
    value_maps.remove(made)
    db.session.flush()
    assert value_maps.of(evaluation) == [] and last_line()[0] == "removed a value map"
