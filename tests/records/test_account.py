from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from survey.access import sign_in
from survey.records.account import ATTEMPTS, LOCKED_FOR, Role, User, role_of_user
from survey.records.base import db, now
from tests import making


@pytest.fixture
def eva(app):
    making.user("noise@example.org")
    user = making.user()
    db.session.commit()
    return user


def fail(user, times):
    for _ in range(times):
        user.track_failed_authn("password")


def test_four_wrong_passwords_do_not_lock(eva):
    fail(eva, ATTEMPTS - 1)
    assert eva.failed_attempts == 4
    assert not eva.is_locked()


def test_the_fifth_locks_for_a_quarter_of_an_hour(eva):
    fail(eva, ATTEMPTS)
    assert eva.is_locked()
    assert timedelta(minutes=14) < eva.locked_until - now() <= LOCKED_FOR == timedelta(minutes=15)
    assert not sign_in.find_account("noise@example.org").is_locked()


def test_the_count_outlives_the_page_that_says_wrong_password(eva):
    fail(eva, 1)
    db.session.rollback()
    db.session.expire_all()
    assert eva.failed_attempts == 1


def test_a_count_made_elsewhere_meanwhile_is_not_lost(eva):
    assert eva.failed_attempts == 0
    elsewhere = db.update(User).where(User.id == eva.id).values(failed_attempts=3)
    db.session.execute(elsewhere.execution_options(synchronize_session=False))
    fail(eva, 1)
    assert eva.failed_attempts == 4


def test_tries_while_locked_are_not_counted(eva):
    eva.locked_until = until = now() + timedelta(minutes=1)
    db.session.commit()
    fail(eva, ATTEMPTS)
    assert (eva.failed_attempts, eva.locked_until) == (0, until)


def test_a_lock_ends_by_itself_and_the_count_begins_anew(eva):
    fail(eva, ATTEMPTS)
    eva.locked_until = now() - timedelta(seconds=1)
    db.session.commit()
    assert not eva.is_locked()
    fail(eva, 1)
    assert not eva.is_locked()


def test_forgetting_clears_both(eva):
    fail(eva, ATTEMPTS)
    eva.forget_failed_authn()
    assert (eva.failed_attempts, eva.locked_until) == (0, None)


def test_one_address_one_account_and_one_role_of_a_name(eva):
    for twice in (User(email=eva.email, fs_uniquifier="x"), Role(name="evaluator")):
        db.session.add(twice)
        with pytest.raises(IntegrityError):
            db.session.flush()
        db.session.rollback()


def test_roles_go_with_the_account_and_stay_for_others(eva):
    before = db.session.scalar(db.select(db.func.count()).select_from(role_of_user))
    db.session.execute(db.delete(User).where(User.id == eva.id))
    assert db.session.scalar(db.select(db.func.count()).select_from(role_of_user)) == before - 1
    assert db.session.scalar(db.select(db.func.count(Role.id))) == 1
