"""The codebook: the themes that the team looks for in stories and sessions."""

from flask import abort
from wtforms import StringField

from survey.access.permissions import may
from survey.analysis.wording import capitalised, number
from survey.engagement import themes as kept
from survey.engagement.themes import SameName, Uses
from survey.records.evaluation import Evaluation
from survey.records.session import Theme
from survey.web import form_base
from survey.web.evaluator.fields import words, words_if_any
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.standing import counted

ADDRESS = "/evaluations/<int:evaluation_id>/themes"


class ThemeForm(form_base.OnceForm):
    name: StringField = words("Theme", "Write what the theme is called.", 80)
    meaning: StringField = words_if_any("What belongs to it (optional)", 300)


@evaluator.route(ADDRESS, methods=["GET", "POST"])
@may("edit stories")
def themes(evaluation: Evaluation):
    form = ThemeForm()
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        try:
            kept.add(evaluation, form.name.data, form.meaning.data)
        except SameName as refusal:
            form.name.errors = [str(refusal)]
        else:
            return once(form, _seen("The theme is in the codebook.", evaluation))
    uses = kept.uses(evaluation)
    listed = [(theme, carried_by(uses[theme.id])) for theme in kept.of(evaluation)]
    return show("themes", evaluation, form, listed=listed)


@evaluator.route(f"{ADDRESS}/<int:theme_id>", methods=["GET", "POST"])
@may("edit stories")
def theme(evaluation: Evaluation, theme_id: int):
    theme = _found(evaluation, theme_id)
    form = ThemeForm(obj=theme)
    if form.validate_on_submit():
        try:
            kept.change(evaluation, theme, form.name.data, form.meaning.data)
        except SameName as refusal:
            form.name.errors = [str(refusal)]
        else:
            return _seen("The theme is saved.", evaluation)
    return show("theme", evaluation, form, theme=theme)


@evaluator.route(f"{ADDRESS}/<int:theme_id>/remove", methods=["GET", "POST"])
@may("edit stories")
def remove_theme(evaluation: Evaluation, theme_id: int):
    theme = _found(evaluation, theme_id)
    form = form_base.Form()
    if form.validate_on_submit():
        kept.remove(evaluation, theme)
        return _seen("The theme is removed.", evaluation)
    uses = kept.uses(evaluation)[theme.id]
    return show(
        "remove_theme", evaluation, form, theme=theme, carried_by=capitalised(carried_by(uses)), uses=uses
    )


def carried_by(uses: Uses) -> str:
    """How much carries a theme: "two stories and one session note"."""
    said = ["one story" if uses.stories == 1 else f"{number(uses.stories)} stories"]
    if uses.notes:
        said.append(counted(uses.notes, "session note"))
    return " and ".join(said)


def _found(evaluation: Evaluation, theme_id: int) -> Theme:
    return kept.get(evaluation, theme_id) or abort(404)


def _seen(sentence: str, evaluation: Evaluation):
    return done(sentence, "themes", evaluation_id=evaluation.id)
