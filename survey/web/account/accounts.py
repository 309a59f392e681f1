"""Accounts, for administrators: who has one, making one, a new link, off and on."""

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import format_time
from flask_login import current_user
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput, GovTextInput
from wtforms import BooleanField, EmailField, StringField
from wtforms.validators import DataRequired, Email, Length

from survey.access import accounts as keeping
from survey.access.permissions import may
from survey.access.sign_in_form import without_spaces
from survey.engagement import duties
from survey.records.account import User
from survey.web.account.pages import account
from survey.web.form_base import Form


class NewAccount(Form):
    name = StringField(
        "Name",
        [DataRequired("Type the person's name."), Length(max=120, message="Use 120 letters at most.")],
        filters=[without_spaces],
        widget=GovTextInput(),
    )
    email = EmailField(
        "E-mail address",
        [
            DataRequired("Type the person's e-mail address."),
            Length(max=255, message="That address is too long."),
            Email("Type an e-mail address, such as name@example.org."),
        ],
        filters=[without_spaces],
        widget=GovTextInput(),
    )
    administrator = BooleanField(
        "Administrator: may also make accounts and switch them off", widget=GovCheckboxInput()
    )


@account.get("/accounts")
@may("manage accounts")
def accounts():
    return render_template("account/accounts.html", accounts=keeping.everyone(), state=state)


@account.route("/accounts/new", methods=["GET", "POST"])
@may("manage accounts")
def new_account():
    form = NewAccount()
    if form.validate_on_submit():
        try:
            user = keeping.create(form.email.data, form.name.data, administrator=form.administrator.data)
            return _show_link(user)
        except keeping.Refused as error:
            form.email.errors = [str(error)]
    return render_template("account/new_account.html", form=form), 422 if form.errors else 200


@account.post("/accounts/<int:account_id>/welcome-link")
@may("manage accounts")
def welcome_link(account_id: int):
    user = _asked_for(account_id)
    if not user.active:
        flash("Switch the account on first.", "error")
        return _back()
    return _show_link(user)


@account.post("/accounts/<int:account_id>/switch-off")
@may("manage accounts")
def switch_off(account_id: int):
    user = _asked_for(account_id)
    try:
        keeping.switch_off(user, current_user)
        flash(f"The account of {user.name or user.email} is switched off.", "success")
        _speak_of_stories(user)
    except keeping.Refused as error:
        flash(str(error), "error")
    return _back()


@account.post("/accounts/<int:account_id>/switch-on")
@may("manage accounts")
def switch_on(account_id: int):
    user = _asked_for(account_id)
    keeping.switch_on(user)
    flash(f"The account of {user.name or user.email} is switched on.", "success")
    return _back()


def _speak_of_stories(user: User) -> None:
    """Whom to tell that no story can be told; which evaluation it is, an administrator need not know."""
    theirs = duties.left_without_lead(user)
    if theirs is None:
        return
    names = ", ".join(f"{each.name or each.email} ({each.email})" for each in theirs)
    whom = f"Tell those who work on it, so that they choose another lead: {names}." if theirs else ""
    flash(
        "This was the only safeguarding lead of an evaluation that asks for stories: none can be told "
        f"there now. {whom or 'Nobody else who can sign in works on it.'}",
        "error",
    )


def state(user: User) -> str:
    """How an account stands, in words."""
    if not user.active:
        return "Switched off"
    if not user.password:
        return "Waiting for a password to be chosen"
    if user.is_locked():
        return f"Resting after wrong passwords, until {format_time(user.locked_until, 'HH:mm')}"
    return "Can sign in"


def _asked_for(account_id: int) -> User:
    if not Form().validate_on_submit():
        abort(400)
    return keeping.find(account_id) or abort(404)


def _show_link(user: User) -> str:
    # Shown in answer to the press of the button: kept nowhere, so it cannot be shown again.
    link = keeping.welcome_link(user)
    return render_template("account/welcome_link.html", user=user, link=link, days=keeping.LINK_LASTS.days)


def _back():
    return redirect(url_for("account.accounts"), 303)
