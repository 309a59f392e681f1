"""Opening an evaluation: what that does, and the button."""

from survey.access.permissions import may
from survey.engagement import evaluations, waves
from survey.engagement.evaluations import NothingToAsk
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.asked import asked
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show


@evaluator.route("/evaluations/<int:evaluation_id>/open", methods=["GET", "POST"])
@may("open evaluation")
def open_evaluation(evaluation: Evaluation):
    form = form_base.Form()
    if form.validate_on_submit():
        try:
            evaluations.open_evaluation(evaluation)
            return done("The evaluation is open.", "evaluation", evaluation_id=evaluation.id)
        except NothingToAsk as refusal:
            form.form_errors.append(str(refusal))
    first = waves.planned(evaluation)[0]
    return show("open_evaluation", evaluation, form, asked=asked(evaluation), first=first)
