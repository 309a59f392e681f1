"""What every evaluator form shares."""

from flask_wtf import FlaskForm

LOST_TOUCH = "We lost touch with your sign-in for a moment. Nothing is lost: press the button again."


class Form(FlaskForm):
    """A form whose CSRF failure reads as a plain sentence; the page comes back with what was typed."""

    def validate(self, extra_validators=None) -> bool:
        valid = super().validate(extra_validators)
        token = self._fields.get("csrf_token")
        if token is not None and token.errors:
            token.errors = [LOST_TOUCH]
        return valid
