"""One app with one small world, made once: the rules look at every page of it."""

from dataclasses import dataclass

import pytest

from app import create_app
from survey.access import accounts
from survey.engagement import columns, invitations, waves
from survey.records.account import User
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.upload import Upload
from tests import databases, making
from tests.reading import Reader


@dataclass
class World:
    owner: User
    stranger: User
    evaluation: Evaluation
    values: dict


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
def world(app):
    owner = making.user("owner@example.org", ("administrator", "evaluator"))
    stranger = making.user("stranger@example.org")
    evaluation = making.evaluation(owner)
    (resident,) = making.people(evaluation)
    upload = Upload(evaluation_id=evaluation.id, filename="scores.csv", text="code,hope\nwren-12,3\n")
    held = ("code", "score:0:hope")
    columns.keep(upload, columns.Columns(held, evaluation.areas[0].id, "two", "asked"))
    db.session.add(upload)
    db.session.commit()
    welcome = accounts.welcome_link(stranger)
    db.session.commit()
    values = {
        "evaluation_id": evaluation.id,
        "resident_id": resident.id,
        "upload_id": upload.id,
        "account_id": stranger.id,
        "user_id": owner.id,
        "number": waves.planned(evaluation)[0].number,
        "level": "two",
        "page_id": "control",
        "part": "control",
    }
    links = {
        "account": welcome.rpartition("/")[2],
        "respondent": invitations.current_link(resident).token,
    }
    return World(owner, stranger, evaluation, {"token": links} | values)


@pytest.fixture
def address(app, world):
    """The address of a rule in the world: every part of it is there."""

    def address(rule):
        room = rule.endpoint.partition(".")[0]
        values = {name: world.values[name] for name in rule.arguments}
        if "token" in values:
            values["token"] = values["token"][room]
        with app.test_request_context():
            return rule.build(values, append_unknown=False)[1]

    return address


@pytest.fixture
def signed_in(app):
    def signed_in(user):
        client = app.test_client()
        response = client.fill("/sign-in", follow=False, email=user.email, password=making.PASSWORD)
        assert response.status_code == 302
        return client

    return signed_in


@pytest.fixture
def kept(app):
    """Every row of every table except the trail, which a GET may add to."""

    def kept():
        db.session.rollback()
        tables = [table for table in db.metadata.sorted_tables if table.name != "trail_line"]
        return {table.name: sorted(map(repr, db.session.execute(table.select()))) for table in tables}

    return kept
