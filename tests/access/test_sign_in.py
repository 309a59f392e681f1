import pytest
from flask import g, session
from sqlalchemy.exc import IntegrityError

from survey.access import limits, sign_in
from survey.records.base import db
from tests import making


def test_an_account_keeps_a_tidy_address_and_a_slow_hash(app):
    user = sign_in.create_account(" Ada@Example.ORG ", "Ada", [sign_in.ADMINISTRATOR], making.PASSWORD)
    db.session.commit()
    assert user.email == "ada@example.org"
    assert user.password.startswith("$argon2id$")
    assert user.has_role("administrator") and not user.has_role("evaluator")


def test_without_a_password_nobody_can_sign_in(app, client):
    sign_in.create_account("ada@example.org", "Ada", [sign_in.EVALUATOR])
    db.session.commit()
    for password in ("", "None"):
        data = {"email": "ada@example.org", "password": password, "csrf_token": token(client)}
        assert client.post("/sign-in", data=data).status_code == 422


def test_one_address_is_one_account(app):
    making.user("eva@example.org")
    db.session.commit()
    assert sign_in.find_account("EVA@example.org ").email == "eva@example.org"
    assert sign_in.find_account("eve@example.org") is None
    sign_in.create_account("EVA@example.org", "Eva again", [])
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_new_password_ends_a_rest_and_every_session(app):
    user = making.user()
    user.failed_attempts = 3
    db.session.commit()
    before = user.fs_uniquifier
    sign_in.set_password(user, "another long password")
    assert user.failed_attempts == 0
    assert user.fs_uniquifier != before
    assert user.verify_and_update_password("another long password")


def test_pages_of_the_library_that_we_do_not_use_are_not_there(client):
    assert client.get("/verify").status_code == 404
    assert client.get("/fs-static/css/main.css").status_code == 404


def test_tries_are_limited(app, client, monkeypatch):
    limits.limiter.reset()
    data = {"email": "", "password": "", "csrf_token": token(client)}
    statuses = [client.post("/sign-in", data=data).status_code for _ in range(21)]
    limits.limiter.reset()
    assert statuses == [422] * 20 + [429]
    assert client.get("/sign-in").status_code == 200


def token(client):
    with client:
        client.get("/sign-in")
        return g.csrf_token


@pytest.mark.parametrize(("cookie", "unsigned"), [("", False), ("flower=x", False), ("session=x", True)])
def test_people_without_a_session_cookie_have_nothing_unsigned(app, monkeypatch, cookie, unsigned):
    seen, unsign = [], sign_in.Sessions.get_signing_serializer
    monkeypatch.setattr(
        sign_in.Sessions, "get_signing_serializer", lambda *given: seen.append(given) or unsign(*given)
    )
    with app.test_request_context(headers={"Cookie": cookie}):
        assert dict(session) == {}
    assert bool(seen) is unsigned
