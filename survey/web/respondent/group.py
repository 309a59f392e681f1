"""A phone's place in a group: statements to vote on, and the way to a story of one's own."""

from collections.abc import Callable
from functools import wraps

from flask import Response, request
from flask_babel import gettext as _

from survey.access.limits import CROWD, limiter
from survey.engagement import once, participants, session_stories, telling, votes
from survey.engagement.votes import Changed, NoVote, Over
from survey.records.session import Participant
from survey.records.story import ON_A_PHONE
from survey.web.respondent.group_closed import not_open, too_late
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show


def of_group(view: Callable[..., Response]) -> Callable[..., Response]:
    """Give a view the phone whose address this is, or say kindly why there is none."""

    @wraps(view)
    def met(token: str, **parts: object) -> Response:
        # A post that is too large is refused as such, also where nothing is read from it.
        request.get_data(parse_form_data=True)
        participant = participants.find(token)
        return view(participant, token, **parts) if participant else show("unknown_link", 404)

    return met


@respondent.get("/group/<token>")
@of_group
def group(participant: Participant, token: str) -> Response:
    return _page(participant, token)


@respondent.post("/group/<token>/vote/<int:statement_id>")
@of_group
def group_vote(participant: Participant, token: str, statement_id: int) -> Response:
    said, words = request.form.get("vote", ""), request.form.get("words", "")
    try:
        votes.vote(participant, statement_id, said, words)
    except NoVote:
        return _page(participant, token, _("Choose one of the three answers."))
    except Changed:
        return _page(participant, token, _("This sentence has changed. Read it again, then choose."))
    except Over:
        return too_late(participant.session)
    return send_to(f"/group/{token}#sentence-{statement_id}")


@respondent.post("/group/<token>/story")
@limiter.limit(CROWD)
@of_group
def group_story(participant: Participant, token: str) -> Response:
    session = participant.session
    participants.hold(session)
    if not session.is_open:
        return not_open(session)
    if not telling.is_open(session.evaluation):
        return _page(participant, token, _("No stories can be told at the moment. Ask your coordinator."))
    key = once.tidy(request.form.get("key"))
    return send_to(f"/a/{session_stories.begin(session, ON_A_PHONE, key).token}")


def _page(participant: Participant, token: str, problem: str = "") -> Response:
    session = participant.session
    if not session.is_open:
        return not_open(session)
    return show(
        "group",
        422 if problem else 200,
        session.evaluation,
        title=session.title,
        home=f"/group/{token}",
        statements=session.statements,
        said=votes.of_phone(participant),
        can_tell=telling.is_open(session.evaluation),
        key=once.new_key(),
        problems=[(None, problem)] if problem else [],
    )
