"""One app with one small world, made once: the rules look at every page of it."""

import pytest

from app import create_app
from survey.records.base import db
from tests import databases, making
from tests.reading import Reader
from tests.trust import addresses, addresses_walk


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    app = create_app(databases.environment(tmp_path_factory.mktemp("rules")))
    app.test_client_class = Reader
    app.config["RATELIMIT_ENABLED"] = False
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def filters(app):
    """The filters that each endpoint has been seen to look for."""
    return addresses_walk.notice_filters(app)


@pytest.fixture(scope="session")
def world(app, filters):
    return addresses.make_world()


@pytest.fixture(scope="session")
def opened(app, world, address, signed_in):
    """What every page says to who owns the evaluation: looked at once for all rules."""
    client = signed_in(world.owner)
    pages = [rule for rule in addresses.rules_of(app, *addresses.ROOMS) if "GET" in rule.methods]
    return [(rule, client.get(address(rule), buffered=True)) for rule in pages]


@pytest.fixture(scope="session")
def address(app, world):
    """The address of a rule in the world: every part of it is there."""
    return lambda rule: addresses.address_of(app, world, rule)


@pytest.fixture(scope="session")
def signed_in(app):
    def signed_in(user):
        client = app.test_client()
        response = client.fill("/sign-in", follow=False, email=user.email, password=making.PASSWORD)
        assert response.status_code == 302
        return client

    return signed_in


@pytest.fixture
def kept():
    """Every row of every table except the trail, which a GET may add to."""
    return lambda: {name: rows for name, rows in addresses.tables().items() if name != "trail_line"}
