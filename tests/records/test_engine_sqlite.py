"""How SQLite is reached; other databases look after themselves."""

import pytest
from sqlalchemy import event

from app import create_app
from survey.records import engine
from survey.records.account import Role
from survey.records.base import db
from survey.records.engine import WAL_IS_SOUND, writer
from tests import databases


@pytest.fixture
def app(tmp_path):
    app = create_app(databases.environment(tmp_path))
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app):
    def add():
        db.session.add(Role(name="added"))
        db.session.flush()
        return "added"

    app.add_url_rule("/add", "add", add, methods=["GET", "POST"])
    return app.test_client()


@pytest.fixture
def begun(app):
    said = []
    event.listen(db.engine, "before_cursor_execute", lambda _1, _2, sql, *_: said.append(sql))
    return lambda: [sql for sql in said if sql.startswith("BEGIN")]


def test_a_post_takes_the_write_lock_before_it_reads(app, client, begun):
    db.session.rollback()
    client.post("/add")
    assert begun() == ["BEGIN IMMEDIATE"]


def test_a_get_takes_no_write_lock(app, client, begun):
    db.session.rollback()
    client.get("/add")
    assert begun() == ["BEGIN"]


def test_a_get_can_ask_for_it(app, client, begun):
    def noted():
        db.session.rollback()
        with writer():
            db.session.add(Role(name="noted"))
            db.session.commit()
        db.session.scalar(db.select(Role.id))
        return "noted"

    app.add_url_rule("/noted", "noted", noted)
    client.get("/noted")
    assert begun() == ["BEGIN IMMEDIATE", "BEGIN"]
    db.session.rollback()
    assert db.session.scalars(db.select(Role.name)).all() == ["noted"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("journal_mode", "wal" if WAL_IS_SOUND else "delete"),
    ],
)
def test_how_sqlite_is_set(app, pragma, value):
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_sqlite_is_the_one_we_bring_along(app):
    with db.engine.connect() as connection:
        version = connection.exec_driver_sql("SELECT sqlite_version()").scalar()
    assert tuple(map(int, version.split("."))) == engine.pysqlite3.sqlite_version_info


@pytest.mark.parametrize(("sound", "mode"), [(True, "wal"), (False, "delete")])
def test_an_older_sqlite_gets_no_write_ahead_log(app, monkeypatch, sound, mode):
    monkeypatch.setattr(engine, "WAL_IS_SOUND", sound)
    db.session.remove()
    db.engine.dispose()
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == mode
