"""Workers are killed, stopped and set on one job together: what was asked for is made, and is there once."""

import signal
from contextlib import ExitStack, contextmanager
from functools import partial

import pytest

from survey.engagement import jobs
from survey.records import engine
from survey.records.base import db
from survey.records.job import DONE, RUNNING, Job, JobFile
from tests import background, making
from tests.trust import servers, workers
from tests.trust.servers import Server, wait_until
from tests.trust.workers import Bench, WorkerProcess

AT_ONCE, MANY = 3, 5


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path / "bench")


class Asked:
    """Jobs of an evaluation in a place, asked for one by one and looked at."""

    def __init__(self, place):
        self._place = place
        with place.records():
            db.create_all()
            self._evaluation = making.evaluation().id

    def one(self, **about) -> int:
        # As a form that is sent does: a page that was read before here leaves transactions reading ones.
        with self._place.records(), engine.writer():
            evaluation = db.session.get(making.evaluations.Evaluation, self._evaluation)
            return background.asked(evaluation, **about).id

    def job(self, job_id):
        """Its state, how often it was taken up, and all that came of it."""
        with self._place.records():
            state, claims = db.session.execute(db.select(Job.state, Job.claims).filter_by(id=job_id)).one()
            return (
                state,
                claims,
                db.session.scalars(db.select(JobFile.content).filter_by(job_id=job_id)).all(),
            )

    def wait(self, *job_ids):
        for job_id in job_ids:
            wait_until(lambda job_id=job_id: self.job(job_id)[0] == DONE)

    def dead(self, job_id, number=1):
        """Its worker has said nothing for too long."""
        with self._place.records():
            background.dead(jobs.Claim(job_id, number))


@pytest.fixture
def asked(place):
    return Asked(place)


def by(process):
    return [str(process).encode()]


def test_when_a_worker_is_killed_in_the_midst_another_finishes(place, bench, asked):
    job = asked.one()
    with WorkerProcess(place.env, bench, workers.dies_soon) as first:
        assert bench.wait_for(job) == first.id
        first.signal(signal.SIGKILL)
    bench.let_go()
    with WorkerProcess(place.env, bench, workers.dies_soon) as second:
        asked.wait(job)
        assert asked.job(job) == (DONE, 2, by(second.id))


def served(place, bench, asked, *faults):
    """A server is killed while its worker makes something; it starts again, and makes what is asked then."""
    job = asked.one()
    with Server(place.env, partial(workers.makes, bench, faults)) as server:
        bench.wait_for(job)
        server.kill()
        asked.dead(job)
        bench.let_go()
        server.start()
        later = asked.one(area=1)
        asked.wait(later)
        server.kill()
        server.start()
    return asked.job(job)


def test_what_was_begun_outlives_the_server_and_is_still_there_after_the_next_start(place, bench, asked):
    state, claims, made = served(place, bench, asked)
    assert (state, claims, len(made)) == (DONE, 2, 1)


def test_control_without_a_lease_it_is_lost(place, bench, asked):
    assert served(place, bench, asked, workers.waits_for_the_dead) == (RUNNING, 1, [])


@contextmanager
def together(place, bench, asked, *faults):
    """So many workers see the same jobs at the same moment: which jobs, and what they then begin."""
    todo = [asked.one(place=number) for number in range(MANY)]
    meeting = partial(workers.seen_together, servers._READY.Barrier(AT_ONCE))
    with ExitStack() as stack:
        for _ in range(AT_ONCE):
            stack.enter_context(WorkerProcess(place.env, bench, meeting, *faults))
        wait_until(lambda: len(bench.begun()) >= AT_ONCE)
        yield todo, [job for job, _process in bench.begun()]


def test_what_several_workers_see_at_once_one_of_them_makes(place, bench, asked):
    with together(place, bench, asked) as (todo, begun):
        assert sorted(begun) == todo[:AT_ONCE]
        bench.let_go()
        asked.wait(*todo)
        assert sorted(job for job, _process in bench.begun()) == todo
        assert [(claims, len(made)) for _state, claims, made in map(asked.job, todo)] == [(1, 1)] * MANY


def test_control_where_what_was_seen_is_taken_all_make_the_same(place, bench, asked):
    with together(place, bench, asked, workers.takes_what_it_saw) as (todo, begun):
        assert begun == todo[:1] * AT_ONCE


def overtaken(place, bench, asked, *faults):
    """A worker that stood still wakes up when another has its job; whose result is kept."""
    job = asked.one()
    with WorkerProcess(place.env, bench, *faults) as first, ExitStack() as stack:
        bench.wait_for(job)
        first.signal(signal.SIGSTOP)
        asked.dead(job)
        second = stack.enter_context(WorkerProcess(place.env, bench, *faults))
        bench.wait_for(job, second.id)
        later = asked.one(area=1)
        first.signal(signal.SIGCONT)
        bench.let_go(first.id)
        # It has done with the first job once it begins another.
        bench.wait_for(later, first.id)
        bench.let_go(second.id)
        asked.wait(job, later)
        [made] = asked.job(job)[2]
        return {str(first.id).encode(): "first", str(second.id).encode(): "second"}[made]


def test_of_a_worker_that_was_overtaken_nothing_is_kept(place, bench, asked):
    assert overtaken(place, bench, asked) == "second"


def test_control_without_the_number_of_the_claim_it_speaks_for_the_other(place, bench, asked):
    assert overtaken(place, bench, asked, workers.speaks_for_others) == "first"
