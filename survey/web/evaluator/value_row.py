"""One outcome of a value map: added or changed, and its figures."""

from survey.access.permissions import may
from survey.records.evaluation import Evaluation
from survey.records.value_row import ValueRow
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import ADDRESS, found, found_part
from survey.web.evaluator.value_part import add_part, change_part
from survey.web.evaluator.value_row_form import RowForm


@evaluator.route(f"{ADDRESS}/rows/new", methods=["GET", "POST"])
@may("edit value map")
def new_value_row(evaluation: Evaluation, value_map_id: int):
    value_map = found(evaluation, value_map_id)
    return add_part(value_map, ValueRow, RowForm(evaluation, value_map))


@evaluator.route(f"{ADDRESS}/rows/<int:row_id>", methods=["GET", "POST"])
@may("edit value map")
def value_row(evaluation: Evaluation, value_map_id: int, row_id: int):
    value_map = found(evaluation, value_map_id)
    known = found_part(value_map, ValueRow, row_id)
    return change_part(value_map, known, RowForm(evaluation, value_map, known))
