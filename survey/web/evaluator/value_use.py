"""Stage 6 of a value map: how it was checked, how results went back, and what was done about them."""

from datetime import date

from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import StringField, ValidationError

from survey.access.permissions import may
from survey.engagement import value_maps as kept
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import DayField, tidy_lines, words_if_any
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, found, page, said, seen

NAMES = ("verified_how", "returned_how", "returned_on", "responded_how")
HOW = "Write how the results went back, or clear the day below."
STILL_TO_COME = "This day is still to come. Write a day that has been, or leave it blank."
LONG = {"filters": [tidy_lines], "widget": GovTextArea()}


class UseForm(form_base.Form):
    verified_how = words_if_any("Who checked it, and how?", LONGEST, **LONG)
    returned_how = words_if_any("How did the results go back to those who took part?", LONGEST, **LONG)
    returned_on = DayField("When did they go back?")
    responded_how = words_if_any("What is done differently because of them?", LONGEST, **LONG)

    def validate_returned_how(self, field: StringField) -> None:
        if self.returned_on.data and not field.data:
            raise ValidationError(HOW)

    def validate_returned_on(self, field: DayField) -> None:
        if field.data and field.data > date.today():
            raise ValidationError(STILL_TO_COME)


@evaluator.route(f"{ADDRESS}/use", methods=["GET", "POST"])
@may("edit value map")
def value_use(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    form = UseForm(obj=value_map)
    if form.validate_on_submit():
        kept.change(value_map, said(form, NAMES))
        return seen("What you wrote is saved.", value_map, "value_map")
    return page("value_use", value_map, form)
