"""The links of partners as a table for a mail merge."""

from collections.abc import Iterator

from flask import Response

from survey.access import trail
from survey.access.permissions import may
from survey.engagement import invitations, partners
from survey.engagement import stakeholders as registered
from survey.records.evaluation import Evaluation
from survey.web.evaluator.attachment import CSV, as_csv, attachment
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.partner_standing import answered
from survey.web.evaluator.standing import counted

HEADINGS = (
    *("Organisation", "Kind", "Area", "Contact", "How to reach them"),
    *("Answers", "Link", "Spoken code"),
)


@evaluator.get("/evaluations/<int:evaluation_id>/stakeholders/links.csv")
@may("see links")
def partner_links_csv(evaluation: Evaluation) -> Response:
    rows = list(_rows(evaluation))
    trail.note("downloaded partners’ links", evaluation, detail=counted(len(rows), "partner"))
    return attachment(as_csv([HEADINGS, *rows]), CSV, evaluation, "partners-links.csv")


def _rows(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """Those who have a link that works: what was answered so far says whom to remind."""
    for line in registered.of(evaluation):
        link = invitations.current_link(line) if line.kind in partners.KINDS else None
        if link:
            said = registered.described(line)
            yield (
                line.organisation,
                registered.KINDS[line.kind],
                line.area.name if line.area else "All areas",
                said.contact_name,
                said.contact_details,
                answered(line),
                link.address,
                link.spoken_code,
            )
