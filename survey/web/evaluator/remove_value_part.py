"""Taking a part out of a value map, after a question."""

from survey.access.permissions import may
from survey.engagement import value_parts
from survey.records.evaluation import Evaluation
from survey.records.value_map import MapStakeholder, ValueMap
from survey.records.value_row import ValueRow
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_pages import ADDRESS, found, found_part, page, seen
from survey.web.evaluator.value_part import PARTS

KINDS = {kind.word: made for made, kind in PARTS.items()}


@evaluator.route(f"{ADDRESS}/<any({','.join(KINDS)}):parts>/<int:part_id>/remove", methods=["GET", "POST"])
@may("edit value map")
def remove_value_part(evaluation: Evaluation, value_map_id: int, parts: str, part_id: int):
    value_map = found(evaluation, value_map_id)
    part = found_part(value_map, KINDS[parts], part_id)
    kind = PARTS[KINDS[parts]]
    form = form_base.Form()
    if form.validate_on_submit():
        value_parts.remove(value_map, part)
        return seen(f"The {kind.called} is removed.", value_map, kind.listed)
    asked = {"called": kind.called, "part_name": getattr(part, kind.name), "goes": _goes_too(value_map, part)}
    return page("remove_value_part", value_map, form, kind.listed, **asked)


def _goes_too(value_map: ValueMap, part: value_parts.Part) -> list[str]:
    """What hangs on a part and goes with it."""
    if isinstance(part, ValueRow):
        return [counted(len(part.typed), "figure") + " that you typed for it"] if part.typed else []
    if not isinstance(part, MapStakeholder):
        return []
    inputs = sum(each.stakeholder_id == part.id for each in value_map.inputs)
    rows = sum(each.stakeholder_id == part.id for each in value_map.rows)
    return [counted(count, thing) for count, thing in ((inputs, "input"), (rows, "outcome")) if count]
