"""Stage 2 of a value map: what got worse, and what nobody set out to bring about, is asked for."""

from survey.access.permissions import may
from survey.engagement import value_maps as kept
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.fields import passage
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, LONGEST, address, found, page, said, seen

NEEDED = "Write what people said. If they named nothing, write that they were asked and named nothing."


class NegativeForm(form_base.Form):
    negative_found = passage("What did people say when they were asked?", NEEDED, LONGEST)


@evaluator.route(f"{ADDRESS}/negative-and-unintended", methods=["GET", "POST"])
@may("edit value map")
def value_negative(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    form = NegativeForm(obj=value_map)
    if form.validate_on_submit():
        kept.change(value_map, said(form, ["negative_found"]))
        return seen("What people said is saved.", value_map, "value_map")
    rows = [
        (each, address(value_map, "value_row", row_id=each.id))
        for each in value_map.rows
        if each.of_worse or each.unintended
    ]
    return page("value_negative", value_map, form, rows=rows)
