"""The migrations make exactly the tables that the models describe, on both databases."""

import flask_migrate
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app import create_app
from survey.records.base import db
from tests import databases


@pytest.fixture(params=["sqlite", "postgres"])
def empty_app(request, tmp_path):
    env = databases.environment(tmp_path)
    if request.param == "postgres":
        server = request.getfixturevalue("postgres")
        _make_database(server.replace("postgresql://", "postgresql+psycopg://"), "migrated")
        env["DATABASE_URL"] = server.replace("/postgres?", "/migrated?")
    app = create_app(env)
    with app.app_context():
        yield app
        db.engine.dispose()


def test_upgrade_leaves_nothing_to_migrate(empty_app):
    flask_migrate.upgrade()
    with db.engine.connect() as connection:
        assert _differences(connection) == []
        assert "change" in sa.inspect(connection).get_table_names()


def test_without_the_upgrade_there_is_something_to_migrate(empty_app):
    with db.engine.connect() as connection:
        assert _differences(connection)


BEFORE_PARTNERS = "6c0f7b0d9a51"


def test_answers_outlive_the_changes_to_their_tables(empty_app):
    """SQLite makes a changed table anew: what hangs on its rows must not go with the old one."""
    flask_migrate.upgrade(revision=BEFORE_PARTNERS)
    with db.engine.begin() as connection:
        for row in ROWS:
            connection.execute(sa.text(row))
    flask_migrate.upgrade()
    assert _kept() == [("two", "control", 4, "because")]
    with db.engine.connect() as connection, pytest.raises(sa.exc.IntegrityError):
        connection.execute(sa.text("INSERT INTO invitation (seed, token_hash, code_hash, made_at)" + NOBODYS))
    flask_migrate.downgrade(revision=BEFORE_PARTNERS)
    flask_migrate.upgrade()
    assert _kept() == [("two", "control", 4, "because")]


NOBODYS = " VALUES ('x', 'x', 'x', '2026-01-01')"
ROWS = (
    "INSERT INTO evaluation (id, name, council, period_start, period_end, before, headline, note, made_up,"
    " created_at) VALUES (1, 'One', 'Council', '2026-01-01', '2026-12-31', 'waves', 'x', '', false,"
    " '2026-01-01')",
    "INSERT INTO area (id, evaluation_id, name, position) VALUES (1, 1, 'North', 0)",
    "INSERT INTO wave (id, evaluation_id, number, name, weeks_after) VALUES (1, 1, 0, 'First', 0)",
    "INSERT INTO resident (id, evaluation_id, code, area_id, level, added_at)"
    " VALUES (1, 1, 'wren', 1, 'two', '2026-01-01')",
    "INSERT INTO opened_questionnaire (id, evaluation_id, level, version, document, digest, opened_at)"
    " VALUES (1, 1, 'two', 1, '{}', 'x', '2026-01-01')",
    "INSERT INTO response (id, resident_id, wave_id, questionnaire_id, submission_key, started_at)"
    " VALUES (1, 1, 1, 1, 'key', '2026-01-01')",
    "INSERT INTO answer (id, response_id, question_id, state, number)"
    " VALUES (1, 1, 'control', 'answered', 4)",
    "INSERT INTO answer_words (answer_id, words) VALUES (1, 'because')",
)


def _kept():
    query = (
        "SELECT audience, question_id, number, words FROM opened_questionnaire"
        " JOIN response ON questionnaire_id = opened_questionnaire.id"
        " JOIN answer ON response_id = response.id JOIN answer_words ON answer_id = answer.id"
    )
    with db.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def _differences(connection):
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return compare_metadata(context, db.metadata)


def _make_database(url, name):
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
