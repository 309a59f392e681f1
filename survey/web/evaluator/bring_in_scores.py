"""Bringing in scores that were collected elsewhere: the file."""

from flask import abort
from flask_wtf.file import FileField, FileRequired
from govuk_frontend_wtf.wtforms_widgets import GovFileInput

from survey.access.permissions import may
from survey.engagement import importing
from survey.engagement.sheets import Unreadable
from survey.records.evaluation import Evaluation
from survey.records.upload import Upload
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show

ADDRESS = "/evaluations/<int:evaluation_id>/bring-in-scores"


class BringInForm(form_base.Form):
    file = FileField("The file", [FileRequired("Choose a file.")], widget=GovFileInput())


@evaluator.route(ADDRESS, methods=["GET", "POST"])
@may("bring in scores")
def bring_in_scores(evaluation: Evaluation):
    form = BringInForm()
    if evaluation.is_open and form.validate_on_submit():
        sent = form.file.data
        try:
            kept = importing.upload(evaluation, sent.filename, sent.read())
        except Unreadable as problem:
            form.file.errors = [str(problem)]
        else:
            return done(
                "The file has arrived. Nothing is brought in yet.",
                "bring_in_columns",
                evaluation_id=evaluation.id,
                upload_id=kept.id,
            )
    return show("bring_in_scores", evaluation, form, waiting=importing.waiting(evaluation))


@evaluator.post(f"{ADDRESS}/<int:upload_id>/give-up")
@may("bring in scores")
def give_up(evaluation: Evaluation, upload_id: int):
    kept = upload_of(evaluation, upload_id)
    form = form_base.Form()
    if not form.validate_on_submit():
        return show("bring_in_scores", evaluation, form, waiting=importing.waiting(evaluation))
    importing.give_up(evaluation, kept)
    return done(
        "The file is deleted. Nothing was brought in.", "bring_in_scores", evaluation_id=evaluation.id
    )


def upload_of(evaluation: Evaluation, upload_id: int) -> Upload:
    """The file, which waits only for an evaluation that is open."""
    return (evaluation.is_open and importing.find(evaluation, upload_id)) or abort(404)
