from datetime import timedelta
from types import SimpleNamespace

import pytest
from flask import Response
from itsdangerous import Signer

from survey.records.base import now
from survey.web.respondent import memory


@pytest.fixture
def sent():
    return SimpleNamespace(reference="BCDF-GHJK", submitted_at=now())


def cookie_of(app, sent, **settings):
    app.config.update(settings)
    with app.test_request_context():
        return memory.remember(Response(), sent).headers.get("Set-Cookie")


def known(app, sent, value):
    with app.test_request_context(headers={"Cookie": f"{memory.COOKIE}={value}"}):
        return memory.remembers(sent)


def value_of(cookie):
    return cookie.split(";")[0].split("=", 1)[1]


def test_the_cookie_is_for_these_pages_alone_and_for_half_an_hour(app, sent):
    cookie = cookie_of(app, sent)
    for part in ("Path=/a/", "HttpOnly", "SameSite=Lax", "Max-Age=1800"):
        assert part in cookie
    assert "Secure" not in cookie
    assert "Secure" in cookie_of(app, sent, SESSION_COOKIE_SECURE=True)


def test_only_a_cookie_signed_here_is_believed(app, sent):
    value = value_of(cookie_of(app, sent))
    assert known(app, sent, value)
    assert not known(app, sent, value[:-1] + ("A" if value[-1] != "A" else "B"))
    assert not known(app, sent, "BCDF-GHJK")
    assert not known(app, sent, Signer("another secret", salt="flower").sign("BCDF-GHJK").decode())
    assert not known(app, sent, "")


def test_it_opens_no_other_answers(app, sent):
    other = SimpleNamespace(reference="XXXX-XXXX", submitted_at=now())
    assert not known(app, other, value_of(cookie_of(app, sent)))


def test_half_an_hour_after_sending_it_is_neither_given_nor_believed(app, sent):
    value = value_of(cookie_of(app, sent))
    sent.submitted_at -= timedelta(minutes=30)
    assert cookie_of(app, sent) is None
    assert not known(app, sent, value)


def test_forgetting_takes_the_cookie_back(app):
    with app.test_request_context():
        cookie = memory.forget(Response()).headers["Set-Cookie"]
    assert "Max-Age=0" in cookie and "Path=/a/" in cookie
