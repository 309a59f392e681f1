import pytest
from sqlalchemy.exc import IntegrityError

from survey.records.base import db, now
from survey.records.form_sent import FormSent


def test_a_key_is_there_once(app):
    db.session.add(FormSent(key="a" * 32, location="/x"))
    db.session.commit()
    assert db.session.get(FormSent, "a" * 32).sent_at <= now()
    db.session.expunge_all()
    db.session.add(FormSent(key="a" * 32, location="/y"))
    with pytest.raises(IntegrityError):
        db.session.flush()
