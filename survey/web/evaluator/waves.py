"""When residents are asked: the waves of an evaluation."""

from flask import abort, request
from wtforms import ValidationError

from survey.access.permissions import may
from survey.engagement import waves as planning
from survey.engagement.waves import NotOpenYet
from survey.records import frames
from survey.records.asking import Wave
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import CountField, words
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show

MOST_WEEKS = 520
MOST_WAVES = 20
NO_WEEKS = f"Write a whole number of weeks, from 0 to {MOST_WEEKS}, such as 12."


class WaveForm(form_base.OnceForm):
    name = words("What is this wave called?", "Write a name for the wave.", 80)
    weeks_after = CountField(
        "How many weeks after their last answers is a person asked?", NO_WEEKS, MOST_WEEKS
    )
    taken: frozenset[str] = frozenset()

    def validate_name(self, field) -> None:
        if field.data and field.data.casefold() in self.taken:
            raise ValidationError("There is a wave with this name. Give each a name of its own.")

    def validate_weeks_after(self, field) -> None:
        if field.data is None and not field.errors:
            raise ValidationError(NO_WEEKS)


@evaluator.route("/evaluations/<int:evaluation_id>/waves", methods=["GET", "POST"])
@may("edit evaluation")
def waves(evaluation: Evaluation):
    form = form_base.Form()
    if form.validate_on_submit():
        try:
            return _listed(_press(evaluation), evaluation)
        except NotOpenYet as refusal:
            form.form_errors.append(str(refusal))
    planned = planning.planned(evaluation)
    counts = frames.participation(evaluation, frames.Group()).to_dict("index")
    return show("waves", evaluation, form, waves=planned, counts=counts, most=MOST_WAVES)


@evaluator.route("/evaluations/<int:evaluation_id>/waves/new", methods=["GET", "POST"])
@may("edit evaluation")
def new_wave(evaluation: Evaluation):
    planned = planning.planned(evaluation)
    form = _form(planned, None, {"weeks_after": planning.USUAL_WEEKS})
    if again := repeated(form):
        return again
    if len(planned) >= MOST_WAVES:
        abort(404)
    if form.validate_on_submit():
        made = planning.add(evaluation, form.name.data, form.weeks_after.data)
        return once(form, _listed(f"{made.name}: planned. Open it when people may answer it.", evaluation))
    return show("new_wave", evaluation, form)


@evaluator.route("/evaluations/<int:evaluation_id>/waves/<int:number>", methods=["GET", "POST"])
@may("edit evaluation")
def wave(evaluation: Evaluation, number: int):
    planned = planning.planned(evaluation)
    asked = planning.find(evaluation, number) or abort(404)
    form = _form(planned, asked, {"name": asked.name, "weeks_after": asked.weeks_after})
    if asked is planned[0]:
        # Nobody has answered before the first, so there is nothing to count weeks from.
        del form.weeks_after
    if form.validate_on_submit():
        weeks = form.weeks_after.data if "weeks_after" in form else asked.weeks_after
        planning.change(evaluation, asked, form.name.data, weeks)
        return _listed(f"{asked.name}: saved.", evaluation)
    return show("wave", evaluation, form, wave=asked)


def _press(evaluation: Evaluation) -> str:
    """Open or close the wave whose button was pressed; gives back the words for it."""
    planned = {str(wave.number): wave for wave in planning.planned(evaluation)}
    asked = planned.get(request.form.get("open") or request.form.get("close")) or abort(404)
    if "open" in request.form:
        planning.open_wave(evaluation, asked)
        return f"{asked.name}: open. Residents can answer it."
    planning.close_wave(evaluation, asked)
    return f"{asked.name}: closed. Nobody can answer it now."


def _form(planned: list[Wave], this: Wave | None, usual: dict) -> WaveForm:
    form = WaveForm(data=usual)
    form.taken = frozenset(other.name.casefold() for other in planned if other is not this)
    return form


def _listed(sentence: str, evaluation: Evaluation):
    return done(sentence, "waves", evaluation_id=evaluation.id)
