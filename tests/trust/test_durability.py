"""The server is killed again and again while people answer: what they were told is kept, is kept."""

import tempfile
from itertools import cycle
from pathlib import Path

import pytest

from survey.records.base import db
from tests.trust import faults
from tests.trust.crowds import Crowd, keep_up, kill_at_random
from tests.trust.places import Place
from tests.trust.postgres import Postgres
from tests.trust.reckoning import problems
from tests.trust.servers import Server
from tests.trust.visitors import OUTCOMES

KILLS, ENOUGH = 20, 1000
FEW = 60


@pytest.fixture
def own_postgres():
    with tempfile.TemporaryDirectory(prefix="alongside-postgres-") as folder:
        server = Postgres(Path(folder) / "data")
        yield server
        server.stop()


def survive(place, aside=bool):
    people = place.people(ENOUGH + ENOUGH // 10)
    with Server(place.env) as server, Crowd(server.port, people, ENOUGH) as crowd:
        kill_at_random(server, crowd, KILLS, ENOUGH, aside)
    with place.records():
        assert crowd.complaints == []
        assert crowd.sent >= ENOUGH
        assert problems(crowd.told, OUTCOMES) == []


def found(place, fault):
    people = place.people(FEW + FEW // 10)
    with Server(place.env, fault) as server, Crowd(server.port, people, FEW) as crowd:
        deaths = keep_up(server, crowd)
    with place.records():
        return deaths, problems(crowd.told, OUTCOMES)


def kinds(problems):
    return {each.partition(":")[0] for each in problems}


def test_nothing_is_lost_doubled_or_partial_when_the_server_is_killed(tmp_path):
    survive(Place(tmp_path))


def test_nor_when_every_second_time_the_database_is_killed_too(tmp_path, own_postgres):
    turns = cycle([False, True])

    def database_too():
        if next(turns):
            own_postgres.kill()
            own_postgres.start()

    survive(Place(tmp_path, own_postgres.url), database_too)


def test_postgres_writes_to_disk_before_it_says_so(tmp_path, own_postgres):
    place = Place(tmp_path, own_postgres.url)
    with place.records():
        for setting in ("fsync", "synchronous_commit"):
            assert db.session.scalar(db.text(f"SHOW {setting}")) == "on"


def test_nothing_is_partial_when_it_is_killed_in_the_midst_of_a_submission(place):
    deaths, problems = found(place, faults.dies_midway)
    assert deaths >= FEW // faults.OFTEN
    assert problems == []


def test_control_without_transactions_submissions_are_partial(place):
    deaths, problems = found(place, faults.dies_midway_without_transactions)
    assert deaths
    assert "partial" in kinds(problems)


def test_control_what_a_forgetful_server_loses_is_noticed(tmp_path):
    _, problems = found(Place(tmp_path), faults.forgets)
    assert "lost" in kinds(problems)
