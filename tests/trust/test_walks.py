"""Half-filled surveys, walked through at random: the last answer that was acknowledged is kept."""

import itertools
from random import Random

import pytest
from sqlalchemy import text

from survey.access import links
from survey.engagement import responses
from survey.records.base import db
from survey.records.resident import Invitation
from survey.records.response import Response
from survey.records.statements import Statement
from tests.trust.places import Place
from tests.trust.walks import Walk
from tests.web.respondent import answering

# For each questionnaire on each database, which makes a hundred walks.
WALKS, FEW, STEPS = 25, 10, 30
QUESTIONNAIRES = {"then and now": bool, "words, dates and conditions": answering.ask_mixed}

FORGET_ALL = Statement(text("DELETE FROM answer WHERE response_id = :response_id"))


@pytest.fixture(params=QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
def ask(request):
    return request.param


def lost(place, ask, walks):
    """What was acknowledged and is not there in so many walks, each with a number that tells how it went."""
    people = place.people(walks, ask)
    with place.records():
        for person in people:
            hashed = links.code_hash(person.code)
            db.session.query(Invitation).filter_by(resident_id=person.id).update({"code_hash": hashed})
        questionnaire = place.asked(people[0])
    place.app.testing = True
    found = []
    for person in people:
        walk = Walk(place.app.test_client, person.home, person.code, questionnaire, Random(person.id))
        walk.go(STEPS)
        found += missing(place, walk, person)
        try:
            walk.finish()
        except AssertionError as problem:
            found.append(f"walk {person.id}: {problem}")
        found += missing(place, walk, person)
    return found


def missing(place, walk, person):
    with place.records():
        response = db.session.query(Response).filter_by(resident_id=person.id).one_or_none()
        kept = responses.answers(response) if response else {}
    return [
        f"walk {person.id}: {answer} is kept as {kept.get(name)}"
        for name, answer in walk.acknowledged.items()
        if kept.get(name) != answer
    ]


def test_no_acknowledged_answer_is_lost(place, ask):
    assert lost(place, ask, WALKS) == []


def test_control_a_save_that_forgets_now_and_then_is_noticed(tmp_path, ask, monkeypatch):
    save, times = responses.save, itertools.count(1)
    monkeypatch.setattr(responses, "save", lambda *page: next(times) % 3 and save(*page))
    assert lost(Place(tmp_path), ask, FEW)


def test_control_a_save_that_keeps_one_page_only_is_noticed(tmp_path, ask, monkeypatch):
    save = responses.save

    def save_alone(response, given):
        FORGET_ALL.rows(response_id=response.id)
        save(response, given)

    monkeypatch.setattr(responses, "save", save_alone)
    assert lost(Place(tmp_path), ask, FEW)
