"""Stage 5 of a value map: what if more or fewer people were reached, and what that would cost."""

from survey.access.permissions import may
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import Scenario
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import (
    ADDRESS,
    Line,
    address,
    figure_words,
    found,
    page,
    typed_pounds,
)


@evaluator.get(f"{ADDRESS}/scenarios")
@may("see value map")
def value_scenarios(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    lines = [_line(value_map, each) for each in value_map.scenarios]
    return page("value_scenarios", value_map, lines=lines, counted=counted)


def _line(value_map: ValueMap, each: Scenario) -> Line:
    there = address(value_map, "value_scenario", scenario_id=each.id)
    people = figure_words("people", each.people)
    return Line(each.name, there, (people, typed_pounds(each.inputs_added), each.note))
