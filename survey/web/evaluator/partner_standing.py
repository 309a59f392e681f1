"""How far a partner has come, in words."""

from flask_babel import format_date

from survey.engagement import partners
from survey.engagement.stakeholders import has_sent
from survey.records.stakeholder import Stakeholder

NOT_ASKED, NO_LINK, LINK_MADE, STARTED = "No questions for this kind", "No link yet", "Link made", "Started"


def answered(line: Stakeholder) -> str:
    """Whether somebody has answered for this line of the register; of a kind without questions, that."""
    response = line.response
    if has_sent(line):
        return f"Answered on {format_date(response.submitted_at, 'd MMM yyyy')}"
    if response is not None:
        return STARTED
    if line.kind not in partners.KINDS:
        return NOT_ASKED
    return LINK_MADE if has_link(line) else NO_LINK


def has_link(line: Stakeholder) -> bool:
    return any(invitation.ended_at is None for invitation in line.invitations)
