"""Files of others are kept once each, in their own evaluation, until they are removed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from survey.engagement import opened_releases
from survey.engagement.opened_releases import MOST, TooMany
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.opened_release import OpenedRelease
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def evaluation(app):
    opened_releases.keep(making.evaluation(name="Noise"), "f" * 64, "{}")
    made = making.evaluation()
    db.session.commit()
    return made


def digest(number):
    return f"{number:064x}"


def test_the_same_file_is_kept_once(evaluation):
    first = opened_releases.keep(evaluation, digest(1), "{}")
    assert opened_releases.keep(evaluation, digest(1), "{}") is first
    second = opened_releases.keep(evaluation, digest(2), "{}")
    assert opened_releases.of(evaluation) == [first, second]


def test_it_is_found_in_its_own_evaluation_only(evaluation):
    kept = opened_releases.keep(evaluation, digest(1), "{}")
    assert opened_releases.get(evaluation, kept.id) is kept
    assert opened_releases.get(making.evaluation(name="Other"), kept.id) is None
    assert opened_releases.get(evaluation, 2**40) is None


def test_a_file_that_is_removed_can_be_opened_again_and_all_is_in_the_trail(evaluation):
    kept = opened_releases.keep(evaluation, digest(1), "{}")
    opened_releases.remove(evaluation, kept)
    db.session.flush()
    assert opened_releases.of(evaluation) == []
    assert opened_releases.keep(evaluation, digest(1), "{}").content == "{}"
    acts = db.session.scalars(db.select(TrailLine.act).where(TrailLine.evaluation_id == evaluation.id))
    assert [act for act in acts if "others" in act] == [
        "opened a release of others",
        "removed a release of others",
        "opened a release of others",
    ]


def test_so_many_and_no_more(evaluation):
    for number in range(MOST):
        opened_releases.keep(evaluation, digest(number), "{}")
    with pytest.raises(TooMany):
        opened_releases.keep(evaluation, digest(MOST), "{}")
    assert opened_releases.keep(evaluation, digest(0), "{}").digest == digest(0)


def test_two_who_open_the_same_file_at_once_keep_it_once(app, evaluation):
    number, together = evaluation.id, Barrier(2, timeout=20)
    db.session.rollback()

    def open_it(_):
        with app.app_context():
            together.wait()
            opened_releases.keep(db.session.get(Evaluation, number), digest(1), "{}")
            db.session.commit()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(open_it, range(2)))
    assert len(db.session.scalars(db.select(OpenedRelease).filter_by(digest=digest(1))).all()) == 1
