import pytest

from survey.engagement import collecting, invitations, register, waves
from survey.engagement.collecting import Collected
from survey.engagement.register import Filter
from survey.questionnaires.answers import Answer
from survey.questionnaires.states import ANSWERED
from survey.records.change import ASKED
from tests import making


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    making.people(made, code="wren")
    making.people(made, code="Avocet", area=1, level="one", linked=False)
    making.people(made, code="robin", area=1, linked=False)
    making.people(making.evaluation(name="Another"), code="stranger")
    return made


def codes(evaluation, start=0, most=None, **wanted):
    return [person.code for person in register.people(evaluation, Filter(**wanted), start, most)]


def send(evaluation, code):
    wave = waves.planned(evaluation)[0]
    (person,) = [person for person in register.people(evaluation, Filter()) if person.code == code]
    collecting.keep_all(
        evaluation, [Collected(person, wave, {"hope": Answer("hope", ANSWERED, number=3)})], ASKED
    )
    return wave, person


def test_people_stand_in_the_order_of_their_codes(evaluation):
    assert codes(evaluation) == ["Avocet", "robin", "wren"]
    assert codes(evaluation, start=1, most=1) == ["robin"]


def test_filters_narrow_the_list_and_its_count(evaluation):
    south = evaluation.areas[1].id
    assert codes(evaluation, area_id=south) == ["Avocet", "robin"]
    assert codes(evaluation, area_id=south, level="two") == ["robin"]
    assert register.count(evaluation, Filter(area_id=south)) == 2
    assert register.count(evaluation, Filter()) == 3


def test_only_those_who_have_not_answered(evaluation):
    wave, _ = send(evaluation, "robin")
    assert codes(evaluation, not_sent=wave.id) == ["Avocet", "wren"]


def test_responses_are_found_by_resident_and_wave(evaluation):
    wave, robin = send(evaluation, "robin")
    found = register.responses(register.people(evaluation, Filter()))
    assert set(found) == {(robin.id, wave.id)}
    assert found[robin.id, wave.id].helped == "brought_in"


def test_links_come_with_those_who_have_one(evaluation):
    found = {person.code: link for person, link in register.people_with_links(evaluation, Filter())}
    assert found["robin"] is None
    assert found["wren"] == invitations.current_link(register.people(evaluation, Filter())[2])
