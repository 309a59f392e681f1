"""Asked for once, made once; and what happens where a worker dies. With real processes: tests/trust."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

import pytest

from survey.access import trail
from survey.engagement import consents, jobs, partners, residents, responses, stakeholders, waves
from survey.records.base import db
from survey.records.job import DONE, FAILED, RUNNING, WAITING, Job, JobFile
from survey.records.trail import TrailLine
from tests import background, databases, making


@pytest.fixture
def evaluation(app):
    making.evaluation(name="Noise")
    made = making.evaluation()
    making.answer(making.people(made)[0], hope=3)
    return made


def steps(job):
    return job.done_steps, job.all_steps, job.step


def test_asking_twice_for_the_same_gives_the_same_job_in_every_state(evaluation):
    job = background.asked(evaluation, area=3, level="two")
    assert background.asked(evaluation, level="two", area=3) == job
    held = background.claimed()
    assert background.asked(evaluation, level="two", area=3) == job
    db.session.commit()
    jobs.finish(held, "a.pdf", "application/pdf", b"a")
    assert background.asked(evaluation, level="two", area=3) == job
    assert jobs.is_current(background.fresh(job))


def test_something_else_is_another_job(evaluation):
    job = background.asked(evaluation, area=3)
    other = making.evaluation(name="Other")
    others = [
        background.asked(evaluation, area=4),
        background.asked(evaluation, kind="other report", area=3),
        background.asked(other, area=3),
    ]
    assert len({each.id for each in (job, *others)}) == 4


CHANGES = {
    "answers": lambda evaluation, person: making.answer(person, hope=4),
    "begun": lambda evaluation, person: making.answer(person, sent=False),
    "a partner has begun": lambda evaluation, person: responses.start(invited(evaluation), None),
    "moved": lambda evaluation, person: residents.change(person, evaluation.areas[1], "two"),
    "a wave": lambda evaluation, person: waves.add(evaluation, "Later", 4),
    "a story": lambda evaluation, person: making.story(evaluation),
}


def invited(evaluation):
    return db.session.query(stakeholders.Stakeholder).filter_by(evaluation_id=evaluation.id).one()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_later_change_makes_it_a_new_job(evaluation, change):
    [person] = making.people(evaluation)
    making.partner(evaluation)
    partners.open_asking(evaluation)
    job = background.asked(evaluation)
    assert jobs.is_current(job)
    change(evaluation, person)
    db.session.commit()
    assert not jobs.is_current(job)
    assert background.asked(evaluation) != job


def test_looking_makes_no_new_job(evaluation):
    job = background.asked(evaluation)
    looks = ("saw results", "downloaded summary", "read a story as told", "compared releases")
    for act in (*looks, "asked for something else"):
        trail.note(act, evaluation)
    assert background.asked(evaluation) == job


def test_a_new_day_makes_it_a_new_job(evaluation, monkeypatch):
    job = background.asked(evaluation)
    tomorrow = jobs.now() + timedelta(days=1)
    monkeypatch.setattr(jobs, "now", lambda: tomorrow)
    assert background.asked(evaluation) != job


def test_of_two_who_ask_at_once_both_get_the_same(evaluation, monkeypatch):
    job = background.asked(evaluation)
    looks = iter([None, job])
    monkeypatch.setattr(jobs, "_with", lambda _key: next(looks))
    assert background.asked(evaluation) == job


def test_the_trail_says_who_asked(evaluation):
    job = background.asked(evaluation)
    [line] = db.session.query(TrailLine).filter(TrailLine.act.startswith("asked"))
    assert line.detail == f"made-up report; job {job.id}" and line.evaluation_id == evaluation.id


def test_it_is_found_in_its_own_evaluation_only(evaluation):
    job = background.asked(evaluation)
    assert jobs.find(evaluation, job.id) == job
    assert jobs.find(making.evaluation(name="Other"), job.id) is None
    assert jobs.find(evaluation, 2**63) is None


def test_the_oldest_is_taken_up_first_and_each_once(evaluation):
    first, second = (background.asked(evaluation, place=place) for place in range(2))
    assert [background.claimed().job_id, background.claimed().job_id] == [first.id, second.id]
    assert background.claimed() is None and jobs.waiting() == []
    job = background.fresh(first)
    assert (job.state, job.claimed_by, job.lease_until > jobs.now()) == (RUNNING, "a worker", True)


def test_how_far_it_is_is_kept_at_once(evaluation):
    job, _held = background.running(evaluation)
    assert steps(job) == (2, 9, "drawing the charts")


def test_what_came_of_it_is_kept_with_its_name(evaluation):
    job = background.done(evaluation)
    assert (job.state, job.name, job.mime) == (DONE, "report-internal.pdf", "application/pdf")
    assert jobs.content(job) == background.FILE
    assert (job.done_steps, job.lease_until, job.finished_at is not None) == (9, None, True)


def test_a_job_whose_worker_died_is_taken_up_again_from_the_start(evaluation):
    job, first = background.running(evaluation)
    assert background.claimed() is None
    background.dead(first)
    second = background.claimed("another")
    assert second == jobs.Claim(first.job_id, first.number + 1)
    assert steps(background.fresh(job)) == (0, 0, "")


def test_only_the_newest_claim_may_say_or_finish_anything(evaluation):
    job, first = background.running(evaluation)
    background.dead(first)
    second = background.claimed("another")
    assert not jobs.renew(first)
    with pytest.raises(jobs.Superseded):
        jobs.progress(first, 9, 9, "done")
    assert not jobs.finish(first, "first.pdf", "application/pdf", b"first")
    assert not jobs.fail(first, "It failed.")
    assert jobs.content(job) is None
    db.session.commit()
    assert jobs.renew(second) and jobs.finish(second, "second.pdf", "application/pdf", b"second")
    assert not jobs.finish(second, "again.pdf", "application/pdf", b"again")
    assert jobs.content(background.fresh(job)) == b"second"


def test_control_without_the_number_of_the_claim_the_dead_speak(evaluation, monkeypatch):
    monkeypatch.setattr(jobs, "_is_held", lambda held: jobs._job.id == held.job_id)
    job, first = background.running(evaluation)
    background.dead(first)
    background.claimed("another")
    assert jobs.finish(first, "first.pdf", "application/pdf", b"first")
    assert jobs.content(background.fresh(job)) == b"first"


def test_what_breaks_its_workers_three_times_is_given_up(evaluation):
    job = background.asked(evaluation)
    for _ in range(jobs.MOST_CLAIMS):
        background.dead(background.claimed())
    assert background.claimed() is None
    job = background.fresh(job)
    assert (job.state, job.failure, job.key) == (FAILED, jobs.BROKEN_OFF, None)


def test_what_failed_can_be_asked_for_again(evaluation):
    job = background.failed(evaluation)
    assert (job.state, job.failure) == (FAILED, "There is no value map yet. Make one first.")
    again = background.asked(evaluation)
    assert again != job and again.state == WAITING


@pytest.mark.parametrize("goes", ["a resident is erased", "a story is taken back", "a consent is withdrawn"])
def test_with_what_is_erased_goes_what_was_made_of_it(evaluation, goes):
    story, [person] = making.story(evaluation, use_learning="three_years"), making.people(evaluation)
    noise = background.done(making.evaluation(name="Other"))
    made, (begun, held) = background.done(evaluation), background.running(evaluation, area=1)
    if goes == "a resident is erased":
        residents.erase(evaluation, person.code)
    elif goes == "a story is taken back":
        consents.take_back(story)
    else:
        consents.withdraw(story, "learning")
    db.session.commit()
    made, begun = background.fresh(made), background.fresh(begun)
    assert (made.state, made.failure, jobs.content(made)) == (FAILED, jobs.ERASED, None)
    assert begun.state == WAITING
    db.session.commit()
    assert not jobs.finish(held, "late.pdf", "application/pdf", b"late")
    assert jobs.content(background.fresh(noise)) == background.FILE


def test_nobody_is_erased_and_nothing_taken_back_unseen_while_a_job_is_asked_for(evaluation):
    told = making.story(evaluation)
    db.session.commit()
    jobs.ask(evaluation, background.KIND, {})
    assert not databases.could_lock(evaluation, "NO KEY UPDATE")
    assert not databases.could_lock(told, "NO KEY UPDATE")
    # Those who answer wait for nobody.
    assert databases.could_lock(evaluation, "KEY SHARE")


def test_what_others_try_in_the_midst_of_an_erasure_is_in_vain(app, evaluation, monkeypatch):
    begun, held = background.running(evaluation, area=1)
    background.asked(evaluation, area=2)
    late = (jobs.claim, "another"), (jobs.finish, held, "late.pdf", "application/pdf", b"late")
    tried, failed = [], jobs._failed

    def elsewhere(act, *details):
        with app.app_context():
            return act(*details)

    def in_the_midst(*what):
        if not tried:
            tried.extend(pool.submit(elsewhere, *each) for each in late)
            # Who has to wait until it is over is not heard of yet.
            assert not any(each.result() for each in wait(tried, 0.5).done)
        return failed(*what)

    with ThreadPoolExecutor(len(late)) as pool:
        monkeypatch.setattr(jobs, "_failed", in_the_midst)
        jobs.let_go(evaluation)
        db.session.commit()
        assert not tried[1].result()
    assert jobs.content(background.fresh(begun)) is None


def test_after_seven_days_it_is_gone_with_its_result(evaluation):
    old, new = background.done(evaluation), background.done(evaluation, area=1)
    old.asked_at -= timedelta(days=7, seconds=2)
    db.session.commit()
    kept = new.id
    db.session.commit()
    assert jobs.sweep() == 1
    assert db.session.scalars(db.select(Job.id)).all() == [kept]
    assert db.session.scalars(db.select(JobFile.job_id)).all() == [kept]
