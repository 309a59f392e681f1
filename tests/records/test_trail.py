import pytest

from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.trail import TrailLine
from tests import making
from tests.records.worlds import kept


@pytest.fixture
def line(app):
    db.session.execute(db.delete(TrailLine))
    user = making.user("leaver@example.org")
    evaluation = making.evaluation()
    noise = making.evaluation(name="Noise")
    db.session.execute(db.delete(TrailLine))
    kept(TrailLine(act="opened evaluation", evaluation_id=noise.id, user_id=making.user().id))
    made = kept(TrailLine(act="saw results", evaluation_id=evaluation.id, user_id=user.id, detail="wave 1"))
    db.session.commit()
    return made


def acts():
    return list(db.session.scalars(db.select(TrailLine.act).order_by(TrailLine.id)))


def test_a_line_has_its_time_and_need_not_say_more(app):
    bare = kept(TrailLine(act="ran a command"))
    assert bare.at is not None
    assert (bare.user_id, bare.evaluation_id, bare.detail) == (None, None, "")


def test_what_somebody_did_stays_when_their_account_goes(line):
    db.session.execute(db.delete(User).where(User.id == line.user_id))
    db.session.expire_all()
    assert line.user_id is None
    assert acts() == ["opened evaluation", "saw results"]


def test_the_trail_of_an_evaluation_goes_with_it(line):
    db.session.execute(db.delete(Evaluation).where(Evaluation.id == line.evaluation_id))
    assert acts() == ["opened evaluation"]


def test_lines_hold_no_column_for_a_resident():
    assert not any(key.column.table.name == "resident" for key in TrailLine.__table__.foreign_keys)
