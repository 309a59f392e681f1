"""The value maps of an evaluation, and where a new one begins."""

from survey.access.permissions import may
from survey.engagement import value_maps as kept
from survey.engagement.value_maps import KINDS, NameTaken, NewMap
from survey.questionnaires.characteristics import LEVELS
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import one_of, words
from survey.web.evaluator.fields_exact import PickField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.value_pages import hold_to_change

TAKEN = "There is a value map of this name. Give this one another."
EVERYWHERE, EVERY_LEVEL = ("", "All areas"), ("", "All levels")


class NewMapForm(form_base.OnceForm):
    name = words("What is it called?", "Write what the value map is called.", 120)
    kind = one_of("What is it?", "Choose a forecast or an evaluation.", list(KINDS.items()))
    area = PickField("Whose area does it cover?", "Choose one of the areas here.")
    level = PickField("Which level of support?", "Choose one of the levels here.")

    def __init__(self, evaluation: Evaluation, **more):
        super().__init__(**more)
        self.areas = {str(area.id): area for area in evaluation.areas}
        self.area.choices = [EVERYWHERE, *((key, area.name) for key, area in self.areas.items())]
        self.level.choices = [EVERY_LEVEL, *LEVELS.items()]

    def described(self) -> NewMap:
        return NewMap(self.name.data, self.kind.data, self.areas.get(self.area.data), self.level.data or None)


@evaluator.get("/evaluations/<int:evaluation_id>/value-maps")
@may("see value map")
def value_maps(evaluation: Evaluation):
    if not evaluation.is_open:
        return show("no_results", evaluation)
    return show("value_maps", evaluation, listed=kept.of(evaluation), kinds=KINDS, levels=LEVELS)


@evaluator.route("/evaluations/<int:evaluation_id>/value-maps/new", methods=["GET", "POST"])
@may("edit value map")
def new_value_map(evaluation: Evaluation):
    if not evaluation.is_open:
        return show("no_results", evaluation)
    hold_to_change(evaluation)
    form = NewMapForm(evaluation)
    if again := repeated(form):
        return again
    if form.validate_on_submit():
        try:
            made = kept.make(evaluation, form.described())
        except NameTaken:
            form.name.errors = [TAKEN]
        else:
            ids = {"evaluation_id": evaluation.id, "value_map_id": made.id}
            return once(form, done("The value map is made.", "value_map", **ids))
    return show("new_value_map", evaluation, form)
