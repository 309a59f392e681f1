"""Stage 1 of a value map: what was put in, and whether volunteers' time counts."""

from survey.access.permissions import may
from survey.analysis.money import amount
from survey.engagement import value_maps as kept
from survey.records.evaluation import Evaluation
from survey.records.value_map import INPUT_KINDS, MapInput, ValueMap
from survey.web import form_base
from survey.web.evaluator.fields import one_of
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, Line, address, found, page, seen, typed_pounds

YES, NO = "yes", "no"


class VolunteersForm(form_base.OnceForm):
    counted = one_of(
        "Does volunteers’ time count as put in?",
        "Choose whether volunteers’ time counts.",
        [(YES, "Yes, at the rate that is given for it"), (NO, "No")],
    )

    def __init__(self, value_map: ValueMap):
        super().__init__(data={"counted": YES if value_map.volunteers_counted else NO})


@evaluator.get(f"{ADDRESS}/inputs")
@may("see value map")
def value_inputs(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    return _page(value_map, VolunteersForm(value_map))


@evaluator.post(f"{ADDRESS}/inputs")
@may("edit value map")
def count_volunteers(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    form = VolunteersForm(value_map)
    if not form.validate_on_submit():
        return _page(value_map, form)
    kept.change(value_map, {"volunteers_counted": form.counted.data == YES})
    return seen("Saved.", value_map, "value_inputs")


def total(value_map: ValueMap):
    """What was put in, as far as it counts."""
    return sum(each.worth for each in value_map.inputs if each.is_counted)


def _page(value_map: ValueMap, form: VolunteersForm):
    lines = [_line(value_map, each) for each in value_map.inputs]
    return page("value_inputs", value_map, form, lines=lines, total=total(value_map))


def _line(value_map: ValueMap, each: MapInput) -> Line:
    worth = typed_pounds(each.worth)
    if each.hours is not None:
        worth = f"{amount(each.hours, 2)} hours at {typed_pounds(each.rate)}: {worth}"
    if not each.is_counted:
        worth += ", not counted"
    there = address(value_map, "value_input", input_id=each.id)
    return Line(
        each.description, there, (each.stakeholder.name, INPUT_KINDS[each.kind], str(each.year), worth)
    )
