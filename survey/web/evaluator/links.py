"""The links of residents as a table for a mail merge."""

from flask import Response

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import people
from survey.engagement import register
from survey.questionnaires.characteristics import LEVELS
from survey.records.evaluation import Evaluation
from survey.web.evaluator.attachment import CSV, as_csv, attachment
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
    return attachment(as_csv([HEADINGS, *rows]), CSV, evaluation, "links.csv")
