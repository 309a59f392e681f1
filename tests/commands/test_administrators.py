import pytest

from survey.access import sign_in
from survey.records.base import db
from tests import making


@pytest.fixture
def run(app):
    def run(*words, password=making.PASSWORD, again=None):
        typed = f"{password}\n{again or password}\n"
        return app.test_cli_runner().invoke(args=["create-administrator", *words], input=typed)

    return run


def test_it_makes_an_account_that_may_manage_and_evaluate(run):
    result = run("--email", " Boss@Example.org", "--name", "Boss")
    assert result.exit_code == 0
    assert "Made an administrator account" in result.output
    db.session.expire_all()
    user = sign_in.find_account("boss@example.org")
    assert {role.name for role in user.roles} == {"administrator", "evaluator"}
    assert user.verify_and_update_password(making.PASSWORD)


def test_it_never_shows_the_password(run):
    assert making.PASSWORD not in run("--email", "boss@example.org", "--name", "Boss").output


def test_an_account_that_is_there_stays_as_it_is(run):
    making.user("boss@example.org")
    db.session.commit()
    result = run("--email", "BOSS@example.org", "--name", "Boss", password="another long password")
    assert result.exit_code == 1
    assert "already an account" in result.output
    user = sign_in.find_account("boss@example.org")
    assert user.verify_and_update_password(making.PASSWORD)
    assert not user.has_role("administrator")


@pytest.mark.parametrize("password", ["too short", "elevensigns"])
def test_a_short_password_is_refused(run, password):
    result = run("--email", "boss@example.org", "--name", "Boss", password=password)
    assert result.exit_code == 1
    assert "at least 12 characters" in result.output
    assert sign_in.find_account("boss@example.org") is None
