"""Statements put to a group: added, changed while nobody voted, removed, and hands counted."""

from flask import abort

from survey.access.permissions import may
from survey.engagement import votes
from survey.engagement.votes import AlreadyVoted
from survey.records.evaluation import Evaluation
from survey.records.session import Session, Statement
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.session_forms import HandsForm, StatementForm
from survey.web.evaluator.session_page import ADDRESS, found, page, seen
from survey.web.evaluator.showing import once, repeated, show

STATEMENT = f"{ADDRESS}/statements/<int:statement_id>"


@evaluator.post(f"{ADDRESS}/statements")
@may("edit sessions")
def put_statement(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    form = StatementForm(evaluation)
    if again := repeated(form):
        return again
    if not form.validate_on_submit():
        return page(evaluation, session, form)
    votes.put(session, form.statement.data, form.outcome.data or None)
    return once(form, seen("The statement is added.", session, "statements"))


@evaluator.route(STATEMENT, methods=["GET", "POST"])
@may("edit sessions")
def statement(evaluation: Evaluation, session_id: int, statement_id: int):
    session, known = _found(evaluation, session_id, statement_id)
    form = StatementForm(evaluation, known)
    if form.validate_on_submit():
        try:
            votes.change(session, known, form.statement.data, form.outcome.data or None)
        except AlreadyVoted as refusal:
            form.statement.errors = [str(refusal)]
        else:
            return seen("The statement is saved.", session, "statements")
    return _page(evaluation, session, known, form, changing=form)


@evaluator.post(f"{STATEMENT}/hands")
@may("edit sessions")
def count_hands(evaluation: Evaluation, session_id: int, statement_id: int):
    session, known = _found(evaluation, session_id, statement_id)
    form = HandsForm(votes.hands(known))
    if not form.validate_on_submit():
        return _page(evaluation, session, known, form, counting=form)
    votes.count_hands(session, known, form.counted())
    return seen("The hands are counted.", session, f"statement-{known.id}")


@evaluator.route(f"{STATEMENT}/remove", methods=["GET", "POST"])
@may("edit sessions")
def remove_statement(evaluation: Evaluation, session_id: int, statement_id: int):
    session, known = _found(evaluation, session_id, statement_id)
    form = form_base.Form()
    if form.validate_on_submit():
        votes.remove(session, known)
        return seen("The statement is removed.", session, "statements")
    is_voted = votes.is_voted(known)
    return show("remove_statement", evaluation, form, session=session, statement=known, is_voted=is_voted)


def _found(evaluation: Evaluation, session_id: int, statement_id: int) -> tuple[Session, Statement]:
    session = found(evaluation, session_id)
    return session, votes.get(session, statement_id) or abort(404)


def _page(
    evaluation: Evaluation,
    session: Session,
    known: Statement,
    form: form_base.Form,
    changing: StatementForm | None = None,
    counting: HandsForm | None = None,
):
    return show(
        "statement",
        evaluation,
        form,
        session=session,
        statement=known,
        is_voted=votes.is_voted(known),
        changing=changing or StatementForm(evaluation, known, formdata=None),
        counting=counting or HandsForm(votes.hands(known), formdata=None),
    )
