"""A partner's receipt: its own answers, for whoever holds its link."""

from flask import Response
from flask_babel import format_date

from survey.web.respondent import found
from survey.web.respondent.showing import show
from survey.web.respondent.told import told
from survey.web.respondent.visiting import Visit


def receipt(visit: Visit) -> Response:
    """What was sent, and when. The link has to be a partner's who has sent answers."""
    sent = visit.standing.last_sent
    return show(
        "partner_receipt",
        evaluation=visit.evaluation,
        organisation=visit.resident.organisation,
        reference=sent.reference,
        day=format_date(sent.submitted_at, "d MMMM y"),
        rows=list(told(visit.pages, visit.answers)),
        found=found.address(visit),
    )
