"""Describing an evaluation: a new one, or one that is already there."""

from dataclasses import asdict

from flask import abort, current_app, request
from flask_login import current_user

from survey.access.permissions import may
from survey.analysis.definitions import DEFINITIONS, FROM_BEFORE, HEADLINE_KEYS
from survey.analysis.wording import capitalised
from survey.engagement import areas, evaluations
from survey.records.evaluation import Evaluation
from survey.web.evaluator.details_form import BEFORES, MOST_AREAS, WORKED, DetailsForm
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

HEADLINE_HINTS = [
    f"{capitalised(DEFINITIONS[key].formula_in_words)}. If an average of 2 becomes 3 on a scale of 1 to 5, "
    f"that is {WORKED[key]}"
    for key in HEADLINE_KEYS
]


@evaluator.route("/evaluations/new", methods=["GET", "POST"])
@may("create evaluation")
def new_evaluation():
    name = current_app.config["COUNCIL_NAME"]
    # Without a council of its own the product goes by its own name.
    council = "" if name == "Alongside" else name
    form = DetailsForm(data={"council": council, "headline": FROM_BEFORE.key})
    if not form.describes([], set()):
        abort(404)
    if again := repeated(form):
        return again
    if not _adds_a_row(form) and form.validate_on_submit():
        made = evaluations.create(form.details(), current_user)
        there = done("The evaluation is made. Here is what comes next.", "evaluation", evaluation_id=made.id)
        return once(form, there)
    return _page("new_evaluation", form)


@evaluator.route("/evaluations/<int:evaluation_id>/details", methods=["GET", "POST"])
@may("edit evaluation")
def details(evaluation: Evaluation):
    known = evaluations.described(evaluation)
    form = DetailsForm(data={**asdict(known), "areas": [_row(area) for area in known.areas]})
    if not form.describes(known.areas, areas.in_use(evaluation)):
        abort(404)
    if evaluation.is_open:
        del form.before
    if not _adds_a_row(form) and form.validate_on_submit():
        evaluations.update(evaluation, form.details(known))
        return done("The details are saved.", "evaluation", evaluation_id=evaluation.id)
    return _page("details", form, evaluation)


def _page(name: str, form: DetailsForm, evaluation: Evaluation | None = None):
    return show(
        name,
        evaluation,
        form,
        before_hints=[explained for _, explained in BEFORES.values()],
        before_names=BEFORES,
        headline_hints=HEADLINE_HINTS,
    )


def _adds_a_row(form: DetailsForm) -> bool:
    """One more row, if that is what was asked for; nothing is saved then, and nothing typed is lost."""
    if "add_area" not in request.form:
        return False
    if len(form.areas) < MOST_AREAS:
        form.areas.append_entry()
    else:
        form.form_errors.append(f"An evaluation has {MOST_AREAS} areas at most.")
    return True


def _row(area: areas.AreaDetails) -> dict:
    return {"id": str(area.id), "name": area.name, **area.supported}
