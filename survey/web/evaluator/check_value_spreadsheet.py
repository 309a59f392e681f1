"""Taking a spreadsheet into a value map: what would change, and the change itself."""

import base64
from collections.abc import Sequence
from hashlib import sha256

from flask import abort
from wtforms import HiddenField

from survey.access.permissions import may
from survey.analysis.wording import number
from survey.engagement import value_import, value_maps, value_sheet
from survey.engagement.value_import_rows import Change
from survey.engagement.value_import_words import Source
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_problems import Unreadable
from survey.engagement.value_sheet_settings import ASSUMED
from survey.records.base import now
from survey.records.evaluation import Evaluation
from survey.records.value_map import ValueMap
from survey.reports.value_building import build
from survey.reports.value_cells import QUANTITY
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, once, repeated, show
from survey.web.evaluator.value_spreadsheet import SHEET, SHOWN, SpreadsheetForm, map_of, spreadsheet_page

LOOK_AGAIN = "Something has changed since you looked at this page. Look at it once more."
KEPT = "Settings that the file does not give stay as they are in this map: {}."


class TakeInForm(form_base.OnceForm):
    content = HiddenField()
    filename = HiddenField()
    seen = HiddenField()


@evaluator.post(SHEET)
@may("edit value map")
def check_value_spreadsheet(evaluation: Evaluation, value_map_id: int):
    record = map_of(evaluation, value_map_id)
    form = SpreadsheetForm()
    if not form.validate_on_submit():
        return spreadsheet_page(evaluation, record, form)
    return _checked(evaluation, record, form.file.data.filename, form.file.data.read())


@evaluator.post(f"{SHEET}/take-in")
@may("edit value map")
def take_in_value_spreadsheet(evaluation: Evaluation, value_map_id: int):
    form = TakeInForm()
    if again := repeated(form):
        return again
    # Held before anything of the map is read: nobody else changes it until this is over.
    value_maps.hold(evaluation)
    record = map_of(evaluation, value_map_id)
    try:
        content = base64.b64decode(form.content.data or "", validate=True)
    except ValueError:
        abort(400)
    if not form.validate_on_submit():
        return _checked(evaluation, record, form.filename.data or "", content, form)
    source, filename = _source(form.filename.data or ""), form.filename.data or ""
    try:
        read = value_sheet.opened(content)
        steps = value_import.plan(record, read, _now(evaluation, record), source)
    except Unreadable as refused:
        return spreadsheet_page(evaluation, record, problems=refused.problems, filename=filename)
    if form.seen.data != _stamp([step.change for step in steps]):
        return _checked(evaluation, record, filename, content, form, LOOK_AGAIN)
    value_import.take_in(record, steps)
    sentence = "The value map is as in the file now."
    ids = {"evaluation_id": evaluation.id, "value_map_id": record.id}
    return once(form, done(sentence, "value_spreadsheet", **ids))


def _checked(evaluation: Evaluation, record: ValueMap, filename: str, content: bytes, form=None, wrong=""):
    """What would change; nothing has yet."""
    try:
        read = value_sheet.opened(content)
        figures = _now(evaluation, record)
        changes = value_import.changes(record, read, figures, _source(filename))
        left = value_import.left(record, read, figures)
    except Unreadable as refused:
        return spreadsheet_page(evaluation, record, problems=refused.problems, filename=filename)
    form = form or TakeInForm(formdata=None)
    form.content.data = base64.b64encode(content).decode()
    form.filename.data, form.seen.data = filename, _stamp(changes)
    if wrong:
        form.form_errors.append(wrong)
        form.renew()
    return show(
        "check_value_spreadsheet",
        evaluation,
        form,
        value_map=record,
        changes=changes,
        left=left,
        assumed=_assumed(read),
        shown=SHOWN,
        number=number,
    )


def _assumed(read: Read) -> list[str]:
    of_settings = set(ASSUMED.values())
    said = [each for each in read.assumed if each not in of_settings]
    return [*said, KEPT.format(", ".join(sorted(read.silent)))] if read.silent else said


def _source(filename: str) -> Source:
    return Source(filename, now().date())


def _stamp(changes: Sequence[Change]) -> str:
    return sha256(
        repr([(each.where, each.what, each.now, each.then) for each in changes]).encode()
    ).hexdigest()


def _now(evaluation: Evaluation, record: ValueMap) -> dict[tuple[str, str], object]:
    """Every figure of the map as it stands now, from answers or typed, and how it is known."""
    rows = build(evaluation, record).rows
    figures = {(row.code, name): cell.value for row in rows for name, cell in row.cells.items()}
    for row in rows:
        people = row.cells[QUANTITY]
        figures |= {
            (row.code, "unit_value"): row.unit_value,
            (row.code, "proxy_source"): row.proxy_said,
            (row.code, "source"): people.said,
            (row.code, "n"): people.n,
        }
    return figures
