"""One case record: added, corrected or removed."""

from flask import abort

from survey.access.permissions import may
from survey.engagement import cases as kept
from survey.engagement.cases import Case, ToldByPartner
from survey.records.evaluation import Evaluation
from survey.records.impact import CaseRecord
from survey.web import form_base
from survey.web.evaluator.case_form import CaseForm, outcome_names
from survey.web.evaluator.cases import told_by
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

ADDRESS = "/evaluations/<int:evaluation_id>/cases/<int:case_id>"


@evaluator.route("/evaluations/<int:evaluation_id>/cases/new", methods=["GET", "POST"])
@may("edit cases")
def new_case(evaluation: Evaluation):
    form = CaseForm(evaluation)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        kept.add(evaluation, form.described())
        return once(form, _listed("The case is recorded.", evaluation))
    return show("new_case", evaluation, form)


@evaluator.route(ADDRESS, methods=["GET", "POST"])
@may("edit cases")
def case(evaluation: Evaluation, case_id: int):
    record = _found(evaluation, case_id)
    form = CaseForm(evaluation, _said(record))
    if form.validate_on_submit():
        try:
            kept.change(evaluation, record, form.described())
        except ToldByPartner as refusal:
            form.form_errors.append(str(refusal))
        else:
            return _listed("The case is saved.", evaluation)
    return show("case", evaluation, form, **_about(evaluation, record))


@evaluator.route(f"{ADDRESS}/remove", methods=["GET", "POST"])
@may("edit cases")
def remove_case(evaluation: Evaluation, case_id: int):
    record = _found(evaluation, case_id)
    form = form_base.Form()
    if form.validate_on_submit():
        kept.remove(evaluation, record)
        return _listed("The case is removed.", evaluation)
    return show("remove_case", evaluation, form, **_about(evaluation, record))


def _found(evaluation: Evaluation, case_id: int) -> CaseRecord:
    return kept.get(evaluation, case_id) or abort(404)


def _said(record: CaseRecord) -> Case:
    return Case(record.person, record.traditional_response, record.happened_instead, record.outcome)


def _about(evaluation: Evaluation, record: CaseRecord) -> dict[str, object]:
    return {"record": record, "told_by": told_by(record), "outcomes": outcome_names(evaluation)}


def _listed(sentence: str, evaluation: Evaluation):
    return done(sentence, "cases", evaluation_id=evaluation.id)
