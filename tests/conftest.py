"""An app with an empty database of its own for each test."""

import tempfile
from pathlib import Path

import pytest

from app import create_app
from survey.records.base import db
from tests import databases


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL for all who need one, in a folder that other test runs do not tidy away."""
    with tempfile.TemporaryDirectory(prefix="alongside-postgres-") as folder:
        server = databases.start_postgres(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def env(tmp_path):
    return databases.environment(tmp_path)


@pytest.fixture
def app(env):
    app = create_app(env)
    app.testing = True
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app):
    return app.test_client()
