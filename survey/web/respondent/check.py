"""All answers back, in words, before they are sent; and the sending."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Response, request
from flask_babel import gettext
from flask_babel import gettext as _

from survey.engagement import responses
from survey.engagement.responses import STARTED
from survey.questionnaires.answers import shown
from survey.questionnaires.model import Question
from survey.web.respondent.memory import remember
from survey.web.respondent.page import cannot_answer
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show
from survey.web.respondent.visiting import Visit, apart, visit


@dataclass(frozen=True)
class Row:
    """What was answered on one page: pairs of what was asked and the answer, in words."""

    heading: str
    answers: list[tuple[str, str]]
    change: str


@respondent.get("/a/<token>/check")
@apart
@visit
def check(visit: Visit) -> Response:
    if visit.standing.state != STARTED:
        return send_to(visit.home)
    missing = visit.first_unanswered()
    if missing:
        return send_to(visit.address(missing))
    return show(
        "check",
        evaluation=visit.evaluation,
        back=visit.address(visit.pages[-1].id),
        rows=_rows(visit),
        submission_key=visit.response.submission_key,
    )


@respondent.post("/a/<token>/check")
@visit
def send(visit: Visit) -> Response:
    response = visit.posted_to()
    genuine = response is not None and request.form.get("submission_key") == response.submission_key
    thanks = send_to(f"{visit.home}/thank-you")
    if genuine and response.submitted_at:
        return remember(thanks, response)
    refusal = cannot_answer(visit)
    if refusal:
        return refusal
    if not genuine or visit.first_unanswered():
        return send_to(visit.address(visit.first_unanswered()))
    responses.submit(response)
    return remember(thanks, responses.kept(response))


def _rows(visit: Visit) -> Iterator[Row]:
    answers = visit.answers
    for page in visit.pages:
        questions = page.questions
        heading = page.title if len(questions) > 1 else questions[0].text
        told = [(_label(each, questions), shown(each, answers[each.id], gettext)) for each in questions]
        yield Row(gettext(heading), told, f"{visit.address(page.id)}?back=check")


def _label(question: Question, beside: Sequence[Question]) -> str:
    """What tells an answer from the others of its page; nothing where it is alone."""
    if len(beside) == 1:
        return ""
    if question.recalls:
        return _("Before")
    return _("Now") if any(other.recalls == question.id for other in beside) else gettext(question.text)
