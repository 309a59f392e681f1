import pytest
from lxml import html

from survey.access import accounts
from survey.records.base import db
from tests import making
from tests.reading import text

LONG = "pärlor på golvet"


@pytest.fixture
def ada(app):
    user = accounts.create("ada@example.org", "Ada", administrator=False)
    db.session.commit()
    return user


@pytest.fixture
def address(ada):
    link = accounts.welcome_link(ada).removeprefix("http://localhost")
    db.session.rollback()
    return link


def test_the_page_says_who_will_sign_in(client, address):
    said = text(client.page(address))
    assert "Welcome to Alongside, Ada" in said
    assert "ada@example.org" in said


def test_choosing_a_password_leads_to_signing_in_with_it(client, address, ada):
    response = client.fill(address, password=LONG, again=LONG)
    assert response.request.path == "/sign-in"
    assert "Your password is set." in text(response)
    assert client.fill("/sign-in", follow=False, email=ada.email, password=LONG).status_code == 302


def test_a_letter_written_in_two_ways_is_one_password(client, address, ada):
    composed, decomposed = "caf\u00e9 au lait monday", "cafe\u0301 au lait monday"
    client.fill(address, password=composed, again=composed)
    assert client.fill("/sign-in", follow=False, email=ada.email, password=decomposed).status_code == 302


def test_a_link_works_once(client, address):
    client.fill(address, password=LONG, again=LONG)
    response = client.get(address)
    assert response.status_code == 404
    assert "This link no longer works" in text(response)
    assert client.post(address, data={"password": making.PASSWORD}).status_code == 404


def test_a_made_up_link(client, ada):
    assert "no longer works" in text(client.get("/welcome/made-up"))


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("", "", "Choose a password."),
        ("short words", "short words", "Use 12 letters or more"),
        ("abababababababab", "abababababababab", "easy to guess"),
        ("ada@example.org", "ada@example.org", "easy to guess"),
        (LONG, LONG + "s", "The two are not the same"),
        ("a good one " * 20, "a good one " * 20, "Use 12 letters or more"),
    ],
)
def test_passwords_that_will_not_do_are_explained(client, address, ada, password, again, said):
    response = client.fill(address, password=password, again=again)
    assert response.status_code == 422
    assert said in text(response)
    assert ada.password is None
    assert not html.fromstring(response.text).xpath("//input[@type='password' and @value]")


def test_looking_at_the_link_uses_nothing_up(client, address):
    for _ in range(2):
        assert client.get(address).status_code == 200
