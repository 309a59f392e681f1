"""What an evaluator takes away: the summary on paper, and the pairs that it was counted from."""

import io

import pandas as pd
from flask import Response, make_response
from werkzeug.utils import secure_filename

from survey.access import trail
from survey.access.permissions import may
from survey.records import frames
from survey.records.evaluation import Evaluation
from survey.reports import briefing, findings
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.results import filters_of


@evaluator.get("/evaluations/<int:evaluation_id>/results/summary.pdf")
@may("download report")
def summary_pdf(evaluation: Evaluation) -> Response:
    found = findings.gather(evaluation, filters_of(evaluation))
    trail.note("downloaded summary", evaluation, detail=f"{found.filters}; {briefing.stamp(found)}")
    return _download(briefing.pdf(found), "application/pdf", evaluation, "summary-internal.pdf")


@evaluator.get("/evaluations/<int:evaluation_id>/results/pairs.csv")
@may("download pairs")
def pairs_csv(evaluation: Evaluation) -> Response:
    filters = filters_of(evaluation)
    trail.note("downloaded pairs", evaluation, detail=filters.words)
    frame = frames.pairs(evaluation, filters.group)
    return _download(_csv(frame), "text/csv; charset=utf-8", evaluation, "pairs-internal.csv")


def _csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV that a spreadsheet reads as text and numbers, never as formulas."""
    words = frame.select_dtypes(exclude="number").columns
    safe = frame.assign(**{column: frame[column].map(_no_formula) for column in words})
    made = io.StringIO()
    safe.to_csv(made, index=False)
    return made.getvalue().encode("utf-8-sig")


def _no_formula(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value


def _download(content: bytes, kind: str, evaluation: Evaluation, ending: str) -> Response:
    response = make_response(content)
    name = secure_filename(f"{evaluation.name}-{ending}".lower().replace(" ", "-"))
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
