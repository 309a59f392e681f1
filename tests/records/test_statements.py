"""The short way does what the session does, on both databases."""

import pytest
from sqlalchemy import bindparam, select, text

from survey.records import statements
from survey.records.base import db
from survey.records.engine import writer
from survey.records.evaluation import Evaluation
from tests import making

_evaluation = Evaluation.__table__.c
KNOWN = statements.Statement(
    select(_evaluation.name, _evaluation.made_up, _evaluation.opened_at, _evaluation.period_start).where(
        _evaluation.id == bindparam("evaluation_id")
    )
)
RENAME = statements.Statement(text("UPDATE evaluation SET name = :name WHERE id = :evaluation_id"))


@pytest.fixture
def evaluation(app):
    made = making.evaluation()
    db.session.commit()
    return made


def name(evaluation):
    db.session.rollback()
    return db.session.scalar(select(Evaluation.name).where(Evaluation.id == evaluation))


@pytest.fixture
def number(evaluation):
    number = evaluation.id
    db.session.commit()
    return number


def test_values_come_as_their_columns_mean_them(evaluation):
    expected = (evaluation.name, False, evaluation.opened_at, evaluation.period_start)
    number = evaluation.id
    assert KNOWN.rows(evaluation_id=number) == [expected]
    db.session.commit()
    with statements.transaction():
        assert KNOWN.rows(evaluation_id=number) == [expected]
        assert KNOWN.rows(evaluation_id=0) == []


def test_what_ends_well_is_kept(number):
    with statements.transaction():
        assert RENAME.rows(name="Renamed", evaluation_id=number) == []
    assert name(number) == "Renamed"


def test_what_is_rolled_back_or_fails_is_not(number):
    with statements.transaction() as records:
        RENAME.rows(name="Renamed", evaluation_id=number)
        records.rollback()
    with pytest.raises(ZeroDivisionError), statements.transaction():
        RENAME.rows(name="Renamed", evaluation_id=number)
        raise ZeroDivisionError
    assert name(number) == "Walking alongside"


def test_it_stands_apart_from_the_session_unless_that_is_at_work(evaluation, number):
    with statements.transaction():
        RENAME.rows(name="Renamed", evaluation_id=number)
        assert not db.session().in_transaction()
    evaluation.name = "By the session"
    with statements.transaction():
        assert KNOWN.rows(evaluation_id=number)[0][0] == "By the session"
        RENAME.rows(name="By both", evaluation_id=number)
    assert name(number) == "Renamed"


def test_where_it_may_write_it_takes_the_write_lock_at_once(app, number):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL locks rows")
    said = []
    with writer(), statements.transaction() as records:
        records.dbapi_connection.set_trace_callback(said.append)
        assert records.dbapi_connection.in_transaction
    assert said == ["COMMIT"]
