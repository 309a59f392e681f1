"""Signing in as a person meets it: through the page."""

from datetime import timedelta

import pytest
from flask import session

from survey.access import sign_in
from survey.access.sign_in_form import LOST_TOUCH, NOT_RIGHT, SWITCHED_OFF
from survey.records.account import ATTEMPTS
from survey.records.base import db, now
from tests import making
from tests.reading import Reader, text


@pytest.fixture
def client(app):
    app.test_client_class = Reader
    return app.test_client()


@pytest.fixture
def eva(app):
    sign_in.create_account("noise@example.org", "Somebody else", ["evaluator"], making.PASSWORD)
    user = making.user()
    db.session.commit()
    return user


def attempt(client, email="eva@example.org", password=making.PASSWORD, **fields):
    return client.fill("/sign-in", follow=False, email=email, password=password, **fields)


def is_signed_in(client):
    with client:
        client.get("/sign-in")
        return "_user_id" in session


def test_the_right_password_signs_in_and_goes_to_the_evaluations(client, eva):
    response = attempt(client, " EVA@example.org ")
    assert (response.status_code, response.location) == (302, "/evaluations")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("email", "password"),
    [("eva@example.org", "wrong"), ("nobody@example.org", making.PASSWORD), ("not an address", "wrong")],
)
def test_every_failed_try_is_answered_alike(client, eva, email, password):
    response = attempt(client, email, password)
    assert response.status_code == 422
    assert NOT_RIGHT in text(response)
    assert not is_signed_in(client)


def test_what_was_typed_is_kept_except_the_password(client, eva):
    page = attempt(client, password="wrong but secret").text
    assert 'value="eva@example.org"' in page
    assert "wrong but secret" not in page


@pytest.mark.parametrize(
    ("email", "password", "said"), [("", "x", "e-mail address"), ("e@e.org", "", "password")]
)
def test_an_empty_field_is_named(client, eva, email, password, said):
    page = text(attempt(client, email, password))
    assert f"Type your {said}." in page
    assert NOT_RIGHT not in page


def test_five_wrong_passwords_make_the_account_rest(client, eva):
    for _ in range(ATTEMPTS):
        attempt(client, password="wrong")
    response = attempt(client)
    assert response.status_code == 422
    assert NOT_RIGHT in text(response)
    assert sign_in.find_account("noise@example.org").locked_until is None
    eva.locked_until = now() - timedelta(seconds=1)
    db.session.commit()
    assert attempt(client).status_code == 302


def test_tries_while_resting_do_not_lengthen_the_rest(client, eva):
    eva.locked_until = until = now() + timedelta(minutes=1)
    db.session.commit()
    for _ in range(ATTEMPTS + 1):
        attempt(client, password="wrong")
    db.session.expire_all()
    assert eva.locked_until == until


def test_success_forgets_the_wrong_ones_before_it(client, eva):
    for _ in range(ATTEMPTS - 1):
        attempt(client, password="wrong")
    assert attempt(client).status_code == 302
    client.post("/sign-out")
    attempt(client, password="wrong")
    assert attempt(client).status_code == 302


def test_switched_off_is_told_only_with_the_right_password(client, eva):
    eva.active = False
    db.session.commit()
    assert SWITCHED_OFF in text(attempt(client))
    assert SWITCHED_OFF not in text(attempt(client, password="wrong"))
    assert not is_signed_in(client)


def test_a_lost_csrf_token_is_said_plainly(client, eva):
    response = attempt(client, csrf_token="stale")
    assert response.status_code == 422
    assert LOST_TOUCH in text(response)


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "javascript:alert(1)"])
def test_next_elsewhere_is_not_followed(client, eva, elsewhere):
    assert attempt(client, next=elsewhere).location == "/evaluations"


def test_next_here_is_followed(client, eva):
    page = client.page("/sign-in?next=/evaluations/3/results")
    assert page.xpath("//input[@name='next']/@value") == ["/evaluations/3/results"]
    assert attempt(client, next="/evaluations/3/results").location == "/evaluations/3/results"


def test_signing_out_takes_a_post(client, eva):
    attempt(client)
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 302
    assert not is_signed_in(client)
