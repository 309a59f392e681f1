"""The links of residents as a table for a mail merge."""

import csv
import io

from flask import Response, make_response
from werkzeug.utils import secure_filename

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import people
from survey.engagement import register
from survey.questionnaires.characteristics import LEVELS
from survey.records.evaluation import Evaluation
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.resident_filter import picked

HEADINGS = ("Code", "Area", "Level", "Link", "Spoken code")


@evaluator.get("/evaluations/<int:evaluation_id>/residents/links.csv")
@may("see links")
def links_csv(evaluation: Evaluation) -> Response:
    listed = register.people_with_links(evaluation, picked(evaluation).filter)
    rows = [
        (person.code, person.area.name, LEVELS[person.level], link.address, link.spoken_code)
        for person, link in listed
        if link
    ]
    trail.note("downloaded links", evaluation, detail=people(len(rows)))
    made = io.StringIO()
    csv.writer(made).writerows([HEADINGS, *([plain_cell(cell) for cell in row] for row in rows)])
    name = secure_filename(f"{evaluation.name}-links.csv".lower().replace(" ", "-"))
    # The mark at the start tells spreadsheets that it is UTF-8.
    response = make_response(made.getvalue().encode("utf-8-sig"))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def plain_cell(cell: str) -> str:
    """The cell so that a spreadsheet reads it as words, never as a formula."""
    return f"'{cell}" if cell[:1] in tuple("=+-@\t\r") else cell
