"""Sign-in for evaluators and administrators, by Flask-Security."""

from flask import Flask, abort
from flask_security import Security, SQLAlchemyUserDatastore, hash_password
from flask_wtf.csrf import generate_csrf

from survey.access.limits import SIGN_IN_TRIES, limiter
from survey.access.permissions import ADMINISTRATOR, EVALUATOR
from survey.access.sign_in_form import SignInForm
from survey.records.account import Role, User
from survey.records.base import db

SETTINGS = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_LENGTH_MIN": 12,
    "SECURITY_LOGIN_URL": "/sign-in",
    "SECURITY_LOGOUT_URL": "/sign-out",
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_POST_LOGIN_VIEW": "/evaluations",
    "SECURITY_POST_LOGOUT_VIEW": "/sign-in",
    "SECURITY_LOGIN_USER_TEMPLATE": "account/sign_in.html",
    # Example addresses must work, and a council's mail server may not answer from here.
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_FLASH_MESSAGES": False,
}

security = Security()
datastore = SQLAlchemyUserDatastore(db, User, Role)


def init_app(app: Flask) -> None:
    for key, value in SETTINGS.items():
        app.config.setdefault(key, value)
    security.init_app(app, datastore, login_form=SignInForm)
    app.jinja_env.globals["csrf_token"] = generate_csrf
    views = app.view_functions
    views["security.login"] = limiter.limit(SIGN_IN_TRIES, methods=["POST"])(views["security.login"])
    # Pages of the library that we have no use for.
    views["security.verify"] = views["security.static"] = _not_here


def create_account(email: str, name: str, roles: list[str], password: str | None = None) -> User:
    """A new account. Without a password nobody can sign in until one is set through a welcome link."""
    return datastore.create_user(
        email=tidy_email(email),
        name=name,
        password=hash_password(password) if password else None,
        roles=[datastore.find_or_create_role(role) for role in roles],
    )


def set_password(user: User, password: str) -> None:
    user.password = hash_password(password)
    user.forget_failed_authn()
    datastore.set_uniquifier(user)


def find_account(email: str) -> User | None:
    return datastore.find_user(email=tidy_email(email))


def _not_here(**_values):
    abort(404)


def tidy_email(email: str) -> str:
    return email.strip().lower()


__all__ = ["ADMINISTRATOR", "EVALUATOR", "create_account", "find_account", "set_password", "tidy_email"]
