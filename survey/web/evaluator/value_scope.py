"""Stage 1 of a value map: what it is of, and what was done."""

from govuk_frontend_wtf.wtforms_widgets import GovTextArea

from survey.access.permissions import may
from survey.engagement import value_maps as kept
from survey.engagement.value_maps import NameTaken
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.web.evaluator.fields import tidy_lines, words_if_any
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_maps import TAKEN, NewMapForm
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, found, page, said, seen, typed

IN_WORDS = ("scope", "activities", "involved_how")
LONG = {"filters": [tidy_lines], "widget": GovTextArea()}


class ScopeForm(NewMapForm):
    scope = words_if_any("What does it cover, and why?", LONGEST, **LONG)
    activities = words_if_any("What was done?", LONGEST, **LONG)
    involved_how = words_if_any("How were stakeholders involved in making it?", LONGEST, **LONG)

    def __init__(self, value_map: ValueMap):
        known = typed(value_map, ("name", "kind", "level", *IN_WORDS), area=value_map.area_id)
        super().__init__(value_map.evaluation, data=known)

    def settings(self) -> dict[str, object]:
        made = self.described()
        area_id = made.area.id if made.area else None
        return {"name": made.name, "kind": made.kind, "area_id": area_id, "level": made.level}


@evaluator.route(f"{ADDRESS}/scope", methods=["GET", "POST"])
@may("edit value map")
def value_scope(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    form = ScopeForm(value_map)
    if form.validate_on_submit():
        try:
            kept.change(value_map, form.settings() | said(form, IN_WORDS))
        except NameTaken:
            form.name.errors = [TAKEN]
        else:
            return seen("The scope is saved.", value_map, "value_map")
    return page("value_scope", value_map, form)
