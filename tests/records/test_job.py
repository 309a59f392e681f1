"""The tables of work in the background refuse what makes no sense."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.job import DONE, RUNNING, WAITING, Job, JobFile
from tests import making
from tests.records.worlds import count, kept

# Fixed, because its value is part of a test's name, which both processors have to agree on.
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def evaluation(app):
    return making.evaluation()


def job(evaluation, **changes):
    usual = {"evaluation_id": evaluation.id, "kind": "evaluation report", "about": {"area": 3}, "key": "k"}
    return kept(Job(**usual | changes))


def test_what_was_asked_for_comes_back_as_it_was(evaluation):
    made = job(evaluation, about={"area": 3, "level": None})
    db.session.commit()
    assert (made.about, made.state, made.claims) == ({"area": 3, "level": None}, WAITING, 0)
    assert made.asked_at is not None and made.evaluation == evaluation


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"state": RUNNING},
        {"state": WAITING, "lease_until": NOON},
        {"state": DONE},
        {"state": WAITING, "name": "report.pdf"},
        {"evaluation_id": 999},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(evaluation, wrong):
    with pytest.raises(IntegrityError):
        job(evaluation, **wrong)
        db.session.commit()


def test_a_key_leads_to_one_job_and_many_may_have_none(evaluation):
    job(evaluation, key=None)
    job(evaluation, key=None)
    job(evaluation)
    with pytest.raises(IntegrityError):
        job(evaluation)


def test_a_job_has_one_result_at_most_and_it_goes_with_the_job_and_the_evaluation(evaluation):
    made = job(evaluation, state=RUNNING, lease_until=now() + timedelta(seconds=1))
    kept(JobFile(job_id=made.id, content=b"one"))
    job_id = made.id
    db.session.commit()
    with pytest.raises(IntegrityError):
        db.session.execute(db.insert(JobFile).values(job_id=job_id, content=b"two"))
    db.session.rollback()
    db.session.execute(db.delete(Evaluation))
    assert (count(Job), count(JobFile)) == (0, 0)
