import pytest

from survey.engagement import areas, waves
from survey.engagement.areas import AreaDetails, AreaInUse
from survey.records.base import db
from survey.records.change import ASKED, NOT_ASKED, ChangeRow
from tests import making


@pytest.fixture
def evaluation(app):
    making.evaluation(making.user("noise@example.org"))
    return making.evaluation(opened=False)


def arrange(evaluation, *wanted):
    areas.arrange(evaluation, wanted)
    db.session.commit()
    return [(area.name, area.position) for area in evaluation.areas]


def test_an_area_is_read_back_as_it_was_described(evaluation):
    north, south = areas.details(evaluation)
    assert (north.name, dict(north.supported)) == ("North", {"one": 40, "two": 20})
    assert (south.name, dict(south.supported)) == ("South", {"two": 30})


def test_a_corrected_name_and_number_stay_the_same_area(evaluation):
    north, south = (area.id for area in evaluation.areas)
    wanted = AreaDetails("The north", {"one": 0, "two": 21}, north), AreaDetails("South", {}, south)
    assert arrange(evaluation, *wanted) == [("The north", 0), ("South", 1)]
    assert areas.details(evaluation) == list(wanted)


def test_two_areas_can_swap_their_names(evaluation):
    north, south = (area.id for area in evaluation.areas)
    arrange(evaluation, AreaDetails("South", {}, north), AreaDetails("North", {}, south))
    assert [(area.id, area.name) for area in evaluation.areas] == [(north, "South"), (south, "North")]


def test_an_area_goes_and_a_new_one_takes_its_name(evaluation):
    kept = AreaDetails("South", {"two": 30}, evaluation.areas[1].id)
    assert arrange(evaluation, kept, AreaDetails("North", {})) == [("South", 0), ("North", 1)]
    assert areas.details(evaluation)[1].supported == {}


def test_an_area_with_residents_stays(evaluation):
    making.people(evaluation)
    with pytest.raises(AreaInUse, match="North"):
        areas.arrange(evaluation, [AreaDetails("Only this", {}, evaluation.areas[1].id)])
    assert [area.name for area in evaluation.areas] == ["North", "South"]


def test_an_area_where_a_stakeholder_works_stays(evaluation):
    making.partner(evaluation, area=1)
    making.partner(evaluation, organisation="Everywhere")
    assert areas.in_use(evaluation) == {evaluation.areas[1].id}
    with pytest.raises(AreaInUse, match="South"):
        areas.arrange(evaluation, [AreaDetails("Only this", {}, evaluation.areas[0].id)])


def test_an_area_that_a_score_was_given_in_stays(evaluation):
    (resident,) = making.people(evaluation, linked=False)
    db.session.add(
        ChangeRow(
            evaluation_id=evaluation.id,
            resident_id=resident.id,
            outcome="hope",
            wave_id=_wave(evaluation),
            before_kind=ASKED,
            before_reason=NOT_ASKED,
            now_reason=NOT_ASKED,
            area_id=evaluation.areas[1].id,
            level="two",
        )
    )
    assert areas.in_use(evaluation) == {area.id for area in evaluation.areas}


def test_nobody_describes_an_area_of_another_evaluation_or_one_twice(evaluation):
    elsewhere = making.evaluation(making.user("noise@example.org")).areas[0].id
    here = evaluation.areas[0].id
    for ids in ([elsewhere], [here, here]):
        with pytest.raises(KeyError):
            areas.arrange(evaluation, [AreaDetails("Mine", {}, each) for each in ids])


def _wave(evaluation):
    return waves.followups(evaluation)[0].id
