"""A colleague who read a story, or wrote it down, tells the safeguarding lead of a worry."""

from flask import abort
from flask_login import current_user
from wtforms import StringField

from survey.access.permissions import may
from survey.engagement import safeguarding as worries
from survey.engagement import story_queue, telling
from survey.records.evaluation import Evaluation
from survey.records.safeguarding import COORDINATOR
from survey.web import form_base
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.fields import passage
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

LONGEST = 2000


class WorryForm(form_base.OnceForm):
    why: StringField = passage("What worries you?", "Write what worries you.", LONGEST)


@evaluator.route("/evaluations/<int:evaluation_id>/stories/<int:story_id>/worry", methods=["GET", "POST"])
@may("edit stories")
def worry(evaluation: Evaluation, story_id: int):
    story = story_queue.get(evaluation, story_id) or abort(404)
    if not worries.may_be_worried_about(story):
        abort(404)
    form = WorryForm()
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        worries.raise_flag(story, COORDINATOR, form.why.data, current_user.id)
        there = {"evaluation_id": evaluation.id, "story_id": story.id}
        return once(form, done("The safeguarding lead has it now.", "story", **there))
    return show("worry", evaluation, form, story=story, leads=telling.leads(evaluation), called=called)
