"""Thirty people at once, thirty times over: each sees their own answers, and nobody else's."""

from concurrent.futures import ThreadPoolExecutor

from survey.engagement import responses
from survey.records.base import db
from survey.records.response import Response
from tests.trust import faults
from tests.trust.places import Place
from tests.trust.servers import Server
from tests.trust.visitors import Wire
from tests.trust.watching import Watcher, ask_for_words

PEOPLE, ROUNDS = 30, 30
FEW_PEOPLE, FEW_ROUNDS = 8, 5
# Every second browser takes pages packed, as they are made in another way.
BROWSERS = ({}, {"Accept-Encoding": "gzip"})


def watch(place, people, rounds, fault=None):
    people = place.people(people, ask_for_words)
    with place.records():
        questionnaire = place.asked(people[0])

    def one(person):
        with Wire(server.port, **BROWSERS[person.id % 2]) as wire:
            watcher = Watcher(person, wire, questionnaire)
            watcher.begin()
            for number in range(rounds):
                watcher.one_round(number)
            watcher.finish()
        return watcher

    with Server(place.env, fault) as server, ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(one, people))


def test_nobody_sees_what_another_said(place):
    watchers = watch(place, PEOPLE, ROUNDS)
    assert [each for watcher in watchers for each in watcher.seen] == []
    with place.records():
        for watcher in watchers:
            response = db.session.query(Response).filter_by(resident_id=watcher.person.id).one()
            kept = responses.answers(response)
            assert (response.reference, kept["story"].words) == (watcher.reference, watcher.words)
            assert (kept["control"].number, kept["control_then"].number) == (watcher.now, watcher.then)


def test_control_a_page_shown_to_the_wrong_person_is_noticed(tmp_path):
    watchers = watch(Place(tmp_path), FEW_PEOPLE, FEW_ROUNDS, faults.leaks)
    assert any("canary" in each for watcher in watchers for each in watcher.seen)
