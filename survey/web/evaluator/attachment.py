"""Files that an evaluator takes away: named, never kept by the browser, safe in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from flask import Response, make_response
from werkzeug.utils import secure_filename

from survey.records.evaluation import Evaluation

CSV = "text/csv; charset=utf-8"
PDF = "application/pdf"
# What a spreadsheet works out: these signs, also in the width of Japanese letters, and behind blanks.
FORMULA = tuple("=+-@＝＋－＠\t\r\n")
BLANKS = " \u00a0\u200b\ufeff"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachment(content: bytes, kind: str, evaluation: Evaluation, ending: str) -> Response:
    """A download called after the evaluation."""
    response = make_response(content)
    name = secure_filename(f"{evaluation.name}-{ending}".lower().replace(" ", "-"))
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def as_csv(rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as CSV; the mark at its start tells spreadsheets that it is UTF-8."""
    made = io.StringIO()
    csv.writer(made).writerows([plain_cell(cell) for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def plain_cell(cell: object) -> object:
    """The cell so that a spreadsheet reads it as words, never as a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(BLANKS).startswith(FORMULA) else cell
