"""Fixtures that run a test twice: on SQLite and on PostgreSQL."""

import pytest

from app import create_app
from survey.records.base import db
from tests import databases


@pytest.fixture(params=["sqlite", "postgres"])
def app(request, tmp_path):
    url = request.getfixturevalue("postgres") if request.param == "postgres" else ""
    app = create_app(databases.environment(tmp_path, url))
    app.testing = True
    with app.app_context():
        db.create_all()
        if url:
            databases.empty()
        yield app
        db.session.remove()
        db.engine.dispose()
