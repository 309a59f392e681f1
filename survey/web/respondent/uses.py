"""What a story may be used for: looked at by its teller, and taken back, one use or the whole story."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Response, abort, request
from flask_babel import format_date, gettext
from flask_babel import gettext as _

from survey.engagement import consents, own_stories
from survey.engagement.responses import SENT
from survey.questionnaires.story_ids import PURPOSES, use_of
from survey.records.base import db, now
from survey.records.story import Story, StoryConsent
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show
from survey.web.respondent.visiting import Visit, part_of, visit


@dataclass(frozen=True)
class Use:
    """One use in words. `stop` is where it can be taken back; empty where there is nothing to take back."""

    asked: str
    said: str
    stop: str = ""


@respondent.get("/a/<token>/uses")
@visit
def uses(visit: Visit) -> Response:
    if not _is_sent(visit):
        return send_to(visit.home)
    return show(
        "uses",
        evaluation=visit.evaluation,
        uses=tuple(_uses(visit)),
        home=visit.home,
        link=own_stories.link(visit.token),
        reference=visit.response.reference,
        asked_for=own_stories.asked_for(visit.resident.id),
    )


@respondent.post("/a/<token>/uses")
@visit
def withdraw(visit: Visit) -> Response:
    if not _is_sent(visit):
        return send_to(visit.home)
    purpose = request.form.get("purpose")
    if purpose not in PURPOSES:
        abort(400)
    consents.withdraw(_story(visit), purpose)
    return send_to(f"{visit.home}/uses")


@respondent.get("/a/<token>/take-back/<use>")
@visit
def take_back_use(visit: Visit, use: str) -> Response:
    """A yes cannot be given again here, so it is asked first."""
    if not _is_sent(visit):
        return send_to(visit.home)
    purpose = next((each for each in PURPOSES if part_of(each) == use), None)
    if purpose is None:
        return show("no_page", 404, visit.evaluation, home=visit.home)
    offered = _use(visit, purpose, _given(visit).get(purpose))
    back = f"{visit.home}/uses"
    if not offered.stop:
        return send_to(back)
    return show("take_back_use", evaluation=visit.evaluation, asked=offered.asked, purpose=purpose, back=back)


@respondent.get("/a/<token>/take-back")
@visit
def take_back(visit: Visit) -> Response:
    if not visit.is_story or not visit.standing.begun:
        return send_to(visit.home)
    return show("take_back", evaluation=visit.evaluation, home=visit.home, is_sent=_is_sent(visit))


@respondent.post("/a/<token>/take-back")
@visit
def take_back_now(visit: Visit) -> Response:
    # Nothing is read from the form, but a post that is too large is refused as such.
    request.get_data()
    if visit.is_story:
        consents.take_back(_story(visit))
    return send_to(visit.home)


def _is_sent(visit: Visit) -> bool:
    return visit.is_story and visit.standing.state == SENT


def _story(visit: Visit) -> Story:
    return db.session.get(Story, visit.resident.id)


def _given(visit: Visit) -> dict[str, StoryConsent]:
    """What was agreed to, by use, also where it was taken back or has ended."""
    return {consent.purpose: consent for consent in _story(visit).consents}


def _uses(visit: Visit) -> Iterator[Use]:
    given = _given(visit)
    for purpose in PURPOSES:
        yield _use(visit, purpose, given.get(purpose))


def _use(visit: Visit, purpose: str, consent: StoryConsent | None) -> Use:
    asked = gettext(visit.questionnaire.question(use_of(purpose)).text)
    if consent is None:
        return Use(asked, _("No."))
    if consent.withdrawn_at is not None:
        return Use(asked, _("No. You took this back on %(day)s.", day=_day(consent.withdrawn_at)))
    if consent.until < now().date():
        return Use(asked, _("No longer. This ended on %(day)s.", day=_day(consent.until)))
    return Use(asked, _until(consent), f"{visit.home}/take-back/{part_of(purpose)}")


def _until(consent: StoryConsent) -> str:
    day = _day(consent.until)
    if consent.named_as:
        return _("Yes, until %(day)s. The name: %(name)s.", day=day, name=consent.named_as)
    return _("Yes, until %(day)s.", day=day)


def _day(day) -> str:
    return format_date(day, "d MMMM y")
