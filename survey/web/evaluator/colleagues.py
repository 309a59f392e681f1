"""Who may work on an evaluation."""

from flask import abort, request
from flask_login import current_user
from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import StringField
from wtforms.validators import DataRequired

from survey.access import sign_in
from survey.access.permissions import may
from survey.analysis.wording import number
from survey.engagement import duties, evaluations
from survey.engagement.duties import DUTIES, LastLead
from survey.engagement.evaluations import LastColleague
from survey.records.account import User
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import tidy
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show

NO_ACCOUNT = (
    "Nobody with this e-mail address has an account. An administrator has to make the account first; "
    "then you can give access here."
)


class ColleagueForm(form_base.Form):
    email = StringField(
        "What is your colleague’s e-mail address?",
        [DataRequired("Write the e-mail address of your colleague’s account.")],
        filters=[tidy],
        widget=GovTextInput(),
    )


@evaluator.route("/evaluations/<int:evaluation_id>/colleagues", methods=["GET", "POST"])
@may("grant access")
def colleagues(evaluation: Evaluation):
    form = ColleagueForm()
    if form.validate_on_submit():
        colleague = sign_in.find_account(form.email.data)
        if colleague is not None:
            evaluations.grant(evaluation, colleague)
            return _seen(f"{called(colleague)} can work on this evaluation.", evaluation)
        form.email.errors = [NO_ACCOUNT]
    return _page(evaluation, form)


@evaluator.post("/evaluations/<int:evaluation_id>/colleagues/<int:user_id>/take-access-away")
@may("grant access")
def take_access_away(evaluation: Evaluation, user_id: int):
    form = form_base.Form()
    them = _colleague(evaluation, user_id)
    if form.validate_on_submit():
        try:
            evaluations.revoke(evaluation, them)
        except (LastColleague, LastLead) as refusal:
            form.form_errors.append(str(refusal))
        else:
            return _left(evaluation, them)
    return _page(evaluation, form)


@evaluator.post("/evaluations/<int:evaluation_id>/colleagues/<int:user_id>/duties")
@may("grant access")
def change_duty(evaluation: Evaluation, user_id: int):
    """Give or take a duty with stories, as the button says; who gives one to themselves is asked first."""
    form = form_base.Form()
    them = _colleague(evaluation, user_id)
    given, taken = (request.form.get(name) for name in ("give", "take"))
    if form.validate_on_submit():
        if given in DUTIES and them.id == current_user.id and "sure" not in request.form:
            return show("confirm_duty", evaluation, form, duty=given, words=DUTIES[given])
        try:
            return _seen(_change_duty(evaluation, them, given, taken), evaluation)
        except LastLead as refusal:
            form.form_errors.append(str(refusal))
    return _page(evaluation, form)


def _colleague(evaluation: Evaluation, user_id: int) -> User:
    return {user.id: user for user in evaluations.colleagues(evaluation)}.get(user_id) or abort(404)


def _change_duty(evaluation: Evaluation, them: User, given: str | None, taken: str | None) -> str:
    """Gives back the words for what was done."""
    if given in DUTIES:
        duties.give(evaluation, them, given)
        return f"{called(them)} has this duty now: {DUTIES[given]}."
    if taken not in DUTIES:
        abort(404)
    duties.take(evaluation, them, taken)
    return f"{called(them)} no longer has this duty: {DUTIES[taken]}."


def called(user: User) -> str:
    return user.name or user.email


def _left(evaluation: Evaluation, them: User):
    if them.id == current_user.id:
        return done(f"You can no longer work on {evaluation.name}.", "evaluations")
    return _seen(f"{called(them)} can no longer work on this evaluation.", evaluation)


def _seen(sentence: str, evaluation: Evaluation):
    return done(sentence, "colleagues", evaluation_id=evaluation.id)


def _page(evaluation: Evaluation, form: form_base.Form):
    adding = form if isinstance(form, ColleagueForm) else ColleagueForm(formdata=None)
    people = evaluations.colleagues(evaluation)
    return show(
        "colleagues",
        evaluation,
        form,
        adding=adding,
        colleagues=people,
        called=called,
        number=number,
        duties=DUTIES,
        held=duties.of(evaluation),
    )
