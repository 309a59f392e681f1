"""Accounts as administrators see them: made, welcomed, switched off and on."""

import hashlib
from datetime import timedelta

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import select

from survey.access import sign_in, trail
from survey.records.account import User
from survey.records.base import db

LINK_LASTS = timedelta(days=7)


class Refused(ValueError):
    """A plain sentence that says what cannot be done."""


def everyone() -> list[User]:
    return list(db.session.scalars(select(User).order_by(User.name, User.email)))


def find(account_id: int) -> User | None:
    return db.session.get(User, account_id)


def create(email: str, name: str, *, administrator: bool) -> User:
    """An account without a password; its welcome link lets its owner choose one."""
    if sign_in.find_account(email):
        raise Refused("There is already an account for that e-mail address.")
    roles = [sign_in.EVALUATOR, sign_in.ADMINISTRATOR] if administrator else [sign_in.EVALUATOR]
    user = sign_in.create_account(email, name, roles)
    db.session.flush()
    trail.note("made an account", detail=_which(user))
    return user


def welcome_link(user: User) -> str:
    """The address at which a person chooses a password, once, within seven days."""
    trail.note("made a welcome link", detail=_which(user))
    return f"{current_app.config['BASE_URL']}/welcome/{_signer().dumps([user.id, _mark(user)])}"


def welcomed(token: str) -> User | None:
    """Whose welcome link this is; none if it was changed, used, too old, or the account is off."""
    try:
        account_id, mark = _signer().loads(token, max_age=LINK_LASTS.total_seconds())
    except BadSignature:
        return None
    user = find(account_id)
    return user if user and user.active and mark == _mark(user) else None


def choose_password(user: User, password: str) -> None:
    sign_in.set_password(user, password)
    trail.note("chose a password", user_id=user.id)


def switch_off(user: User, by: User) -> None:
    """No more signing in, and whatever is signed in ends. Nobody can shut themselves out."""
    if user.id == by.id:
        raise Refused("You cannot switch your own account off. Ask another administrator.")
    user.active = False
    sign_in.end_sessions(user)
    trail.note("switched an account off", detail=_which(user))


def switch_on(user: User) -> None:
    user.active = True
    trail.note("switched an account on", detail=_which(user))


def _which(user: User) -> str:
    return f"account {user.id}"


def _mark(user: User) -> str:
    """Changes with every password and every end of sessions, so that a link works once."""
    return hashlib.sha256(user.fs_uniquifier.encode()).hexdigest()[:16]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="welcome")
