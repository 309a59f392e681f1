"""One incident of a value map: added or changed."""

from wtforms import ValidationError

from survey.access.permissions import may
from survey.records.evaluation import Evaluation
from survey.records.value_row import Incident
from survey.web.evaluator.fields import MOST_PEOPLE, passage, words
from survey.web.evaluator.fields_exact import MoneyField, ShareField, WholeField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, found, found_part
from survey.web.evaluator.value_part import PartForm, add_part, change_part

COUNT = "Write a whole number of incidents, 1 or more."
PER_CENT = "Write a number from 0 to 100, such as 80."
ONE = "Write what one costs in pounds, such as 1,000.50."
LEAST = "Write the least that one may cost in pounds, such as 800."
MOST = "Write the most that one may cost in pounds, such as 1,200."
ORDER = "The three costs go up: least, usual, most. Put them in order."


class IncidentForm(PartForm):
    names = ("what", "count", "judged_by", "likelihood", "unit_cost", "low", "high", "source")

    what = words("What did not happen?", "Write what did not happen.", 200)
    count = WholeField("How many in a year?", COUNT, COUNT, least=1, most=MOST_PEOPLE)
    judged_by = passage("Who judged that it would have happened?", "Write who judged it.", LONGEST)
    likelihood = ShareField("How likely was each, in per cent?", PER_CENT, PER_CENT)
    unit_cost = MoneyField("What does one cost? (£)", ONE, ONE)
    low = MoneyField("At least? (£)", LEAST, LEAST)
    high = MoneyField("At most? (£)", MOST, MOST)
    source = passage("Where do the costs come from?", "Write where the costs come from.", LONGEST)

    def validate_high(self, field: MoneyField) -> None:
        given = [each for each in (self.low.data, self.unit_cost.data, field.data) if each is not None]
        if given != sorted(given):
            raise ValidationError(ORDER)


@evaluator.route(f"{ADDRESS}/incidents/new", methods=["GET", "POST"])
@may("edit value map")
def new_value_incident(evaluation: Evaluation, value_map_id: int):
    return add_part(found(evaluation, value_map_id), Incident, IncidentForm())


@evaluator.route(f"{ADDRESS}/incidents/<int:incident_id>", methods=["GET", "POST"])
@may("edit value map")
def value_incident(evaluation: Evaluation, value_map_id: int, incident_id: int):
    value_map = found(evaluation, value_map_id)
    known = found_part(value_map, Incident, incident_id)
    return change_part(value_map, known, IncidentForm(obj=known))
