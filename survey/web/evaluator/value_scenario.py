"""One scenario of a value map: added or changed."""

from wtforms import StringField, ValidationError

from survey.access.permissions import may
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import Scenario
from survey.value.scenarios import MOST, WHOLE
from survey.web.evaluator.fields import passage, words
from survey.web.evaluator.fields_exact import HUNDRED, MoneyField, ShareField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, found, found_part
from survey.web.evaluator.value_part import PartForm, add_part, change_part

LISTED = "There is a scenario of this name. Give this one another."
PER_CENT = f"Write a number from 0 to {MOST * HUNDRED:,}, such as 150; 100 is as many as now."
AMOUNT = "Write a sum in pounds, such as 45,000; 0 for nothing."
NOT_SAID = "Write what would be different, and where the two figures come from."
AS_NOW = "With as many people and nothing more put in, this is as now. Change one of the two."


class ScenarioForm(PartForm):
    names = ("name", "people", "inputs_added", "note")

    name = words("What is it called?", "Write what the scenario is called.", 120)
    people = ShareField("How many people, in per cent of now?", PER_CENT, PER_CENT, most=MOST * HUNDRED)
    inputs_added = MoneyField("How much more is put in? (£)", AMOUNT, AMOUNT)
    note = passage("What would be different, and how is that known?", NOT_SAID, LONGEST)

    def __init__(self, value_map: ValueMap, known: Scenario | None = None):
        super().__init__(obj=known)
        self.value_map, self.known = value_map, known

    def validate_name(self, field: StringField) -> None:
        others = [each.name.casefold() for each in self.value_map.scenarios if each is not self.known]
        if field.data and field.data.casefold() in others:
            raise ValidationError(LISTED)

    def validate_inputs_added(self, field: MoneyField) -> None:
        if field.data == 0 and self.people.data == WHOLE:
            raise ValidationError(AS_NOW)


@evaluator.route(f"{ADDRESS}/scenarios/new", methods=["GET", "POST"])
@may("edit value map")
def new_value_scenario(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    return add_part(value_map, Scenario, ScenarioForm(value_map))


@evaluator.route(f"{ADDRESS}/scenarios/<int:scenario_id>", methods=["GET", "POST"])
@may("edit value map")
def value_scenario(evaluation: Evaluation, value_map_id: int, scenario_id: int):
    value_map = found(evaluation, value_map_id)
    known = found_part(value_map, Scenario, scenario_id)
    return change_part(value_map, known, ScenarioForm(value_map, known))
