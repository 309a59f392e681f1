"""One stakeholder of a value map: added or changed."""

from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput, GovTextArea
from wtforms import BooleanField, StringField, ValidationError

from survey.access.permissions import may
from survey.engagement import value_parts
from survey.records.evaluation import Evaluation
from survey.records.value_map import MapStakeholder, ValueMap
from survey.web.evaluator.fields import MOST_PEOPLE, tidy_lines, words, words_if_any
from survey.web.evaluator.fields_exact import WholeField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, found, found_part
from survey.web.evaluator.value_part import PartForm, add_part, change_part

LISTED = "This stakeholder is listed already. Change that line instead."
NOT_A_COUNT = "Write a whole number, such as 40, or leave it blank if nobody counted."
TOO_MANY = "More were involved than there are. Correct one of the two."
WHY_NOT = "Write why it is left out: nobody is left out without a reason."


class MapStakeholderForm(PartForm):
    names = ("name", "size", "involved", "reason", "included")

    name = words("Which group or organisation?", "Write who it is.", 120)
    size = WholeField("How many are there?", NOT_A_COUNT, most=MOST_PEOPLE)
    involved = WholeField(
        "How many of them were involved in saying what changed?", NOT_A_COUNT, most=MOST_PEOPLE
    )
    reason = words_if_any(
        "Why does it matter here, or why is it left out?",
        LONGEST,
        filters=[tidy_lines],
        widget=GovTextArea(),
    )
    included = BooleanField("It counts in this map", default=True, widget=GovCheckboxInput())

    def __init__(self, value_map: ValueMap, known: MapStakeholder | None = None):
        super().__init__(obj=known)
        self.value_map, self.known = value_map, known

    def validate_name(self, field: StringField) -> None:
        if field.data and value_parts.is_listed(self.value_map, field.data, besides=self.known):
            raise ValidationError(LISTED)

    def validate_involved(self, field: WholeField) -> None:
        if None not in (field.data, self.size.data) and field.data > self.size.data:
            raise ValidationError(TOO_MANY)

    def validate_reason(self, field: StringField) -> None:
        if not field.data and not self.included.data:
            raise ValidationError(WHY_NOT)


@evaluator.route(f"{ADDRESS}/stakeholders/new", methods=["GET", "POST"])
@may("edit value map")
def new_map_stakeholder(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    return add_part(value_map, MapStakeholder, MapStakeholderForm(value_map))


@evaluator.route(f"{ADDRESS}/stakeholders/<int:map_stakeholder_id>", methods=["GET", "POST"])
@may("edit value map")
def map_stakeholder(evaluation: Evaluation, value_map_id: int, map_stakeholder_id: int):
    value_map = found(evaluation, value_map_id)
    known = found_part(value_map, MapStakeholder, map_stakeholder_id)
    return change_part(value_map, known, MapStakeholderForm(value_map, known))
