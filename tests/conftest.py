"""An app with an empty database of its own for each test."""

import tempfile
from pathlib import Path

import pytest

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
    with databases.opened(env) as app:
        yield app


@pytest.fixture
def client(app):
    return app.test_client()
