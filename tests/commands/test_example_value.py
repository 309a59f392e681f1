"""The value maps of the worked example, kept without an answer: what was typed, and how it is marked."""

from decimal import Decimal

import pytest

from survey.commands import example_value
from survey.commands.made_up_value import MADE_UP
from survey.engagement import value_maps, value_proxies
from survey.engagement.areas import AreaDetails
from survey.records.base import db
from survey.records.evaluation import THEN_AND_NOW
from survey.records.value_map import VOLUNTEERS
from survey.value import proxies
from survey.value.model import EVALUATIVE, FORECAST
from tests import making


@pytest.fixture(scope="module")
def walking(kept_app):
    areas = [AreaDetails("Derby", {"one": 310, "two": 175}), AreaDetails("Thurrock", {"two": 260})]
    made = making.evaluation(before=THEN_AND_NOW, areas=areas)
    example_value.walking(made)
    db.session.commit()
    return made


@pytest.fixture(scope="module")
def again(walking):
    made = making.evaluation(name="Again", areas=[AreaDetails("Hillside", {"one": 40, "two": 55})])
    example_value.asked_again(made)
    db.session.commit()
    return made


def counted(value_map):
    return sum(each.worth for each in value_map.inputs if each.kind != VOLUNTEERS)


def test_each_area_has_a_map_whose_inputs_come_to_the_published_sum(walking):
    derby, thurrock = value_maps.of(walking)
    assert (derby.area.name, thurrock.area.name) == ("Derby", "Thurrock")
    assert (counted(derby), counted(thurrock)) == (Decimal(1_760_000), Decimal(1_340_000))
    for each in (derby, thurrock):
        assert counted(each) == each.published_inputs
        assert {given.year for given in each.inputs} == {1, 2, 3}


def test_what_was_published_stands_beside_with_its_source(walking):
    published = [(each.published_value, each.published_inputs) for each in value_maps.of(walking)]
    assert [round(value / inputs, 2) for value, inputs in published] == [Decimal("3.68"), Decimal("3.64")]
    for each in value_maps.of(walking):
        assert "Social Value of Local Area Coordination" in each.published_source
        assert "presentation of the councils’ evaluation, as published" in each.published_source


def test_a_proxy_is_made_up_and_says_so_or_stands_in_the_library_as_it_is(walking):
    typed, taken = [], []
    for each in value_proxies.of(walking):
        (taken if each.library_id else typed).append(each)
    assert all(each.source.startswith(MADE_UP) and MADE_UP.lower() in each.licence.lower() for each in typed)
    assert taken
    for each in taken:
        entry = proxies.library()[each.library_id]
        assert (each.value, each.source, each.licence) == (entry.value, entry.source, entry.licence)


def test_everything_typed_has_a_source_that_says_so(walking, again):
    for evaluation in (walking, again):
        for value_map in value_maps.of(evaluation):
            for row in value_map.rows:
                assert row.duration_source.startswith(MADE_UP)
                assert all(figure.source.startswith(MADE_UP) for figure in row.typed)
            for part in (*value_map.inputs, *value_map.incidents):
                assert "made up for this example" in part.source.lower()


def test_all_that_an_assurer_asks_for_in_words_is_said_but_that_nobody_checked_the_forecast(walking, again):
    maps = [*value_maps.of(walking), *value_maps.of(again)]
    unsaid = [[name for name in value_maps.SAID if not getattr(each, name)] for each in maps]
    assert unsaid == [[], [], ["verified_how"]]
    assert all(each.returned_on <= each.evaluation.period_end for each in maps)


def test_the_forecast_stays_apart(walking, again):
    assert {each.kind for each in value_maps.of(walking)} == {EVALUATIVE}
    assert [each.kind for each in value_maps.of(again)] == [FORECAST]
    assert value_maps.of(again)[0].published_value is None
