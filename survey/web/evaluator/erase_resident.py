"""Erasing a resident by code, with every answer and score."""

from flask import request
from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import StringField
from wtforms.validators import DataRequired

from survey.access.permissions import may
from survey.engagement import residents as engaging
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import tidy
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.standing import counted

NO_SUCH = "There is nobody with this code in this evaluation. Check the code in the list of residents."


class EraseForm(form_base.Form):
    code = StringField(
        "The person’s code",
        [DataRequired("Write the code of the person to erase.")],
        filters=[tidy],
        widget=GovTextInput(),
    )


@evaluator.route("/evaluations/<int:evaluation_id>/residents/erase", methods=["GET", "POST"])
@may("erase resident")
def erase_resident(evaluation: Evaluation):
    form = EraseForm()
    if not form.validate_on_submit():
        return show("erase_resident", evaluation, form)
    person = engaging.find(evaluation, form.code.data)
    if person is None:
        form.code.errors = [NO_SUCH]
        return show("erase_resident", evaluation, form)
    if not request.form.get("erase"):
        kept = engaging.kept(person)
        return show("confirm_erasure", evaluation, form, person=person, kept=kept, counted=counted)
    engaging.erase(evaluation, form.code.data)
    return done("The person and all their answers are erased.", "residents", evaluation_id=evaluation.id)
