"""Choosing a password, through a welcome link."""

from flask import flash, redirect, render_template, url_for
from govuk_frontend_wtf.wtforms_widgets import GovPasswordInput
from wtforms import PasswordField, ValidationError
from wtforms.validators import DataRequired, EqualTo, Length

from survey.access import accounts
from survey.access.sign_in import SHORTEST_PASSWORD
from survey.web.account.pages import account
from survey.web.form_base import Form

LONGEST_PASSWORD = 200
FEWEST_SIGNS = 5


class NewPassword(Form):
    password = PasswordField(
        "New password",
        [
            DataRequired("Choose a password."),
            Length(
                SHORTEST_PASSWORD,
                LONGEST_PASSWORD,
                f"Use {SHORTEST_PASSWORD} letters or more, up to {LONGEST_PASSWORD}.",
            ),
        ],
        widget=GovPasswordInput(),
    )
    again = PasswordField(
        "The same password again",
        [EqualTo("password", "The two are not the same. Type both again.")],
        widget=GovPasswordInput(),
    )

    def __init__(self, email: str):
        super().__init__()
        self.email = email

    def validate_password(self, field: PasswordField) -> None:
        if len(set(field.data)) < FEWEST_SIGNS or field.data.lower() == self.email:
            raise ValidationError("That is easy to guess. Try three or four words.")


@account.route("/welcome/<token>", methods=["GET", "POST"])
def welcome(token: str):
    user = accounts.welcomed(token)
    if user is None:
        return render_template("account/welcome.html", user=None), 404
    form = NewPassword(user.email)
    if form.validate_on_submit():
        accounts.choose_password(user, form.password.data)
        flash("Your password is set. Sign in with it.", "success")
        return redirect(url_for("security.login"), 303)
    return render_template("account/welcome.html", user=user, form=form), 422 if form.errors else 200
