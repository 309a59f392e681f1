"""Asking partners: what each kind is asked, and whether they can answer now."""

from flask import abort, request

from survey.access.permissions import may
from survey.engagement import partners
from survey.engagement import stakeholders as registered
from survey.engagement.partners import NotOpenYet
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.asked import asked_of_partners
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.standing import counted


@evaluator.route("/evaluations/<int:evaluation_id>/stakeholders/asking", methods=["GET", "POST"])
@may("edit stakeholders")
def asking_partners(evaluation: Evaluation):
    form = form_base.Form()
    if form.validate_on_submit():
        try:
            return done(_press(evaluation), "asking_partners", evaluation_id=evaluation.id)
        except NotOpenYet as refusal:
            form.form_errors.append(str(refusal))
    lines = registered.of(evaluation)
    return show(
        "asking_partners",
        evaluation,
        form,
        asking=partners.asking(evaluation),
        asked=asked_of_partners(evaluation),
        in_register={kind: sum(line.kind == kind for line in lines) for kind in partners.KINDS},
        counted=counted,
    )


def _press(evaluation: Evaluation) -> str:
    """Open or close, as the button says; gives back the words for it."""
    if "open" in request.form:
        partners.open_asking(evaluation)
        return "Partners can answer now."
    if "close" not in request.form:
        abort(404)
    partners.close_asking(evaluation)
    return "Closed. No partner can answer now."
