import pytest
from sqlalchemy import select

from survey.engagement import collecting, importing, recordings, residents, waves
from survey.engagement.collecting import Collected
from survey.engagement.residents import NewResident
from survey.questionnaires.answers import Answer
from survey.questionnaires.states import ANSWERED
from survey.records.base import db
from survey.records.change import ASKED, ChangeRow
from survey.records.resident import Invitation, Resident
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.trail import TrailLine
from tests import databases, making


@pytest.fixture
def evaluation(app):
    return making.evaluation()


@pytest.fixture
def other(app):
    return making.evaluation(name="Another")


def answered(evaluation, **known):
    (person,) = making.people(evaluation, **known)
    wave = waves.planned(evaluation)[0]
    given = {"hope": Answer("hope", ANSWERED, number=3)}
    collecting.keep_all(evaluation, [Collected(person, wave, given)], ASKED)
    query = select(AnswerRow).join(Response).where(Response.resident_id == person.id)
    db.session.scalar(query).words = AnswerWords(words="In my own words")
    db.session.commit()
    return person


def test_codes_are_readable_and_no_two_are_alike(evaluation):
    added = making.people(evaluation, 300, linked=False)
    assert len({person.code for person in added}) == 300
    assert all(person.code.split("-")[0] in residents.WORDS for person in added)


def test_a_code_of_ones_own_is_kept_and_found_in_any_case(evaluation, other):
    making.people(other, code="élan-1", linked=False)
    (person,) = making.people(evaluation, code="Élan-1", linked=False)
    assert residents.find(evaluation, "  éLAN-1 ") == person
    assert residents.find(evaluation, "élan-2") is None
    assert residents.codes(evaluation) == {"élan-1"}


@pytest.mark.parametrize("code", ["x" * 41, "---", "", "a\tb\x07"])
def test_codes_that_nobody_could_use_are_refused(code):
    assert residents.wrong_with(code)


@pytest.mark.parametrize("code", ["1", "LAC/2023/14", "wren 12", "=1"])
def test_codes_from_elsewhere_are_taken_as_they_are(code):
    assert residents.wrong_with(code) is None


def test_what_is_known_of_a_person_is_kept(evaluation):
    (person,) = residents.add(
        evaluation, [NewResident(evaluation.areas[1], "one", "", "65_plus", "isolation", "police")]
    )
    assert (person.area.name, person.level) == ("South", "one")
    assert (person.age_band, person.main_reason, person.introduction_route) == (
        "65_plus",
        "isolation",
        "police",
    )


def test_a_person_is_got_from_their_own_evaluation_only(evaluation, other):
    (person,) = making.people(evaluation, linked=False)
    assert residents.get(evaluation, person.id) == person
    assert residents.get(other, person.id) is None
    assert residents.get(evaluation, 999) is None


def test_a_move_does_not_rewrite_the_past(evaluation):
    person = answered(evaluation)
    residents.change(person, evaluation.areas[1], "one")
    db.session.commit()
    assert (person.area.name, person.level) == ("South", "one")
    assert {(row.area_id, row.level) for row in db.session.query(ChangeRow)} == {
        (evaluation.areas[0].id, "two")
    }


def test_erasing_leaves_nothing_of_one_person_and_everything_of_the_others(evaluation, other):
    answered(evaluation, code="stays")
    answered(other, code="wren")
    gone = answered(evaluation, code="wren")
    importing.upload(evaluation, "a.csv", b"code\nwren")
    assert residents.kept(gone) == residents.Kept(responses=1, answers=1, files=1)
    assert residents.erase(evaluation, " WREN ")
    db.session.commit()
    tables = (Resident, Invitation, Response, AnswerRow, AnswerWords, ChangeRow)
    assert [db.session.query(table).count() for table in tables] == [2, 2, 2, 2, 2, 2]
    assert importing.waiting(evaluation) == []
    assert residents.find(other, "wren") is not None
    assert not any("wren" in line.detail.casefold() for line in db.session.query(TrailLine))


def test_an_unknown_code_erases_nobody(evaluation):
    making.people(evaluation, code="wren", linked=False)
    assert not residents.erase(evaluation, "robin")
    assert db.session.query(Resident).count() == 1


def test_nobody_is_erased_from_a_list_that_is_being_added_to(evaluation):
    answered(evaluation, code="wren")
    residents.erase(evaluation, "wren")
    assert not databases.could_lock(evaluation, "NO KEY UPDATE")


def test_nothing_is_spoken_into_a_story_that_goes_with_a_person(evaluation, monkeypatch):
    """Its file would stay, for its row would come after we looked for files."""
    person = answered(evaluation, code="wren")
    told = making.story(evaluation, way="link", resident=person)
    free = []
    monkeypatch.setattr(
        recordings, "let_go", lambda *_: free.append(databases.could_lock(told, "NO KEY UPDATE"))
    )
    residents.erase(evaluation, "wren")
    assert free == [False]
