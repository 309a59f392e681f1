"""What every evaluator form shares."""

from flask_wtf import FlaskForm
from wtforms import HiddenField

from survey.engagement.once import new_key, tidy

LOST_TOUCH = "We lost touch with your sign-in for a moment. Nothing is lost: press the button again."


class Form(FlaskForm):
    """A form whose CSRF failure reads as a plain sentence; the page comes back with what was typed."""

    def validate(self, extra_validators=None) -> bool:
        valid = super().validate(extra_validators)
        token = self._fields.get("csrf_token")
        if token is not None and token.errors:
            token.errors = [LOST_TOUCH]
        return valid


class OnceForm(Form):
    """A form that makes something: its key tells a second press of the button from a second form."""

    once = HiddenField(default=new_key, filters=[tidy])

    def renew(self) -> None:
        """Each page that is shown can be sent once, also where an earlier one of the same form was."""
        self.once.data = new_key()
