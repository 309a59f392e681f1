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


def _differences(connection):
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return compare_metadata(context, db.metadata)


def _make_database(url, name):
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
