"""Finding out who told a story: with a reason that stays, and only while a worry about it is open."""

from wtforms import StringField

from survey.access.permissions import may
from survey.engagement import safeguarding as worries
from survey.engagement.safeguarding import AlreadySettled, NobodyKnown
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.fields import passage
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.safeguarding import ADDRESS, found
from survey.web.evaluator.showing import done, once, repeated, show

LONGEST = 1000


class LookUpForm(form_base.OnceForm):
    reason: StringField = passage(
        "Why do you need to know?", "Write why you need to know: it stays with the story.", LONGEST
    )


@evaluator.route(f"{ADDRESS}/look-up", methods=["GET", "POST"])
@may("safeguard")
def look_up(evaluation: Evaluation, flag_id: int):
    flag = found(evaluation, flag_id)
    form = LookUpForm()
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        try:
            worries.look_up(flag, form.reason.data)
        except (AlreadySettled, NobodyKnown) as refusal:
            form.form_errors.append(str(refusal))
        else:
            there = {"evaluation_id": evaluation.id, "flag_id": flag.id}
            return once(form, done("You can see now who told it.", "flagged_story", **there))
    return show(
        "look_up",
        evaluation,
        form,
        flag=flag,
        leads_to_somebody=worries.leads_to_somebody(flag.story),
        looks=worries.look_ups(flag.story),
        called=called,
    )
