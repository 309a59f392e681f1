"""Notes of a session: what was said, as the coordinator writes it down, by theme."""

from flask import abort

from survey.access.permissions import may
from survey.engagement import sessions as kept
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.session_forms import NoteForm
from survey.web.evaluator.session_page import ADDRESS, found, page, seen
from survey.web.evaluator.showing import once, repeated, show


@evaluator.post(f"{ADDRESS}/notes")
@may("edit sessions")
def add_note(evaluation: Evaluation, session_id: int):
    session = found(evaluation, session_id)
    form = NoteForm(evaluation)
    if again := repeated(form):
        return again
    if not form.validate_on_submit():
        return page(evaluation, session, form)
    kept.add_note(session, form.note.data, form.chosen)
    return once(form, seen("The note is kept.", session, "notes"))


@evaluator.route(f"{ADDRESS}/notes/<int:note_id>/remove", methods=["GET", "POST"])
@may("edit sessions")
def remove_note(evaluation: Evaluation, session_id: int, note_id: int):
    session = found(evaluation, session_id)
    note = kept.get_note(session, note_id) or abort(404)
    form = form_base.Form()
    if form.validate_on_submit():
        kept.remove_note(session, note)
        return seen("The note is removed.", session, "notes")
    return show("remove_note", evaluation, form, session=session, note=note)
