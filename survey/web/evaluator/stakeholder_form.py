"""The form that describes a line of the register of stakeholders."""

from datetime import date

from govuk_frontend_wtf.wtforms_widgets import GovSelect, GovTextArea
from wtforms import SelectField, StringField, ValidationError

from survey.engagement import stakeholders as registered
from survey.engagement.stakeholders import Details
from survey.records.evaluation import Evaluation
from survey.records.stakeholder import Stakeholder
from survey.web import form_base
from survey.web.evaluator.fields import DayField, one_of, words, words_if_any

EVERYWHERE = ("", "All areas")
LONGEST = 500
STILL_TO_COME = "This day is still to come. Write a day that has been, or leave it blank."
LISTED = "There is a line for this organisation, of this kind and area. Change that one instead."
ONE_OF_TWO = (
    "You say that they were engaged, and also why not. Keep the one that is true, and clear the other."
)


class StakeholderForm(form_base.OnceForm):
    kind = one_of("What kind of stakeholder is it?", "Choose a kind.", list(registered.KINDS.items()))
    organisation = words("Organisation or group", "Write what the organisation or group is called.", 120)
    area = SelectField("Area", validate_choice=False, widget=GovSelect())
    contact_name = words_if_any("Name of the contact (optional)", 120)
    contact_details = words_if_any("How to reach them (optional)", 200)
    engaged_how = words_if_any("How were they engaged?", LONGEST, widget=GovTextArea())
    engaged_on = DayField("When? (optional)")
    why_not = words_if_any("If they were not engaged, why not?", LONGEST, widget=GovTextArea())

    def __init__(self, evaluation: Evaluation, line: Stakeholder | None = None, **more):
        super().__init__(data=_typed(line) if line else None, **more)
        self.evaluation, self.line = evaluation, line
        self.areas = {str(area.id): area for area in evaluation.areas}
        self.area.choices = [EVERYWHERE, *((key, area.name) for key, area in self.areas.items())]

    def validate_organisation(self, field: StringField) -> None:
        if field.data and registered.is_listed(self.evaluation, self.described(), besides=self.line):
            raise ValidationError(LISTED)

    def validate_area(self, field: SelectField) -> None:
        if field.data and field.data not in self.areas:
            raise ValidationError("Choose one of the areas here, or all areas.")

    def validate_engaged_on(self, field: DayField) -> None:
        if field.data and field.data > date.today():
            raise ValidationError(STILL_TO_COME)

    def validate_why_not(self, field: StringField) -> None:
        if field.data and (self.engaged_how.data or self.engaged_on.data):
            raise ValidationError(ONE_OF_TWO)

    def described(self) -> Details:
        said = {name: self[name].data for name in registered.SAID}
        return Details(**said, area=self.areas.get(self.area.data))


def _typed(line: Stakeholder) -> dict[str, object]:
    """A line as it would be typed into the form."""
    details = registered.described(line)
    said = {name: getattr(details, name) for name in registered.SAID}
    return {**said, "area": str(details.area.id) if details.area else ""}
