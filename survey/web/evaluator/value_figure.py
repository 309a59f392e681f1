"""One figure of an outcome: where it comes from, and a form to type another."""

from flask import abort, url_for

from survey.access.permissions import may
from survey.engagement import value_parts
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES, ValueRow
from survey.reports.value_building import evidence_for
from survey.reports.value_cells import STEPS, Cell, cells
from survey.web import form_base
from survey.web.evaluator.fields import MOST_PEOPLE, passage
from survey.web.evaluator.fields_exact import ExactField, ShareField, WholeField
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.value_pages import (
    ADDRESS,
    LONGEST,
    QUANTITY,
    figure_words,
    found,
    found_part,
    page,
    seen,
)

FIGURE = f"{ADDRESS}/rows/<int:row_id>/figures/<figure>"
HOW_MANY = "Write a number, such as 120; below nought, such as -12, for those who came out worse."
PER_CENT = "Write a number from 0 to 100, such as 25 or 12.5."
NOT_A_COUNT = "Write a whole number, such as 40, or leave it blank."


# Made before the other fields, so that what is wrong is listed in the order of the page.
CHANGED = ExactField("How many changed?", HOW_MANY, HOW_MANY, least=None)
TAKEN_OFF = ShareField("How many per cent are to be taken off?", PER_CENT, PER_CENT)


class FigureForm(form_base.Form):
    source = passage("Where does this figure come from?", "Write where this figure comes from.", LONGEST)
    n = WholeField("How many people is it known from? (optional)", NOT_A_COUNT, most=MOST_PEOPLE)


class QuantityForm(FigureForm):
    value = CHANGED


class ShareForm(FigureForm):
    value = TAKEN_OFF


@evaluator.get(FIGURE)
@may("see value map")
def value_figure(evaluation: Evaluation, value_map_id: int, row_id: int, figure: str):
    value_map, row, name = _found(evaluation, value_map_id, row_id, figure)
    return _page(evaluation, value_map, row, name, _form(row, name))


@evaluator.post(FIGURE)
@may("edit value map")
def type_value_figure(evaluation: Evaluation, value_map_id: int, row_id: int, figure: str):
    value_map, row, name = _found(evaluation, value_map_id, row_id, figure)
    form = _form(row, name)
    if form.validate_on_submit():
        value_parts.type_figure(row, name, form.value.data, form.source.data, form.n.data)
        return _seen("The figure is used from now on.", value_map, row, figure)
    return _page(evaluation, value_map, row, name, form)


@evaluator.post(f"{FIGURE}/use-answers")
@may("edit value map")
def use_answers(evaluation: Evaluation, value_map_id: int, row_id: int, figure: str):
    value_map, row, name = _found(evaluation, value_map_id, row_id, figure)
    form = form_base.Form()
    if not form.validate_on_submit():
        return _page(evaluation, value_map, row, name, _form(row, name), form)
    value_parts.clear_figure(row, name)
    return _seen("What was typed is gone, and answers are used again.", value_map, row, figure)


def _found(
    evaluation: Evaluation, value_map_id: int, row_id: int, figure: str
) -> tuple[ValueMap, ValueRow, str]:
    value_map = found(evaluation, value_map_id)
    row = found_part(value_map, ValueRow, row_id)
    known = {name.replace("_", "-"): name for name in FIGURES}
    return value_map, row, known.get(figure) or abort(404)


def _form(row: ValueRow, name: str) -> FigureForm:
    kind = QuantityForm if name == QUANTITY else ShareForm
    return kind(obj=row.figure(name))


def _seen(sentence: str, value_map: ValueMap, row: ValueRow, figure: str):
    return seen(sentence, value_map, "value_figure", row_id=row.id, figure=figure)


def _page(
    evaluation: Evaluation,
    value_map: ValueMap,
    row: ValueRow,
    name: str,
    form: FigureForm,
    sent: form_base.Form | None = None,
):
    cell = cells(row, evidence_for(evaluation, value_map))[name]
    return page(
        "value_figure",
        value_map,
        sent or form,
        "value_rows" if name == QUANTITY else "value_filters",
        details=form,
        row=row,
        figure=name,
        cell=cell,
        shown=figure_words(name, cell.value),
        is_typed=row.figure(name) is not None,
        source=_source(value_map, row, name, cell),
    )


def _source(value_map: ValueMap, row: ValueRow, name: str, cell: Cell) -> str:
    """The address of the page of impact that this figure can be traced on."""
    if not cell.is_traced:
        return ""
    narrowed = {"area": value_map.area_id, "level": value_map.level, "before": value_map.before_kind}
    return url_for(
        "evaluator.impact_source",
        evaluation_id=value_map.evaluation_id,
        outcome=row.outcome.replace("_", "-"),
        step=STEPS[name].replace("_", "-"),
        wave=value_map.wave.number,
        **{key: value for key, value in narrowed.items() if value},
    )
