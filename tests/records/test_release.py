import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.release import Release, ReleaseFile
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
