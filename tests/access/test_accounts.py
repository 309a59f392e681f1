from datetime import timedelta

import pytest

from survey.access import accounts, sign_in
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making


@pytest.fixture
def ada(app):
    accounts.create("noise@example.org", "Noise", administrator=True)
    user = accounts.create("ada@example.org", "Ada", administrator=False)
    db.session.commit()
    return user


def token_of(user):
    with db.session.no_autoflush:
        return accounts.welcome_link(user).rpartition("/")[2]


def acts():
    return [
        (line.act, line.detail) for line in db.session.scalars(db.select(TrailLine).order_by(TrailLine.id))
    ]


def test_an_account_has_the_roles_it_is_given_and_no_password(ada):
    assert [role.name for role in ada.roles] == ["evaluator"]
    assert {role.name for role in sign_in.find_account("noise@example.org").roles} == {
        "evaluator",
        "administrator",
    }
    assert ada.password is None


def test_one_address_one_account(ada):
    with pytest.raises(accounts.Refused, match="already an account"):
        accounts.create("ADA@example.org ", "Another", administrator=True)


def test_everyone_is_listed_by_name(ada):
    assert [user.name for user in accounts.everyone()] == ["Ada", "Noise"]


def test_a_welcome_link_finds_its_person(app, ada):
    link = accounts.welcome_link(ada)
    assert link.startswith("http://localhost/welcome/")
    assert accounts.welcomed(link.rpartition("/")[2]) is ada


def test_a_welcome_link_is_dead_once_a_password_is_set(ada):
    first, second = token_of(ada), token_of(ada)
    accounts.choose_password(ada, making.PASSWORD)
    assert accounts.welcomed(first) is None
    assert accounts.welcomed(second) is None
    assert accounts.welcomed(token_of(ada)) is ada


def test_a_welcome_link_lasts_seven_days(ada, monkeypatch):
    assert accounts.LINK_LASTS.days == 7
    token = token_of(ada)
    monkeypatch.setattr(accounts, "LINK_LASTS", timedelta(seconds=-1))
    assert accounts.welcomed(token) is None


def test_a_welcome_link_cannot_be_made_up(app, ada):
    token = token_of(ada)
    assert accounts.welcomed(token[:-1]) is None
    assert accounts.welcomed("anything") is None
    app.config["SECRET_KEY"] = "another secret, long enough to sign with as well"
    assert accounts.welcomed(token) is None


def test_a_switched_off_account_has_no_welcome(ada):
    boss = sign_in.find_account("noise@example.org")
    token = token_of(ada)
    accounts.switch_off(ada, boss)
    assert not ada.active
    assert accounts.welcomed(token) is None
    assert accounts.welcomed(token_of(ada)) is None
    accounts.switch_on(ada)
    assert ada.active
    assert accounts.welcomed(token) is None
    assert accounts.welcomed(token_of(ada)) is ada


def test_switching_off_ends_what_is_signed_in(ada):
    before = ada.fs_uniquifier
    accounts.switch_off(ada, sign_in.find_account("noise@example.org"))
    assert ada.fs_uniquifier != before


def test_nobody_shuts_themselves_out(ada):
    with pytest.raises(accounts.Refused, match="your own"):
        accounts.switch_off(ada, ada)
    assert ada.active


def test_the_trail_knows_the_acts_but_no_name_and_no_link(ada):
    token = token_of(ada)
    accounts.choose_password(ada, making.PASSWORD)
    accounts.switch_off(ada, sign_in.find_account("noise@example.org"))
    accounts.switch_on(ada)
    account = f"account {ada.id}"
    assert acts()[1:] == [
        ("made an account", account),
        ("made a welcome link", account),
        ("chose a password", ""),
        ("switched an account off", account),
        ("switched an account on", account),
    ]
    assert not any(token in detail or "ada" in detail for _, detail in acts())
