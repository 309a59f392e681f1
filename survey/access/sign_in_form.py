"""The form that signs people in: every failed try is answered alike, so that it tells nothing."""

from flask import after_this_request
from flask_security import LoginForm
from wtforms import EmailField, HiddenField, PasswordField, SubmitField
from wtforms.validators import DataRequired

NOT_RIGHT = (
    "That e-mail address and password do not go together. "
    "After five wrong tries an account has to rest for 15 minutes."
)
SWITCHED_OFF = "This account is switched off. Ask an administrator to switch it on."
LOST_TOUCH = "We lost touch with this page for a moment. Press the button again."


def without_spaces(typed: str | None) -> str | None:
    return typed and typed.strip()


class SignInForm(LoginForm):
    email = EmailField(
        "E-mail address",
        [DataRequired("Type your e-mail address.")],
        filters=[without_spaces],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField(
        "Password",
        [DataRequired("Type your password.")],
        render_kw={"autocomplete": "current-password"},
    )
    remember = None
    next = HiddenField()
    submit = SubmitField("Sign in")

    def validate_next(self, field: HiddenField) -> None:
        """An address elsewhere is not followed; signing in goes on without it."""

    def validate(self, **kwargs) -> bool:
        if super().validate(**kwargs):
            self.user.forget_failed_authn()
            return True
        after_this_request(_not_accepted)
        if self.csrf_token.errors:
            self.csrf_token.errors = [LOST_TOUCH]
        elif self.email.data and self.password.data:
            self.email.errors, self.password.errors = [], []
            self.form_errors = [SWITCHED_OFF if self._is_switched_off() else NOT_RIGHT]
        return False

    def _is_switched_off(self) -> bool:
        # Said only to someone with the right password, and not while the account rests.
        return self.user_authenticated and not self.user.is_locked() and not self.user.is_active


def _not_accepted(response):
    response.status_code = 422
    return response
