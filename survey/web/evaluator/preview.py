"""The questions as a phone will show them. Nothing is saved."""

from functools import partial

from flask import abort, redirect, render_template, request, url_for

from survey.access.permissions import may
from survey.questionnaires import routing
from survey.questionnaires.model import Page
from survey.records.evaluation import Evaluation
from survey.web.evaluator.asked import Asked, asked
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.forms import PageForm, form_for, posted_form


@evaluator.get("/evaluations/<int:evaluation_id>/preview")
@may("see evaluation")
def preview(evaluation: Evaluation):
    return show("preview", evaluation, asked=asked(evaluation))


@evaluator.get("/evaluations/<int:evaluation_id>/preview/<level>/<page_id>")
@may("see evaluation")
def preview_page(evaluation: Evaluation, level: str, page_id: str):
    shown, page = _found(evaluation, level, page_id)
    return _page(evaluation, shown, page, form_for(page))


@evaluator.post("/evaluations/<int:evaluation_id>/preview/<level>/<page_id>")
@may("see evaluation")
def preview_answer(evaluation: Evaluation, level: str, page_id: str):
    """Look at the answers as the real page would, keep none of them, and go on."""
    shown, page = _found(evaluation, level, page_id)
    form = posted_form(page, request.form)
    if form.problems:
        return _page(evaluation, shown, page, form)
    following = routing.next_page(shown.questionnaire, page.id, {})
    return redirect(_address(evaluation, level, following), 303)


def _found(evaluation: Evaluation, level: str, page_id: str) -> tuple[Asked, Page]:
    shown = {each.level: each for each in asked(evaluation)}.get(level) or abort(404)
    try:
        return shown, shown.questionnaire.page(page_id)
    except KeyError:
        abort(404)


def _page(evaluation: Evaluation, shown: Asked, page: Page, form: PageForm):
    questionnaire, address = shown.questionnaire, partial(_address, evaluation, shown.level)
    number, total = routing.position(questionnaire, page.id, {})
    before = routing.previous_page(questionnaire, page.id, {})
    made = render_template(
        "evaluator/preview_page.html",
        made_up=evaluation.made_up,
        page=page,
        here=address(page.id),
        form=form,
        problems=form.problems,
        number=number,
        total=total,
        back=address(before),
        following=address(routing.next_page(questionnaire, page.id, {})),
        overview=address(None),
        level=shown.name,
    )
    return made, 422 if form.problems else 200


def _address(evaluation: Evaluation, level: str, page_id: str | None) -> str:
    if page_id is None:
        return url_for("evaluator.preview", evaluation_id=evaluation.id, _anchor=level)
    return url_for("evaluator.preview_page", evaluation_id=evaluation.id, level=level, page_id=page_id)
