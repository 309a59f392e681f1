"""An app with an empty database for each test."""

import tempfile
from functools import cache
from pathlib import Path

import pytest

from survey.reports import briefing, case_study_pack, pdf
from tests import apps, databases


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL for all who need one, in a folder that other test runs do not tidy away."""
    with tempfile.TemporaryDirectory(prefix="alongside-postgres-") as folder:
        server = databases.start_postgres(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def database_url():
    return ""


@pytest.fixture
def env(tmp_path, database_url):
    return databases.environment(tmp_path, database_url)


@pytest.fixture(scope="session")
def whole_apps(tmp_path_factory):
    return cache(lambda url: apps.made(databases.environment(tmp_path_factory.mktemp("app"), url)))


@pytest.fixture
def app(whole_apps, database_url):
    """The one app that tests share, as if nobody had used it."""
    app = whole_apps(database_url)
    with apps.unused(app), apps.entered(app):
        yield app


@pytest.fixture
def new_app(env):
    """An app of a test's own, for tests that add pages to it."""
    with apps.opened(env) as app:
        yield app


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def no_paper(monkeypatch):
    """Where nobody reads the paper it stays blank: it touches no record, and takes most of the time."""
    for module in (pdf, briefing, case_study_pack):
        monkeypatch.setattr(module, "to_pdf", lambda _html: b"%PDF")
