"""One session before, during and after: what to ask, who may join, how the group votes, what was noted."""

from flask import abort, request

from survey.access.permissions import may
from survey.engagement import sessions as kept
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.session_forms import PeopleForm, PromptsForm, SessionForm
from survey.web.evaluator.session_page import ADDRESS, found, page, seen
from survey.web.evaluator.showing import show


@evaluator.get(ADDRESS)
@may("see sessions")
def session(evaluation: Evaluation, session_id: int):
    return page(evaluation, found(evaluation, session_id))


@evaluator.route(f"{ADDRESS}/details", methods=["GET", "POST"])
@may("edit sessions")
def session_details(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    form = SessionForm(evaluation, session)
    if form.validate_on_submit():
        kept.change(session, form.described())
        return seen("The details are saved.", session)
    return show("session_details", evaluation, form, session=session)


@evaluator.route(f"{ADDRESS}/prompts", methods=["GET", "POST"])
@may("edit sessions")
def session_prompts(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    form = PromptsForm(data={"prompts": session.prompts})
    if form.validate_on_submit():
        kept.set_prompts(session, form.prompts.data)
        return seen("The prompts are saved.", session)
    return show("session_prompts", evaluation, form, session=session)


@evaluator.post(f"{ADDRESS}/joining")
@may("edit sessions")
def joining(evaluation: Evaluation, session_id: int):
    """Open or close, as the button says."""
    session = found(evaluation, session_id)
    form = form_base.Form()
    if not form.validate_on_submit():
        return page(evaluation, session, form)
    if "open" in request.form:
        kept.open_joining(session)
        return seen("Phones can join now.", session)
    if "close" not in request.form:
        abort(404)
    kept.close_joining(session)
    return seen("Closed. No phone can join or vote now.", session)


@evaluator.post(f"{ADDRESS}/people")
@may("edit sessions")
def count_people(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    form = PeopleForm(session)
    if not form.validate_on_submit():
        return page(evaluation, session, form)
    kept.count_people(session, form.invited.data, form.came.data)
    return seen("The numbers are saved.", session, "people")
