import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.release import CountedAnswers, Release, ReleaseFile
from tests import making


@pytest.fixture
def release(app):
    evaluation = making.evaluation()
    making.pairs(evaluation, "hope", [(2, 4)])
    return making.release(evaluation)


@pytest.mark.parametrize("change", [{"number": 1}, {"number": 0}, {"number": 2, "threshold": 4}])
def test_numbers_are_given_once_and_thresholds_hide_something(release, change):
    kept = {
        column.name: getattr(release, column.name)
        for column in Release.__table__.columns
        if column.name != "id"
    }
    db.session.add(Release(**{**kept, **change}))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_file_is_of_a_known_kind(release):
    db.session.add(ReleaseFile(release_id=release.id, kind="docx", content=b"x"))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_answers_are_counted_first_by_one_release_and_go_with_what_was_answered(release):
    partner = making.partner(db.session.get(Evaluation, release.evaluation_id))
    answers = making.partner_answer(partner)
    db.session.add(CountedAnswers(response_id=answers.id, release_id=release.id))
    db.session.commit()
    db.session.add(CountedAnswers(response_id=answers.id, release_id=release.id))
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()
    db.session.delete(partner)
    db.session.commit()
    assert db.session.scalars(db.select(CountedAnswers)).all() == []
