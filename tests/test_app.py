import pytest
from flask import request

from app import create_app
from survey.records.base import db


@pytest.fixture
def made(env):
    apps = []

    def make(**changes):
        apps.append(create_app(env | changes))
        apps[-1].add_url_rule("/who", "who", lambda: f"{request.remote_addr} {request.scheme} {request.host}")
        return apps[-1]

    yield make
    for app in apps:
        with app.app_context():
            db.engine.dispose()


FORWARDED = {
    "X-Forwarded-For": "192.0.2.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "alongside.example.org",
}


def test_what_a_proxy_says_is_not_believed_unless_there_is_one(made):
    assert made().test_client().get("/who", headers=FORWARDED).text == "127.0.0.1 http localhost"


def test_a_proxy_that_was_named_is_believed(made):
    app = made(TRUSTED_PROXIES="1", BASE_URL="https://alongside.example.org")
    said = app.test_client().get("/who", headers=FORWARDED).text
    assert said == "192.0.2.7 https alongside.example.org"


def test_only_our_own_host_is_answered(made):
    client = made().test_client()
    assert client.get("/who", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/who").status_code == 200


def test_every_room_is_joined(made):
    app = made()
    assert {"respondent", "evaluator", "account", "security"} <= set(app.blueprints)
    assert {
        "worked-example",
        "create-administrator",
        "erase-resident",
        "recompute",
        "serve",
        "work",
        "db",
    } <= set(app.cli.commands)


def test_settings_are_read_from_what_is_given_and_nowhere_else(made, tmp_path, monkeypatch):
    monkeypatch.setenv("COUNCIL_NAME", "Elsewhere")
    app = made(COUNCIL_NAME="Example Council")
    assert app.config["COUNCIL_NAME"] == "Example Council"
    assert app.instance_path == str(tmp_path)


def test_two_apps_do_not_share_a_database(made, tmp_path):
    first, second = made(), made(INSTANCE=str(tmp_path / "second"), DATABASE_URL="")
    assert first.config["SQLALCHEMY_DATABASE_URI"] != second.config["SQLALCHEMY_DATABASE_URI"]
