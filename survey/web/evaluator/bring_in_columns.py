"""Bringing in scores: what each column of the file holds."""

from flask import redirect, request, url_for
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovSelect
from wtforms import RadioField, SelectField

from survey.access.permissions import may
from survey.engagement import columns, importing
from survey.engagement.columns import Columns
from survey.engagement.particulars import NAMES
from survey.questionnaires.characteristics import LEVELS
from survey.records.change import BEFORE_KINDS
from survey.records.evaluation import Evaluation
from survey.web import form_base
from survey.web.evaluator.bring_in_scores import ADDRESS, upload_of
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.evaluator.standing import counted

ROWS_SHOWN = 3
Options = dict[str, dict[str, str]]


class ColumnsForm(form_base.Form):
    area = SelectField("Area for all rows", widget=GovSelect())
    level = SelectField("Level for all rows", widget=GovSelect())
    before_kind = RadioField(
        "How were the scores from before known?",
        choices=[(kind, words.capitalize()) for kind, words in BEFORE_KINDS.items()],
        widget=GovRadioInput(),
        validate_choice=False,
    )

    def __init__(self, evaluation: Evaluation, chosen: Columns):
        area = str(chosen.area_id or "")
        super().__init__(area=area, level=chosen.level or "", before_kind=chosen.before_kind)
        nowhere = ("", "A column says it")
        self.area.choices = [nowhere, *((str(area.id), area.name) for area in evaluation.areas)]
        self.level.choices = [nowhere, *LEVELS.items()]

    def chosen(self, held: tuple[str, ...]) -> Columns:
        return Columns(
            held,
            int(self.area.data) if self.area.data else None,
            self.level.data or None,
            self.before_kind.data or "",
        )


@evaluator.route(f"{ADDRESS}/<int:upload_id>/columns", methods=["GET", "POST"])
@may("bring in scores")
def bring_in_columns(evaluation: Evaluation, upload_id: int):
    kept = upload_of(evaluation, upload_id)
    headings, rows = importing.table(kept)
    chosen = columns.chosen(evaluation, kept, headings)
    form = ColumnsForm(evaluation, chosen)
    held, wrong, options = chosen.held, {}, _options(evaluation)
    if form.is_submitted():
        held = tuple(request.form.get(f"column-{place}", "") for place in range(len(headings)))
        if form.validate():
            wrong = _wrong(form, held, options)
        if not wrong and not form.errors:
            columns.keep(kept, form.chosen(held))
            at = {"evaluation_id": evaluation.id, "upload_id": upload_id}
            return redirect(url_for("evaluator.bring_in_check", **at), 303)
    page, status = show(
        "bring_in_columns",
        evaluation,
        form,
        upload=kept,
        columns=_columns(headings, held, rows, wrong),
        options=options,
        people=len(rows),
        counted=counted,
        scales=_scales(evaluation),
    )
    return page, 422 if wrong else status


def _options(evaluation: Evaluation) -> Options:
    """What a column may hold, in groups."""
    groups: Options = {"About the person": dict(NAMES)}
    for key, score in columns.scores(evaluation).items():
        groups.setdefault(score.wave.name, {})[key] = columns.label(evaluation, score)
    return groups


def _wrong(form: ColumnsForm, held: tuple[str, ...], options: Options) -> dict[int, str]:
    """What is wrong with the columns, by place; what is wrong with the rest goes to its field."""
    labels = {key: label for group in options.values() for key, label in group.items()}
    found: dict[int, str] = {}
    for where, sentence in columns.wrong_with(form.chosen(held), labels):
        if isinstance(where, int):
            found[where] = f"{found[where]} {sentence}" if where in found else sentence
        else:
            form[where].errors = [sentence]
    return found


def _columns(headings, held, rows, wrong) -> list[dict]:
    return [
        {
            "place": place,
            "heading": heading,
            "held": held[place],
            "error": wrong.get(place),
            "cells": [row.cells[place] for row in rows[:ROWS_SHOWN] if place < len(row.cells)],
        }
        for place, heading in enumerate(headings)
    ]


def _scales(evaluation: Evaluation) -> list:
    """The outcomes that scores may be brought in for, so that nobody brings them in upside down."""
    asked = {score.question.id: score.question for score in columns.scores(evaluation).values()}
    return [question for question in asked.values() if question.is_outcome]
