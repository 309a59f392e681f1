"""A personal message to a partner, to be copied into an e-mail."""

from flask_babel import format_date

from survey.access.links import Link
from survey.questionnaires import pace
from survey.questionnaires.model import Questionnaire
from survey.records.stakeholder import Stakeholder
from survey.web.evaluator.asked import minutes
from survey.web.evaluator.standing import DAY


def message(partner: Stakeholder, link: Link, asked: Questionnaire, sender: str) -> str:
    """Plain text with the link: what is asked, of whom, and how long it takes."""
    evaluation, contact = partner.evaluation, partner.contact
    first, last = (format_date(day, DAY) for day in (evaluation.period_start, evaluation.period_end))
    where = f" in {partner.area.name}" if partner.area else ""
    paragraphs = (
        f"Hello {contact.name}," if contact and contact.name else "Hello,",
        f"{evaluation.council} is finding out what Local Area Coordination changed{where} "
        f"from {first} to {last}. {partner.organisation} sees a side of it that nobody else does.",
        "Please answer our questions: what did you see, what would have happened anyway, and who else "
        f"helped? It takes {minutes(pace.seconds(asked))} at most. You can leave out any question, stop, and "
        "come back with the same link.",
        f"Your personal link: {link.address}",
        "You can hand this link to a colleague who knows more: whoever holds it carries on where the last "
        "one stopped. What is published names no organisation.",
        f"Thank you\n{sender}\n{evaluation.council}",
    )
    return "\n\n".join(paragraphs)
