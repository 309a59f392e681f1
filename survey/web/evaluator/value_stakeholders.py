"""Stage 1 of a value map: who has an effect on the programme, or is affected by it."""

from survey.access.permissions import may
from survey.engagement import value_register
from survey.records.evaluation import Evaluation
from survey.records.value_map import MapStakeholder, ValueMap
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import once, repeated
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import ADDRESS, Line, address, found, page, seen

NOT_SAID = "Not said yet"


@evaluator.get(f"{ADDRESS}/stakeholders")
@may("see value map")
def value_stakeholders(evaluation: Evaluation, value_map_id: int):
    return _page(found(evaluation, value_map_id), form_base.OnceForm())


@evaluator.post(f"{ADDRESS}/stakeholders/take-over")
@may("edit value map")
def take_over_stakeholders(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    form = form_base.OnceForm()
    if again := repeated(form):
        return again
    if not form.validate_on_submit():
        return _page(value_map, form)
    taken = counted(value_register.take_over(value_map), "kind")
    sentence = f"Taken over: {taken} of stakeholder from the register."
    return once(form, seen(sentence, value_map, "value_stakeholders"))


def _page(value_map: ValueMap, form: form_base.OnceForm):
    return page(
        "value_stakeholders",
        value_map,
        form,
        lines=[_line(value_map, each) for each in value_map.stakeholders],
        offered=value_register.offered(value_map),
        counted=counted,
    )


def _line(value_map: ValueMap, each: MapStakeholder) -> Line:
    there = address(value_map, "map_stakeholder", map_stakeholder_id=each.id)
    counts = (NOT_SAID if count is None else f"{count:,}" for count in (each.size, each.involved))
    reason = each.reason or NOT_SAID
    if not each.included and not reason.casefold().startswith("left out"):
        reason = f"Left out: {reason}"
    return Line(each.name, there, (*counts, reason))
