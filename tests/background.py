"""Work in the background at each point of its way, without a worker."""

from survey.engagement import jobs
from survey.records.base import db
from survey.records.job import Job

KIND, FILE = "made-up report", b"%PDF-1.7 made up"
STEPS = (3, 9, "drawing the charts")


def asked(evaluation, kind=KIND, **about):
    """A job that waits, kept; whoever asks twice gets the same."""
    job = jobs.ask(evaluation, kind, about)
    db.session.commit()
    return job


def running(evaluation, **about):
    """A job that a worker has begun, with the worker's claim."""
    job = asked(evaluation, **about)
    held = claimed()
    assert held.job_id == job_id_of(job)
    jobs.progress(held, *STEPS)
    return fresh(job), held


def done(evaluation, content=FILE, **about):
    job, held = running(evaluation, **about)
    db.session.commit()
    assert jobs.finish(held, "report-internal.pdf", "application/pdf", content)
    return fresh(job)


def failed(evaluation, sentence="There is no value map yet. Make one first.", **about):
    job, held = running(evaluation, **about)
    db.session.commit()
    assert jobs.fail(held, sentence)
    return fresh(job)


def claimed(worker="a worker"):
    """What a worker takes up, if it looks now; nothing of ours stands in its way."""
    db.session.commit()
    return jobs.claim(worker)


def fresh(job):
    """The job as it is now."""
    db.session.commit()
    return db.session.get(Job, job_id_of(job), populate_existing=True)


def dead(held):
    """So much time has passed that the worker of this claim must have died."""
    db.session.execute(
        db.update(Job)
        .where(Job.id == held.job_id, Job.claims == held.number)
        .values(lease_until=Job.asked_at - jobs.LEASE)
    )
    db.session.commit()


def job_id_of(job):
    return db.inspect(job).identity[0]
