"""One stakeholder: what the register says of it, its link, and a message to send it."""

from flask import abort
from flask_login import current_user

from survey.access import trail
from survey.access.links import Link
from survey.access.permissions import allowed, may
from survey.engagement import invitations, partners
from survey.engagement import stakeholders as registered
from survey.engagement.stakeholders import AlreadyAnswered, has_sent
from survey.records.evaluation import Evaluation
from survey.records.stakeholder import Stakeholder
from survey.web import form_base
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.partner_message import message
from survey.web.evaluator.partner_standing import answered
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.stakeholder_form import StakeholderForm

ADDRESS = "/evaluations/<int:evaluation_id>/stakeholders/<int:stakeholder_id>"


@evaluator.route("/evaluations/<int:evaluation_id>/stakeholders/new", methods=["GET", "POST"])
@may("edit stakeholders")
def new_stakeholder(evaluation: Evaluation):
    form = StakeholderForm(evaluation)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        link = invitations.prepare_aside(1)[0] if form.kind.data in partners.KINDS else None
        line = registered.add(evaluation, form.described(), link)
        return once(form, _seen("Added to the register.", evaluation, line))
    return show("new_stakeholder", evaluation, form, asked_kinds=partners.KINDS)


# The address has no name in it: addresses end up in logs and histories.
@evaluator.get(ADDRESS)
@may("see stakeholders")
def stakeholder(evaluation: Evaluation, stakeholder_id: int):
    line = found(evaluation, stakeholder_id)
    form = StakeholderForm(evaluation, line)
    return _page(evaluation, line, form, form)


@evaluator.post(ADDRESS)
@may("edit stakeholders")
def change_stakeholder(evaluation: Evaluation, stakeholder_id: int):
    line = found(evaluation, stakeholder_id)
    form = StakeholderForm(evaluation, line)
    if form.validate_on_submit():
        try:
            registered.change(line, form.described())
        except AlreadyAnswered as refusal:
            form.kind.errors = [str(refusal)]
        else:
            return _seen("Saved.", evaluation, line)
    return _page(evaluation, line, form, form)


@evaluator.post(f"{ADDRESS}/new-link")
@may("edit stakeholders")
def new_partner_link(evaluation: Evaluation, stakeholder_id: int):
    line = found(evaluation, stakeholder_id)
    form = form_base.Form()
    if line.kind not in partners.KINDS:
        abort(404)
    if not form.validate_on_submit():
        return _page(evaluation, line, form, StakeholderForm(evaluation, line, formdata=None))
    (prepared,) = invitations.prepare_aside(1)
    invitations.replace(line, prepared)
    return _seen("There is a new link and code. An old one no longer works.", evaluation, line)


def found(evaluation: Evaluation, stakeholder_id: int) -> Stakeholder:
    return registered.get(evaluation, stakeholder_id) or abort(404)


def _seen(sentence: str, evaluation: Evaluation, line: Stakeholder):
    return done(sentence, "stakeholder", evaluation_id=evaluation.id, stakeholder_id=line.id)


def _page(evaluation: Evaluation, line: Stakeholder, form: form_base.Form, details: StakeholderForm):
    link = _link(evaluation, line)
    return show(
        "stakeholder",
        evaluation,
        form,
        details=details,
        line=line,
        kind=registered.KINDS[line.kind],
        is_asked=line.kind in partners.KINDS,
        asked_kinds=partners.KINDS,
        answered=answered(line),
        may_see_link=allowed(current_user, "see links", evaluation),
        link=link,
        message=_message(evaluation, line, link),
        asking=partners.asking(evaluation),
    )


def _message(evaluation: Evaluation, line: Stakeholder, link: Link | None) -> str:
    """What to write to a partner who has a link and has not answered."""
    if link is None or has_sent(line):
        return ""
    return message(line, link, partners.asked(evaluation)[line.kind], called(current_user))


def _link(evaluation: Evaluation, line: Stakeholder) -> Link | None:
    """The link, where it may be seen; that it was is noted."""
    if line.kind not in partners.KINDS or not allowed(current_user, "see links", evaluation):
        return None
    link = invitations.current_link(line)
    if link is not None:
        trail.note("saw a link", evaluation)
    return link
