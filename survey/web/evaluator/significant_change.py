"""The most significant change: a panel picks a story and says why; earlier choices stay to be seen."""

from flask_babel import format_date
from govuk_frontend_wtf.wtforms_widgets import GovSelect
from wtforms import SelectField, StringField, ValidationError

from survey.access import stories as access
from survey.access.permissions import may
from survey.engagement import significant_changes as picking
from survey.engagement import story_queue
from survey.engagement.significant_changes import Choice, NotReady
from survey.engagement.story_queue import Listed
from survey.records.evaluation import Evaluation
from survey.records.retelling import SignificantChange
from survey.reports.why_not import why_not
from survey.web import form_base
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.fields import passage, words
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.story_words import Asked, asked

NONE_YET = ("", "Choose a story")


class PickForm(form_base.OnceForm):
    story = SelectField("Which story?", validate_choice=False, widget=GovSelect())
    panel: StringField = words("Who sat on the panel?", "Write who sat on the panel.", 200)
    reasons: StringField = passage("Why this one?", "Write the panel’s reasons.", 2000)

    def __init__(self, ready: list[Listed], questions: Asked):
        super().__init__()
        self.story.choices = [NONE_YET, *((str(each.id), _called(each, questions)) for each in ready)]

    def validate_story(self, field: SelectField) -> None:
        if not field.data or field.data not in dict(field.choices):
            raise ValidationError("Choose the story that the panel picked.")


@evaluator.route("/evaluations/<int:evaluation_id>/significant-change", methods=["GET", "POST"])
@may("edit stories")
def significant_change(evaluation: Evaluation):
    ready = story_queue.ready(evaluation)
    form = PickForm(ready, asked(evaluation))
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        try:
            story = story_queue.get(evaluation, int(form.story.data))
            picking.pick(story, Choice(form.panel.data, form.reasons.data))
        except NotReady as refusal:
            form.story.errors = [str(refusal)]
        else:
            there = done("The panel’s choice is kept.", "significant_change", evaluation_id=evaluation.id)
            return once(form, there)
    history = [(each, _refused(each)) for each in picking.of(evaluation)]
    return show("significant_change", evaluation, form, history=history, ready=ready, called=called)


def _refused(picked: SignificantChange) -> str:
    """Why nobody may read the story now: then the reasons, which speak of it, are not shown either."""
    return why_not(access.may_be_read(picked.story))


def _called(story: Listed, questions: Asked) -> str:
    about = ", ".join(questions.about(each) for each in story.about)
    day = format_date(story.told_at, "d MMM yyyy")
    return f"Story {story.id}, told on {day}{f' ({about})' if about else ''}"
