"""Removing a line of the register, with all that hangs on it."""

from survey.access.permissions import may
from survey.engagement import stakeholders as registered
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.partner_standing import has_link
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.stakeholder import ADDRESS, found
from survey.web.evaluator.standing import counted


@evaluator.route(f"{ADDRESS}/remove", methods=["GET", "POST"])
@may("edit stakeholders")
def remove_stakeholder(evaluation: Evaluation, stakeholder_id: int):
    line = found(evaluation, stakeholder_id)
    form = form_base.Form()
    if form.validate_on_submit():
        registered.remove(line)
        return done("Removed from the register.", "stakeholders", evaluation_id=evaluation.id)
    return show(
        "remove_stakeholder",
        evaluation,
        form,
        line=line,
        kept=registered.kept(line),
        has_link=has_link(line),
        counted=counted,
    )
