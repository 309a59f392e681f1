"""An app with an empty database of its own for each test."""

import pytest

from app import create_app
from survey.records.base import db
from tests import databases


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
