"""Where a figure of impact comes from; here a figure is entered, with a reason, and withdrawn."""

from flask import abort
from flask_login import current_user

from survey.access import trail
from survey.access.permissions import allowed, may
from survey.analysis.impact import DEADWEIGHT, FILTERS
from survey.engagement import cases, impact_figures
from survey.records.evaluation import Evaluation
from survey.records.impact import CaseRecord
from survey.reports.impact_source import Source, trace
from survey.reports.impact_words import BASIS
from survey.web import form_base
from survey.web.evaluator.cases import told_by
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.impact import address_filters, where_from
from survey.web.evaluator.impact_form import ImpactFigureForm
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.results import choices, filters_of
from survey.web.evaluator.showing import done, once, repeated, show

ADDRESS = "/evaluations/<int:evaluation_id>/impact/<outcome>/<step>"


@evaluator.get(ADDRESS)
@may("see impact")
def impact_source(evaluation: Evaluation, outcome: str, step: str):
    if not evaluation.is_open:
        return show("no_results", evaluation)
    source = _found(evaluation, outcome, step)
    trail.note("saw where a figure comes from", evaluation, detail=f"{source.outcome}, {source.step}")
    return _page(evaluation, source, _form(source))


@evaluator.post(ADDRESS)
@may("edit impact")
def enter_impact_figure(evaluation: Evaluation, outcome: str, step: str):
    source = _found(evaluation, outcome, step)
    form = _form(source) or abort(404)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        impact_figures.enter(evaluation, source.outcome, source.step, form.entered())
        return once(form, _seen("The figure is entered, and is used from now on.", evaluation, source))
    return _page(evaluation, source, form)


@evaluator.post(f"{ADDRESS}/<int:figure_id>/withdraw")
@may("edit impact")
def withdraw_impact_figure(evaluation: Evaluation, outcome: str, step: str, figure_id: int):
    source = _found(evaluation, outcome, step)
    figure = impact_figures.get(evaluation, figure_id)
    if figure is None or (figure.outcome, figure.filter) != (source.outcome, source.step):
        abort(404)
    form = form_base.Form()
    if form.validate_on_submit():
        impact_figures.withdraw(evaluation, figure)
        return _seen("The figure is withdrawn. It stays in the list.", evaluation, source)
    return _page(evaluation, source, form)


def _found(evaluation: Evaluation, outcome: str, step: str) -> Source:
    """The source of a figure by the parts of its address; anything else is refused, not guessed."""
    if "_" in outcome + step or not evaluation.is_open:
        abort(404)
    names = (part.replace("-", "_") for part in (outcome, step))
    return trace(evaluation, filters_of(evaluation), *names) or abort(404)


def _form(source: Source) -> ImpactFigureForm | None:
    """What is measured cannot be entered: there is no form for the change itself."""
    return ImpactFigureForm(source.step) if source.step in FILTERS else None


def _seen(sentence: str, evaluation: Evaluation, source: Source):
    parts = {"outcome": source.outcome.replace("_", "-"), "step": source.step.replace("_", "-")}
    return done(sentence, "impact_source", evaluation_id=evaluation.id, **parts, **address_filters())


def _page(evaluation: Evaluation, source: Source, form: form_base.Form | None):
    history = impact_figures.of(evaluation, source.outcome, source.step)
    entering = form if isinstance(form, ImpactFigureForm) else _fresh(source)
    return show(
        "impact_source",
        evaluation,
        form,
        source=source,
        entering=entering,
        filters=filters_of(evaluation),
        choices=choices(evaluation, filters_of(evaluation)),
        here=where_from(evaluation, source.outcome, source.step),
        history=history,
        in_force=impact_figures.in_force(history),
        basis_words=BASIS,
        called=called,
        cases=_cases(evaluation, source),
        told_by=told_by,
        address_filters=address_filters(),
    )


def _fresh(source: Source) -> ImpactFigureForm | None:
    return ImpactFigureForm(source.step, formdata=None) if source.step in FILTERS else None


def _cases(evaluation: Evaluation, source: Source) -> list[CaseRecord]:
    """Cases are evidence for deadweight: those of this outcome first, then those of none in particular."""
    if source.step != DEADWEIGHT or not allowed(current_user, "see cases", evaluation):
        return []
    records = [each for each in cases.of(evaluation) if each.outcome in (source.outcome, None)]
    return sorted(records, key=lambda record: record.outcome is None)
