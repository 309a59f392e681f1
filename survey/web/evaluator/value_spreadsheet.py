"""A value map as a spreadsheet: taken away with live formulas; and where a file is chosen to be taken in."""

from collections.abc import Sequence

from flask import Response, abort
from flask_wtf.file import FileField, FileRequired
from govuk_frontend_wtf.wtforms_widgets import GovFileInput

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import value_maps
from survey.engagement.value_sheet_problems import Problem
from survey.records.base import now
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.reports import value
from survey.reports.marking import MADE_UP, day
from survey.reports.value import ValueFound
from survey.reports.value_workbook import xlsx
from survey.web import form_base
from survey.web.evaluator.attachment import XLSX, attachment
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.evaluator.value_pages import ADDRESS

SHEET = f"{ADDRESS}/spreadsheet"
SHOWN = 200


class SpreadsheetForm(form_base.Form):
    file = FileField("The file", [FileRequired("Choose a file.")], widget=GovFileInput())


@evaluator.get(SHEET)
@may("edit value map")
def value_spreadsheet(evaluation: Evaluation, value_map_id: int):
    return spreadsheet_page(evaluation, map_of(evaluation, value_map_id))


@evaluator.get(f"{SHEET}/download")
@may("download report")
def value_spreadsheet_xlsx(evaluation: Evaluation, value_map_id: int) -> Response:
    record = map_of(evaluation, value_map_id)
    found = value.gather(evaluation, record)
    if found.results is None:
        abort(404)
    trail.note("downloaded a value map", evaluation, detail=value_maps.which(record))
    content = xlsx(found.built.value_map, found.results.worth, _about(evaluation, found))
    return attachment(content, XLSX, evaluation, f"{record.name}-value-map-internal.xlsx")


def map_of(evaluation: Evaluation, value_map_id: int) -> ValueMap:
    """The map, which there is only in an evaluation that is open."""
    return (evaluation.is_open and value_maps.get(evaluation, value_map_id)) or abort(404)


def spreadsheet_page(
    evaluation: Evaluation, record: ValueMap, form=None, problems: Sequence[Problem] = (), filename: str = ""
):
    """Where a map is taken away and a file chosen; with what is wrong with a file, where one was sent."""
    page, status = show(
        "value_spreadsheet",
        evaluation,
        form or SpreadsheetForm(formdata=None),
        value_map=record,
        found=value.gather(evaluation, record),
        problems=problems,
        filename=filename,
        shown=SHOWN,
    )
    return page, 422 if problems else status


def _about(evaluation: Evaluation, found: ValueFound) -> list[tuple[str, str]]:
    made_up = [("Made up", f"{MADE_UP}. No real person gave these answers.")] if evaluation.made_up else []
    return [
        ("Programme", evaluation.name),
        ("Value map", found.name),
        *made_up,
        ("Ratio when this was made", f"{found.headline}. The sheet Results follows what you change."),
        *found.settings,
        ("Made on", day(now())),
    ]
