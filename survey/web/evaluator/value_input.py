"""One input of a value map: money, or hours at a rate."""

from wtforms import ValidationError

from survey.access.permissions import may
from survey.records.evaluation import Evaluation
from survey.records.value_map import INPUT_KINDS, MONEY, MapInput, ValueMap
from survey.value.proxies import LibraryProxy, volunteer_hours
from survey.web.evaluator.fields import one_of, passage, words
from survey.web.evaluator.fields_exact import ExactField, MoneyField, PickField, WholeField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, found, found_part, typed
from survey.web.evaluator.value_part import PartForm, add_part, change_part

WHOSE = "Choose one of the stakeholders here."
AMOUNT = "Write a sum in pounds, such as 1,000.50."
HOURS = "Write a number of hours, such as 120 or 7.5."
WHICH_YEAR = "Write the year of the map as a whole number from 1 to 30."
NAMES = ("description", "kind", "value", "hours", "rate", "year", "source")


class InputForm(PartForm):
    names = NAMES

    stakeholder = PickField("Who put it in?", WHOSE)
    description = words("What was put in?", "Write what was put in.", 200)
    kind = one_of("What kind is it?", "Choose what kind it is.", list(INPUT_KINDS.items()))
    value = MoneyField("Money: how much? (£)", AMOUNT)
    hours = ExactField("Time: how many hours?", HOURS)
    rate = MoneyField("Time: what is one hour worth? (£)", AMOUNT)
    year = WholeField("In which year of the map?", WHICH_YEAR, WHICH_YEAR, least=1, most=30, default=1)
    source = passage("Where does this come from?", "Write where this comes from.", LONGEST)

    def __init__(self, value_map: ValueMap, known: MapInput | None = None):
        super().__init__(data=known and typed(known, NAMES, stakeholder=known.stakeholder_id))
        self.stakeholder.choices = [(str(each.id), each.name) for each in value_map.stakeholders]

    def validate_value(self, field: MoneyField) -> None:
        self._needed(field, self.kind.data == MONEY, AMOUNT)

    def validate_hours(self, field: ExactField) -> None:
        self._needed(field, self.kind.data in INPUT_KINDS and self.kind.data != MONEY, HOURS)

    def validate_rate(self, field: MoneyField) -> None:
        self._needed(field, self.kind.data in INPUT_KINDS and self.kind.data != MONEY, AMOUNT)

    def details(self) -> dict[str, object]:
        """What is said, without what belongs to another kind."""
        other = ("hours", "rate") if self.kind.data == MONEY else ("value",)
        whose = {"stakeholder_id": self.stakeholder.number}
        return super().details() | dict.fromkeys(other) | whose

    def _needed(self, field, is_needed: bool, missing: str) -> None:
        if is_needed and field.data is None and not field.process_errors:
            raise ValidationError(missing)


def rates() -> list[LibraryProxy]:
    """What the library has for an hour, latest first."""
    return list(volunteer_hours().values())[::-1]


@evaluator.route(f"{ADDRESS}/inputs/new", methods=["GET", "POST"])
@may("edit value map")
def new_value_input(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    return add_part(value_map, MapInput, InputForm(value_map), rates=rates())


@evaluator.route(f"{ADDRESS}/inputs/<int:input_id>", methods=["GET", "POST"])
@may("edit value map")
def value_input(evaluation: Evaluation, value_map_id: int, input_id: int):
    value_map = found(evaluation, value_map_id)
    known = found_part(value_map, MapInput, input_id)
    return change_part(value_map, known, InputForm(value_map, known), rates=rates())
