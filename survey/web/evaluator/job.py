"""Something that is made in the background: how far it is, and then the file."""

from flask import Response, abort, redirect, request, url_for
from flask_wtf import FlaskForm

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import jobs
from survey.records.base import now
from survey.records.evaluation import Evaluation
from survey.records.job import DONE, FAILED, WAITING, Job
from survey.web import form_base
from survey.web.evaluator.attachment import attachment
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show

ADDRESS = "/evaluations/<int:evaluation_id>/jobs/<int:job_id>"
# After so many seconds somebody ought to ask whether a worker runs at all.
LONG = 60


@evaluator.get(ADDRESS)
@may("download report")
def job(evaluation: Evaluation, job_id: int):
    return _page(evaluation, _found(evaluation, job_id), form_base.Form(formdata=None))


@evaluator.get(f"{ADDRESS}/file")
@may("download report")
def job_file(evaluation: Evaluation, job_id: int) -> Response:
    asked = _found(evaluation, job_id)
    made = jobs.content(asked)
    if made is None:
        abort(404)
    trail.note("downloaded what was made in the background", evaluation, f"{asked.kind}; job {asked.id}")
    return attachment(made, asked.mime, evaluation, asked.name)


@evaluator.post(f"{ADDRESS}/again")
@may("ask for report")
def ask_again(evaluation: Evaluation, job_id: int):
    asked, form = _found(evaluation, job_id), form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, asked, form)
    return to_job(jobs.ask(evaluation, asked.kind, asked.about))


def to_job(asked: Job) -> Response:
    """Where a page leads that has asked for something: to how far it is."""
    there = url_for("evaluator.job", evaluation_id=asked.evaluation_id, job_id=asked.id)
    return redirect(there, 303)


def _found(evaluation: Evaluation, job_id: int) -> Job:
    return jobs.find(evaluation, job_id) or abort(404)


def _page(evaluation: Evaluation, asked: Job, form: FlaskForm):
    is_over = asked.state in (DONE, FAILED)
    return show(
        "job",
        evaluation,
        form,
        job=asked,
        # The page looks again by itself, unless somebody who reads slowly has stopped that.
        looks_again=not is_over and not request.args.get("still"),
        is_long=asked.state == WAITING and (now() - asked.asked_at).total_seconds() > LONG,
        is_current=not is_over or jobs.is_current(asked),
        kept_until=asked.asked_at + jobs.KEPT,
    )
