import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db
from survey.records.opened_release import OpenedRelease
from tests import making


@pytest.mark.parametrize("digest", ["a" * 64, "b" * 63])
def test_a_digest_is_whole_and_stands_once_in_an_evaluation(app, digest):
    evaluation = making.evaluation()
    db.session.add(OpenedRelease(evaluation_id=evaluation.id, digest="a" * 64, content="{}"))
    db.session.flush()
    db.session.add(OpenedRelease(evaluation_id=evaluation.id, digest=digest, content="{}"))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_another_evaluation_may_open_the_same(app):
    for name in ("Ours", "Theirs"):
        made = making.evaluation(name=name)
        db.session.add(OpenedRelease(evaluation_id=made.id, digest="a" * 64, content="{}"))
    db.session.flush()
