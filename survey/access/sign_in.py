"""Sign-in for evaluators and administrators, by Flask-Security."""

from flask import Flask, Request, Response, abort
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_security import Security, SQLAlchemyUserDatastore, hash_password
from flask_wtf.csrf import generate_csrf

from survey.access.limits import SIGN_IN_TRIES, limiter
from survey.access.permissions import ADMINISTRATOR as ADMINISTRATOR
from survey.access.permissions import EVALUATOR as EVALUATOR
from survey.access.sign_in_form import SignInForm
from survey.records.account import Role, User
from survey.records.base import db

SHORTEST_PASSWORD = 12

SETTINGS = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
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


class Sessions(SecureCookieSessionInterface):
    """People without an account have an empty session, which nobody looks at: nothing is read or signed."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        brought = self.get_cookie_name(app) in request.environ.get("HTTP_COOKIE", "")
        return super().open_session(app, request) if brought else self.session_class()

    def save_session(self, app: Flask, session: SecureCookieSession, response: Response) -> None:
        if session.accessed or session.modified:
            super().save_session(app, session, response)


def init_app(app: Flask) -> None:
    app.session_interface = Sessions()
    for key, value in SETTINGS.items():
        app.config.setdefault(key, value)
    security.init_app(app, datastore, login_form=SignInForm)
    app.jinja_env.globals["csrf_token"] = generate_csrf
    # Who may do what is decided in permissions.py. Flask-Principal, which comes along, would look up who is
    # signed in before every page, also before those of people who have no account.
    app.before_request_funcs[None].remove(security.principal._on_before_request)
    # Nobody is remembered beyond a session, so no answer has to be looked through for that.
    app.after_request_funcs[None].remove(app.login_manager._update_remember_cookie)
    views = app.view_functions
    views["security.login"] = limiter.limit(SIGN_IN_TRIES, methods=["POST"])(views["security.login"])
    # Pages of the library that we have no use for.
    views["security.verify"] = views["security.static"] = _not_here


def create_account(email: str, name: str, roles: list[str], password: str | None = None) -> User:
    """A new account. Without a password nobody can sign in until one is set through a welcome link."""
    return datastore.create_user(
        email=tidy_email(email),
        name=name,
        password=_hashed(password) if password else None,
        roles=[datastore.find_or_create_role(role) for role in roles],
    )


def set_password(user: User, password: str) -> None:
    user.password = _hashed(password)
    user.forget_failed_authn()
    end_sessions(user)


def end_sessions(user: User) -> None:
    """Whoever is signed in to this account, anywhere, has to sign in again."""
    datastore.set_uniquifier(user)


def find_account(email: str) -> User | None:
    return datastore.find_user(email=tidy_email(email))


def _hashed(password: str) -> str:
    # As it will be when it is typed to sign in: an accented letter can be written in two ways.
    return hash_password(security.password_util.normalize(password))


def _not_here(**_values):
    abort(404)


def tidy_email(email: str) -> str:
    return email.strip().lower()
