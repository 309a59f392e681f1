import pytest

from survey.records.base import db
from tests import making
from tests.reading import Reader


@pytest.fixture
def client(app):
    """A browser stand-in that checks every page it is given; nobody is signed in."""
    app.test_client_class = Reader
    return app.test_client()


@pytest.fixture
def evaluator(app):
    user = making.user()
    db.session.commit()
    return user


@pytest.fixture
def signed_in(client, evaluator):
    client.sign_in(evaluator.email)
    return client
