"""The first page: what this is, who reads it and what becomes of it. Reading it changes nothing."""

from flask import Response, request

from survey.engagement import own_stories, responses
from survey.engagement.responses import CLOSED, READY, SENT
from survey.questionnaires import pace, routing
from survey.web.respondent import story_pages
from survey.web.respondent.memory import remembers
from survey.web.respondent.own_story import offer
from survey.web.respondent.page import closed
from survey.web.respondent.pages import respondent
from survey.web.respondent.receipt import receipt
from survey.web.respondent.showing import send_to, show, show_alike
from survey.web.respondent.visiting import Visit, apart, visit


@respondent.get("/a/<token>")
@apart
@visit
def introduction(visit: Visit) -> Response:
    return BY_STATE.get(visit.standing.state, _half_way)(visit)


@respondent.post("/a/<token>")
@visit
def start(visit: Visit) -> Response:
    # Nothing is read from the form, but a post that is too large is refused as such.
    request.get_data()
    if visit.standing.state in (SENT, CLOSED):
        return send_to(visit.home)
    if visit.is_story and not own_stories.can_begin(visit.resident.evaluation_id):
        return closed(visit, 409, half_way=False)
    response = responses.start(visit.resident, visit.standing.wave)
    first = routing.first_unanswered(responses.questionnaire(response), responses.answers(response))
    return send_to(visit.address(first))


def _ready(visit: Visit) -> Response:
    if visit.is_story:
        return story_pages.introduction(visit)
    asked = responses.questionnaire_for(visit.resident, visit.standing.wave)
    seconds = pace.seconds(asked)
    values = {
        "evaluation": visit.evaluation,
        "questions": pace.length(asked),
        "fewest": pace.fewest(asked),
        "minutes": 0 if seconds < 60 else round(seconds / 60),
    }
    if visit.is_partner:
        return show("partner_introduction", organisation=visit.resident.organisation, **values)
    return show_alike("introduction", visit.evaluation.made_up, **values)


def _half_way(visit: Visit) -> Response:
    if visit.is_story:
        return story_pages.carry_on(visit)
    return show(
        "carry_on",
        evaluation=visit.evaluation,
        left=visit.pages_left(),
        total=len(visit.pages),
        going_on=visit.address(visit.first_unanswered()),
        organisation=visit.resident.organisation,
        for_partner=visit.is_partner,
    )


def _sent(visit: Visit) -> Response:
    if visit.is_partner:
        return receipt(visit)
    if visit.is_story:
        return send_to(f"{visit.home}/uses")
    own = f"{visit.home}/thank-you" if remembers(visit.response) else None
    reference = visit.response.reference
    return show("sent", evaluation=visit.evaluation, reference=reference, own=own, story=offer(visit))


def _closed(visit: Visit) -> Response:
    return closed(visit, half_way=bool(visit.standing.begun))


BY_STATE = {READY: _ready, SENT: _sent, CLOSED: _closed}
