"""What the team takes away: the summary on paper, every table, and the pairs that they were counted from."""

from flask import Response

from survey.access import trail
from survey.access.permissions import may
from survey.records import frames
from survey.records.evaluation import Evaluation
from survey.reports import briefing, findings, workbook
from survey.reports.findings import Filters
from survey.reports.marking import INTERNAL
from survey.web.evaluator.attachment import CSV, PDF, XLSX, as_csv, attachment
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.results import filters_of


@evaluator.get("/evaluations/<int:evaluation_id>/results/summary.pdf")
@may("download report")
def summary_pdf(evaluation: Evaluation) -> Response:
    filters = filters_of(evaluation)
    found = findings.gather(evaluation, filters)
    trail.note("downloaded summary", evaluation, detail=f"{found.filters}; {briefing.stamp(found)}")
    return attachment(briefing.pdf(found), PDF, evaluation, _ending(filters, "summary-internal.pdf"))


@evaluator.get("/evaluations/<int:evaluation_id>/results/tables.xlsx")
@may("download report")
def results_xlsx(evaluation: Evaluation) -> Response:
    filters = filters_of(evaluation)
    found = findings.gather(evaluation, filters)
    trail.note("downloaded tables", evaluation, detail=f"{found.filters}; {briefing.stamp(found)}")
    return attachment(workbook.xlsx(found), XLSX, evaluation, _ending(filters, "tables-internal.xlsx"))


@evaluator.get("/evaluations/<int:evaluation_id>/results/pairs.csv")
@may("download pairs")
def pairs_csv(evaluation: Evaluation) -> Response:
    filters = filters_of(evaluation)
    trail.note("downloaded pairs", evaluation, detail=filters.words)
    frame = frames.pairs(evaluation, filters.group)
    # A missing score is an empty cell, its reason a column of its own.
    rows = frame.astype(object).where(frame.notna(), "").assign(marking=INTERNAL).to_numpy().tolist()
    return attachment(
        as_csv([[*frame.columns, "marking"], *rows]), CSV, evaluation, _ending(filters, "pairs-internal.csv")
    )


def _ending(filters: Filters, kind: str) -> str:
    """Two downloads under different filters are two files."""
    return "-".join([*filters.places, kind])
