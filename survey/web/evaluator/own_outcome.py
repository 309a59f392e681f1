"""An outcome in the evaluator's own words."""

from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from survey.access.permissions import may
from survey.engagement import outcomes as choosing
from survey.engagement.outcomes import TooLate
from survey.questionnaires.composing import LONGEST
from survey.questionnaires.model import HIGHER, LOWER
from survey.questionnaires.place import QuestionnaireError
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import one_of, tidy, words
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

MISSING = "Write the words for score {}."


class OwnOutcomeForm(form_base.OnceForm):
    short_name = words("Short name", "Write a short name for the outcome.", LONGEST["short_name"])
    text = StringField(
        "Question",
        [
            DataRequired("Write the question that residents read."),
            Length(
                max=LONGEST["text"], message=f"Make this shorter: the most is {LONGEST['text']} characters."
            ),
        ],
        filters=[tidy],
        widget=GovTextArea(),
    )
    point_1 = words("1, the lowest score", MISSING.format(1), LONGEST["points"])
    point_2 = words("2", MISSING.format(2), LONGEST["points"])
    point_3 = words("3, the middle", MISSING.format(3), LONGEST["points"])
    point_4 = words("4", MISSING.format(4), LONGEST["points"])
    point_5 = words("5, the highest score", MISSING.format(5), LONGEST["points"])
    better = one_of(
        "Which direction is better?",
        "Choose which direction is better.",
        [(HIGHER, "A higher score is better"), (LOWER, "A lower score is better")],
    )

    @property
    def points(self) -> list:
        return [self.point_1, self.point_2, self.point_3, self.point_4, self.point_5]

    def refused(self, error: QuestionnaireError) -> None:
        """Put a problem where it belongs."""
        field = self.point_1 if error.key == "points" else self[error.key]
        field.errors = [error.problem]


@evaluator.route("/evaluations/<int:evaluation_id>/outcomes/own", methods=["GET", "POST"])
@may("edit evaluation")
def own_outcome(evaluation: Evaluation):
    form = OwnOutcomeForm()
    if again := repeated(form):
        return again
    if form.validate_on_submit() and _added(evaluation, form):
        sentence = f"{form.short_name.data}: added at the end, for Level 2."
        return once(form, done(sentence, "outcomes", evaluation_id=evaluation.id))
    return show("own_outcome", evaluation, form)


def _added(evaluation: Evaluation, form: OwnOutcomeForm) -> bool:
    points = [field.data for field in form.points]
    try:
        choosing.add_own(evaluation, form.short_name.data, form.text.data, points, form.better.data)
    except QuestionnaireError as error:
        form.refused(error)
    except TooLate as refusal:
        form.form_errors.append(str(refusal))
    return not form.errors
