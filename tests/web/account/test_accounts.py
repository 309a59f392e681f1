from datetime import timedelta

import pytest
from lxml import html

from survey.access import sign_in
from survey.engagement import telling
from survey.records.base import db, now
from tests import making
from tests.reading import text


@pytest.fixture
def boss(app):
    user = making.user("boss@example.org", ("administrator", "evaluator"))
    db.session.commit()
    return user


@pytest.fixture
def managing(client, boss):
    client.fill("/sign-in", follow=False, email=boss.email, password=making.PASSWORD)
    return client


def press(client, words, email):
    """Press one of the buttons beside a person's account."""
    page = client.page("/accounts")
    (form,) = page.xpath(
        f"//*[@class='govuk-summary-card'][.//dd[.='{email}']]//form[.//button[contains(., '{words}')]]"
    )
    return client.post(form.action, data=dict(form.form_values()), follow_redirects=True)


def link_in(response):
    return html.fromstring(response.text).xpath("string(//*[contains(@class, 'govuk-inset-text')])")


def test_evaluators_do_not_manage_accounts(client, evaluator):
    client.fill("/sign-in", follow=False, email=evaluator.email, password=making.PASSWORD)
    assert client.get("/accounts").status_code == 403
    assert client.get("/accounts/new").status_code == 403
    assert client.post(f"/accounts/{evaluator.id}/switch-off").status_code == 403


def test_a_new_account_comes_with_a_link_shown_once(managing):
    response = managing.fill("/accounts/new", name="Ada", email=" Ada@Example.org")
    assert response.status_code == 200
    assert link_in(response).startswith("http://localhost/welcome/")
    assert "welcome/" not in managing.get("/accounts").text
    user = sign_in.find_account("ada@example.org")
    assert (user.name, user.password, user.has_role("administrator")) == ("Ada", None, False)


def test_an_administrator_can_make_another(managing):
    managing.fill("/accounts/new", name="Ada", email="ada@example.org", administrator="y")
    assert sign_in.find_account("ada@example.org").has_role("administrator")


@pytest.mark.parametrize(
    ("name", "email", "said"),
    [
        ("", "ada@example.org", "Type the person's name."),
        ("Ada", "", "Type the person's e-mail address."),
        ("Ada", "ada at example", "such as name@example.org"),
        ("Ada", "BOSS@example.org", "already an account"),
        ("A" * 121, "ada@example.org", "120 letters at most"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(managing, name, email, said):
    response = managing.fill("/accounts/new", name=name, email=email)
    assert response.status_code == 422
    assert said in text(response)
    assert html.fromstring(response.text).xpath("//input[@name='name']/@value") == ([name] if name else [""])
    assert sign_in.find_account("ada@example.org") is None


def test_a_forgotten_password_takes_a_new_link(managing, evaluator):
    response = press(managing, "welcome link", evaluator.email)
    assert response.status_code == 200
    assert evaluator.email in text(response)
    assert "/welcome/" in link_in(response)


def test_switching_off_ends_the_session_and_on_lets_in_again(app, managing, evaluator):
    other = app.test_client()
    other.fill("/sign-in", follow=False, email=evaluator.email, password=making.PASSWORD)
    assert other.get("/accounts").status_code == 403
    assert "switched off" in text(press(managing, "Switch the account off", evaluator.email))
    assert other.get("/accounts").status_code == 302
    press(managing, "Switch the account on", evaluator.email)
    assert other.get("/accounts").status_code == 302
    assert (
        other.fill("/sign-in", follow=False, email=evaluator.email, password=making.PASSWORD).status_code
        == 302
    )


def test_nobody_is_offered_to_shut_themselves_out(managing, boss):
    page = managing.page("/accounts")
    assert not page.xpath("//button[contains(., 'Switch the account off')]")
    token = page.xpath("string(//input[@name='csrf_token']/@value)")
    response = managing.post(
        f"/accounts/{boss.id}/switch-off", data={"csrf_token": token}, follow_redirects=True
    )
    assert "You cannot switch your own account off" in text(response)
    assert boss.active


def test_the_buttons_need_the_token_of_the_page(managing, evaluator):
    for act in ("switch-off", "switch-on", "welcome-link"):
        assert managing.post(f"/accounts/{evaluator.id}/{act}").status_code == 400
    assert evaluator.active


def test_an_account_that_is_not_there(managing):
    token = managing.page("/accounts").xpath("string(//input[@name='csrf_token']/@value)")
    assert managing.post("/accounts/999/switch-off", data={"csrf_token": token}).status_code == 404


def test_no_link_for_an_account_that_is_off(managing, evaluator):
    evaluator.active = False
    db.session.commit()
    token = managing.page("/accounts").xpath("string(//input[@name='csrf_token']/@value)")
    response = managing.post(
        f"/accounts/{evaluator.id}/welcome-link", data={"csrf_token": token}, follow_redirects=True
    )
    assert "Switch the account on first." in text(response)


def test_the_list_says_how_everyone_stands(managing, evaluator):
    sign_in.create_account("new@example.org", "Newcomer", ["evaluator"])
    evaluator.locked_until = now() + timedelta(minutes=5)
    db.session.commit()
    said = text(managing.page("/accounts"))
    assert "3 people have an account here." in said
    assert "Resting after wrong passwords, until " in said
    assert "Waiting for a password" in said
    assert "evaluate and manage accounts" in said


def test_switching_the_last_safeguarding_lead_off_says_whom_to_tell(managing, app):
    """By name, and without the evaluation, which an administrator need not know."""
    made = making.evaluation(making.user("ada@example.org"), name="Nobody else’s business")
    making.lead(made, "lead@example.org")
    making.lead(made, "spare@example.org")
    telling.open_telling(made)
    db.session.commit()
    assert "safeguarding lead" not in text(press(managing, "Switch the account off", "spare@example.org"))
    response = press(managing, "Switch the account off", "lead@example.org")
    assert "none can be told there now. Tell those who work on it" in text(response)
    assert "(ada@example.org)" in text(response) and "business" not in text(response)
    assert not telling.is_open(made) and telling.opened(made).closed_at is None
