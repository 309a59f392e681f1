"""A wish to hear about get-togethers: a page of its own, whose words are kept apart from everything else.

It needs no group that is still open: what somebody types while the group ends is kept.
"""

from flask import Response, request
from flask_babel import gettext as _

from survey.access.limits import CROWD, limiter
from survey.engagement import get_togethers, once
from survey.questionnaires import answers
from survey.questionnaires.answers import NotUnderstood
from survey.questionnaires.model import WORDS, Question
from survey.questionnaires.states import SKIPPED
from survey.records.session import Participant
from survey.web.respondent.group import of_group
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show

NAME, CONTACT = (
    Question("name", WORDS, "Name", "Name", longest=120),
    Question("contact", WORDS, "Contact", "Contact", longest=200),
)
# Where the form led, as it is remembered: no address of anybody's.
NOTED = "noted"


@respondent.get("/group/<token>/get-together")
@of_group
def group_get_together(participant: Participant, token: str) -> Response:
    return _page(participant, token, {}, {})


@respondent.post("/group/<token>/get-together")
@limiter.limit(CROWD)
@of_group
def group_wish(participant: Participant, token: str) -> Response:
    noted, key = f"/group/{token}/get-together/noted", once.tidy(request.form.get("key"))
    if once.led_to(key):
        return send_to(noted)
    typed = {each.id: request.form.get(each.id, "") for each in (NAME, CONTACT)}
    said, wrong = _read(typed)
    if wrong:
        return _page(participant, token, typed, wrong)
    get_togethers.ask(participant.session.evaluation, **said)
    once.settle(key, NOTED)
    return send_to(noted)


@respondent.get("/group/<token>/get-together/noted")
@of_group
def group_noted(participant: Participant, token: str) -> Response:
    return show("group_noted", evaluation=participant.session.evaluation, home=f"/group/{token}")


def _read(typed: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What was typed, on one line each, and what is wrong with it, in words."""
    missing = {
        NAME.id: _("Write what we may call you."),
        CONTACT.id: _("Write how we can reach you, such as a phone number."),
    }
    said, wrong = {}, {}
    for each in (NAME, CONTACT):
        try:
            answer = answers.understand(each, [typed[each.id]])
        except NotUnderstood as problem:
            wrong[each.id] = problem.told(_)
            continue
        said[each.id] = " ".join((answer.words or "").split())
        if answer.state == SKIPPED:
            wrong[each.id] = missing[each.id]
    return said, wrong


def _page(participant: Participant, token: str, typed: dict[str, str], wrong: dict[str, str]) -> Response:
    return show(
        "group_get_together",
        422 if wrong else 200,
        participant.session.evaluation,
        home=f"/group/{token}",
        typed=typed,
        wrong=wrong,
        key=once.new_key(),
        problems=list(wrong.items()),
    )
