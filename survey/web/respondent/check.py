"""All answers back, in words, before they are sent; and the sending."""

from flask import Response, request

from survey.engagement import responses
from survey.engagement.responses import STARTED, Begun
from survey.records.response import Response as Answered
from survey.web.respondent import story_rows
from survey.web.respondent.memory import remember
from survey.web.respondent.page import cannot_answer
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show
from survey.web.respondent.told import told
from survey.web.respondent.visiting import Visit, apart, visit


@respondent.get("/a/<token>/check")
@apart
@visit
def check(visit: Visit) -> Response:
    if visit.standing.state != STARTED:
        return send_to(visit.home)
    missing = visit.first_unanswered()
    if missing:
        return send_to(visit.address(missing))
    rows = story_rows.rows(visit) if visit.is_story else told(visit.pages, visit.answers)
    return show(
        "story_check" if visit.is_story else "check",
        evaluation=visit.evaluation,
        back=visit.address(visit.pages[-1].id),
        rows=[(row, f"{visit.address(row.page_id)}?back=check") for row in rows],
        remarks=tuple(story_rows.remarks(visit)) if visit.is_story else (),
        for_partner=visit.is_partner,
        submission_key=visit.response.submission_key,
    )


@respondent.post("/a/<token>/check")
@visit
def send(visit: Visit) -> Response:
    response = visit.posted_to()
    genuine = response is not None and request.form.get("submission_key") == response.submission_key
    thanks = send_to(f"{visit.home}/thank-you")
    if genuine and response.submitted_at:
        return _remembered(visit, thanks, response)
    refusal = cannot_answer(visit)
    if refusal:
        return refusal
    if not genuine or visit.first_unanswered():
        return send_to(visit.address(visit.first_unanswered()))
    responses.submit(response)
    return _remembered(visit, thanks, responses.kept(response))


def _remembered(visit: Visit, thanks: Response, response: Begun | Answered) -> Response:
    """Only a resident's own change is shown to the browser that sent it; a story's page needs its link."""
    return thanks if visit.is_story else remember(thanks, response)
