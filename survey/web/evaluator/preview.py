"""The questions as a phone will show them. Nothing is saved."""

from functools import partial

from flask import abort, redirect, render_template, request, url_for

from survey.access.permissions import may
from survey.engagement import partners
from survey.questionnaires import routing
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Page, Questionnaire
from survey.questionnaires.states import OFFERED
from survey.records.evaluation import Evaluation
from survey.records.story import STORY
from survey.web.evaluator.asked import Asked, asked, asked_of_partners, asked_of_tellers
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.forms import PageForm, form_for, posted_form


@evaluator.get("/evaluations/<int:evaluation_id>/preview")
@may("see evaluation")
def preview(evaluation: Evaluation):
    return show("preview", evaluation, asked=asked(evaluation))


@evaluator.get("/evaluations/<int:evaluation_id>/preview/<audience>/<page_id>")
@may("see evaluation")
def preview_page(evaluation: Evaluation, audience: str, page_id: str):
    shown, page = _found(evaluation, audience, page_id)
    return _page(evaluation, shown, page, form_for(page))


@evaluator.post("/evaluations/<int:evaluation_id>/preview/<audience>/<page_id>")
@may("see evaluation")
def preview_answer(evaluation: Evaluation, audience: str, page_id: str):
    """Look at the answers as the real page would, keep none of them, and go on."""
    shown, page = _found(evaluation, audience, page_id)
    form = posted_form(page, request.form)
    if form.problems:
        return _page(evaluation, shown, page, form)
    _, following = _beside(shown.questionnaire, page)
    return redirect(_address(evaluation, audience, following), 303)


def _found(evaluation: Evaluation, audience: str, page_id: str) -> tuple[Asked, Page]:
    shown = {each.audience: each for each in _every(evaluation, audience)}.get(audience) or abort(404)
    try:
        return shown, shown.questionnaire.page(page_id)
    except KeyError:
        abort(404)


def _every(evaluation: Evaluation, audience: str) -> list[Asked]:
    """What those are asked to whom this audience belongs."""
    if audience == STORY:
        return [asked_of_tellers(evaluation)]
    return asked(evaluation) if audience in LEVELS else asked_of_partners(evaluation)


def _page(evaluation: Evaluation, shown: Asked, page: Page, form: PageForm):
    questionnaire, address = shown.questionnaire, partial(_address, evaluation, shown.audience)
    number, total = routing.position(questionnaire, page.id, {})
    before, following = _beside(questionnaire, page)
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
        before=before,
        following=address(following) if following else None,
        overview=address(None),
        audience=shown.name,
        only_after=_only_after(questionnaire, page),
        for_partner=shown.audience in partners.KINDS,
        for_story=shown.audience == STORY,
    )
    return made, 422 if form.problems else 200


def _beside(questionnaire: Questionnaire, page: Page) -> tuple[str | None, str | None]:
    """The pages before and after, also those that only some answers lead to."""
    ids = [each.id for each in questionnaire.pages]
    place = ids.index(page.id)
    return (ids[place - 1] if place else None), (ids[place + 1] if place + 1 < len(ids) else None)


def _only_after(questionnaire: Questionnaire, page: Page) -> tuple[str, list[str]] | None:
    """What has to be answered before so that this page is shown: the question, and any of these answers."""
    conditions = {question.show_if for question in page.questions}
    if len(conditions) != 1 or None in conditions:
        return None
    (condition,) = conditions
    question = questionnaire.question(condition.question)
    texts = {str(choice.value): choice.text for choice in question.choices} | OFFERED
    return question.text, [str(texts[value]) for value in condition.values]


def _address(evaluation: Evaluation, audience: str, page_id: str | None) -> str:
    if page_id is None:
        overview = {STORY: "asking_stories"} | dict.fromkeys(LEVELS, "preview")
        overview = overview.get(audience, "asking_partners")
        return url_for(f"evaluator.{overview}", evaluation_id=evaluation.id, _anchor=audience)
    address = {"evaluation_id": evaluation.id, "audience": audience, "page_id": page_id}
    return url_for("evaluator.preview_page", **address)
