"""A release as a file for another council, and the files of others: opened, listed, removed."""

from flask import Response, abort
from flask_wtf.file import FileField, FileRequired
from govuk_frontend_wtf.wtforms_widgets import GovFileInput

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import number
from survey.engagement import opened_releases
from survey.engagement import releases as kept
from survey.engagement.opened_releases import MOST, TooMany
from survey.records.evaluation import Evaluation
from survey.reports import release_file
from survey.reports.release_code import code
from survey.reports.release_file import ENDING, Unreadable
from survey.web import form_base
from survey.web.evaluator.attachment import attachment
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show

ADDRESS = "/evaluations/<int:evaluation_id>/comparison/files"
JSON = "application/json"
TOO_MANY = f"{MOST} files are open here, and more cannot be. Remove one first."


class OpenForm(form_base.Form):
    file = FileField("The file", [FileRequired("Choose a file.")], widget=GovFileInput())


@evaluator.get("/evaluations/<int:evaluation_id>/releases/<int:release_number>/for-others")
@may("download release")
def release_for_others(evaluation: Evaluation, release_number: int) -> Response:
    asked = kept.find(evaluation, release_number) or abort(404)
    trail.note("downloaded a release", evaluation, detail=f"release {release_number} (file for others)")
    made = release_file.made_of(asked.findings)
    return attachment(made, JSON, evaluation, f"release-{release_number}.{ENDING}")


@evaluator.route(ADDRESS, methods=["GET", "POST"])
@may("compare")
def opened_files(evaluation: Evaluation):
    form = OpenForm()
    if form.validate_on_submit():
        try:
            found = release_file.read(form.file.data.read(release_file.MOST_BYTES + 1))
            opened_releases.keep(evaluation, found.digest, found.text)
        except Unreadable as problem:
            form.file.errors = [str(problem)]
        except TooMany:
            form.file.errors = [TOO_MANY]
        else:
            which = f"{found.findings.council}, release {found.findings.number}"
            said = f"{which}: the file is open. Its code is {found.code}."
            return done(said, "opened_files", evaluation_id=evaluation.id)
    return _listed(evaluation, form)


@evaluator.post(f"{ADDRESS}/<int:opened_id>/remove")
@may("compare")
def remove_opened_file(evaluation: Evaluation, opened_id: int):
    opened = opened_releases.get(evaluation, opened_id) or abort(404)
    form = form_base.Form()
    if not form.validate_on_submit():
        return _listed(evaluation, form)
    opened_releases.remove(evaluation, opened)
    there = {"evaluation_id": evaluation.id}
    return done("The file is removed. It can be opened again.", "opened_files", **there)


def _listed(evaluation: Evaluation, form: form_base.Form):
    files = [
        (opened, release_file.reopen(opened.content), code(opened.digest))
        for opened in opened_releases.of(evaluation)
    ]
    return show("opened_files", evaluation, form, files=files, few=number)
