"""A worker makes what was asked for; with real processes that are killed: tests/trust/test_jobs.py."""

import importlib
import signal
from threading import Event

import pytest

from survey.engagement import jobs
from survey.records import engine
from survey.records.base import db
from survey.records.job import DONE, FAILED, RUNNING
from tests import background, making
from tests.background import KIND

# The package gives the command that name, so the module is asked for by address.
work = importlib.import_module("survey.commands.work")
WHO = "some" + "body"


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def take(maker, kind=KIND):
    db.session.commit()
    return work.take_one("a worker", {kind: maker})


def report(job, progress):
    progress(1, 2, "counting")
    progress(2, 2, "writing")
    return "report.txt", "text/plain", f"{job.evaluation.name}: {job.about['area']}".encode()


def test_a_worker_makes_what_was_asked_for_and_then_there_is_nothing_to_do(evaluation):
    job = background.asked(evaluation, area=3)
    assert take(report) and not take(report)
    job = background.fresh(job)
    assert (job.state, job.name, job.mime, job.all_steps) == (DONE, "report.txt", "text/plain", 2)
    assert jobs.content(job) == b"Walking alongside: 3"


def test_others_see_how_far_it_is_while_it_is_made(evaluation):
    job = background.asked(evaluation)
    seen = []

    def maker(_job, progress):
        progress(2, 5, "drawing")
        with engine.writer(), db.engine.begin() as connection:
            table = db.metadata.tables["job"]
            seen.extend(connection.execute(db.select(table.c.state, table.c.done_steps, table.c.step)))
        return "a", "b", b"c"

    take(maker)
    assert [tuple(row) for row in seen] == [(RUNNING, 1, "drawing")]
    assert background.fresh(job).state == DONE


def test_what_a_maker_writes_is_let_go_of(evaluation):
    background.asked(evaluation)

    def maker(job, _progress):
        job.evaluation.name = "Written over"
        db.session.flush()
        return "a", "b", b"c"

    take(maker)
    db.session.expire_all()
    assert evaluation.name == "Walking alongside"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (jobs.CannotBeMade("There is no value map yet."), "There is no value map yet."),
        (ValueError(f"the words of {WHO}"), work.FAULT),
    ],
    ids=["refused", "fault"],
)
def test_what_cannot_be_made_says_why_and_the_worker_goes_on(evaluation, error, sentence, caplog):
    first, second = background.asked(evaluation, area=1), background.asked(evaluation, area=2)

    def maker(job, progress):
        if job.id == first_id:
            raise error
        return report(job, progress)

    first_id = first.id
    assert take(maker) and take(maker)
    job = background.fresh(first)
    assert (job.state, job.failure) == (FAILED, sentence)
    assert background.fresh(second).state == DONE
    assert WHO not in caplog.text and ("Job 1" in caplog.text) == (sentence == work.FAULT)


def test_a_kind_that_nobody_makes_is_said(evaluation):
    job = background.asked(evaluation)
    assert take(report, "another kind")
    assert background.fresh(job).failure == work.NO_MAKER


def test_a_worker_that_another_took_over_from_gives_up_without_a_word(evaluation):
    job = background.asked(evaluation)

    def maker(_job, progress):
        with engine.writer(), db.engine.begin() as connection:
            table = db.metadata.tables["job"]
            connection.execute(table.update().values(claims=table.c.claims + 1))
        progress(1, 1, "too late")
        raise AssertionError("it went on")

    take(maker)
    job = background.fresh(job)
    assert (job.state, job.claims, jobs.content(job)) == (RUNNING, 2, None)


def test_it_says_that_it_lives_for_as_long_as_a_step_takes(evaluation, monkeypatch):
    renewed, beats = Event(), []
    monkeypatch.setattr(work, "BEAT", 0.01)
    monkeypatch.setattr(jobs, "renew", lambda held: (beats.append(held), renewed.set()))
    background.asked(evaluation)

    def maker(_job, _progress):
        assert renewed.wait(20)
        return "a", "b", b"c"

    take(maker)
    assert beats[0] == jobs.Claim(1, 1)


def test_what_stands_still_is_not_held_for_ever(evaluation, monkeypatch):
    beats = []
    monkeypatch.setattr(work, "BEAT", 0.001)
    monkeypatch.setattr(work, "MOST_BEATS", 3)
    monkeypatch.setattr(jobs, "renew", beats.append)
    with work._beating(jobs.Claim(1, 1)):
        while len(beats) < 3:
            assert not Event().wait(0.001)
        assert not Event().wait(0.05)
    assert len(beats) == 3


@pytest.fixture
def worker(new_app):
    worker = work.Worker(new_app, {KIND: report})
    yield worker
    worker.stop()


def test_a_worker_in_a_thread_works_until_it_is_stopped(new_app, worker, monkeypatch):
    made = Event()
    finish = jobs.finish
    monkeypatch.setattr(jobs, "finish", lambda *what: (finish(*what), made.set()))
    job = background.asked(making.evaluation(), area=3)
    db.session.commit()
    worker.start()
    assert made.wait(20)
    worker.stop()
    assert not worker._thread.is_alive()
    assert background.fresh(job).state == DONE


def test_a_fault_of_the_database_is_logged_and_outlived(new_app, worker, monkeypatch, caplog):
    said = f"the words of {WHO}"

    def broken(_name, _makers):
        raise ConnectionError(said)

    monkeypatch.setattr(work, "take_one", broken)
    assert worker._look(tidies=False) == work.LONG_PAUSE
    assert "goes on" in caplog.text and WHO not in caplog.text
    monkeypatch.setattr(work, "take_one", lambda _name, _makers: False)
    assert worker._look(tidies=False) == work.PAUSE


def test_old_results_are_swept_at_the_start(new_app, worker, monkeypatch):
    swept = []
    monkeypatch.setattr(jobs, "sweep", lambda: (swept.append(1), worker.let_go()))
    worker.run()
    assert swept == [1]


def test_the_command_works_until_it_is_told_to_stop(app, monkeypatch):
    told = {}
    monkeypatch.setattr(work.signal, "signal", told.__setitem__)
    monkeypatch.setattr(work, "take_one", lambda *_: told[signal.SIGTERM]() or False)
    result = app.test_cli_runner().invoke(args=["work"])
    assert result.exit_code == 0, result.output
    assert set(told) == {signal.SIGTERM, signal.SIGINT}
