"""A visit: the person whose link this is, where they stand, and the addresses of their pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, wraps

from flask import Response as Reply
from flask import request

from survey.engagement import invitations, own_stories, responses
from survey.engagement.invitations import Asker, Holder
from survey.engagement.responses import Begun, Standing
from survey.questionnaires import routing
from survey.questionnaires.answers import Answer
from survey.questionnaires.model import Page, Questionnaire
from survey.records import statements
from survey.records.engine import SAFE_METHODS
from survey.web.respondent.showing import send_to, show

# Addresses of our own beside the pages; a page of that name gets an ending that no other can have.
TAKEN = ("check", "forget", "thank-you", "found", "story", "uses", "take-back")
ENDING = "--page"


@dataclass(frozen=True)
class Visit:
    token: str
    resident: Holder
    standing: Standing

    @property
    def evaluation(self) -> Asker:
        return self.resident.evaluation

    @property
    def home(self) -> str:
        return f"/a/{self.token}"

    @property
    def is_partner(self) -> bool:
        return self.resident.is_partner

    @property
    def is_story(self) -> bool:
        return self.resident.is_story

    @property
    def response(self) -> Begun:
        return self.standing.response

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return responses.questionnaire(self.response)

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """What was kept when this visit began."""
        return responses.answers(self.response)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages to be shown now, in order."""
        return routing.visible_pages(self.questionnaire, self.answers)

    def address(self, page_id: str | None) -> str:
        """Where a page is; where the answers are checked, for None."""
        return f"{self.home}/{'check' if page_id is None else part_of(page_id)}"

    def spoken_at(self, page_id: str, checking: bool) -> str:
        """Where a part of a story can be spoken instead of typed."""
        return f"{self.home}/recording/{part_of(page_id)}{'?back=check' if checking else ''}"

    def first_unanswered(self) -> str | None:
        return routing.first_unanswered(self.questionnaire, self.answers)

    def pages_left(self) -> int:
        """How many pages are not passed yet."""
        return sum(any(each.id not in self.answers for each in page.questions) for page in self.pages)

    def posted_to(self) -> Begun | None:
        """The response that a form was part of: a page left open may be from an earlier time of asking."""
        key = request.form.get("submission_key")
        known = (response for response in self.standing.begun if response.submission_key == key)
        return next(known, self.response)


def part_of(page_id: str) -> str:
    """The last part of a page's address."""
    part = page_id.replace("_", "-")
    return part + ENDING if part in TAKEN else part


def named(part: str, pages: Iterable[Page]) -> Page | None:
    """The page whose address ends in this part."""
    return next((page for page in pages if part in (part_of(page.id), page.id)), None)


def apart(view: Callable[..., Reply]) -> Callable[..., Reply]:
    """Answer in a transaction of its own without the session; refusals undo it. For the pages opened most."""

    @wraps(view)
    def answered(**parts: str) -> Reply:
        with statements.transaction() as records:
            reply = view(**parts)
            if reply.status_code >= 400:
                records.rollback()
            return reply

    return answered


def _taken_back(story: Holder) -> Reply:
    kept = own_stories.asked_for(story.id).keeps_how
    return show("taken_back", evaluation=story.evaluation, keeps_how=kept)


def visit(view: Callable[..., Reply]) -> Callable[..., Reply]:
    """Give a view the visit that its address stands for, or say kindly why there is none."""

    @wraps(view)
    def visited(token: str, **parts: str) -> Reply:
        find = invitations.find if request.method in SAFE_METHODS else invitations.hold
        resident = find(token)
        if resident is None:
            return show("unknown_link", 404)
        if resident.ended_at is not None:
            return show("replaced_link", 410)
        if resident.taken_back_at is not None:
            # Nothing that is sent now is kept; pressing the last button again changes nothing.
            looks = request.method in SAFE_METHODS
            return _taken_back(resident) if looks else send_to(f"/a/{token}")
        return view(Visit(token, resident, responses.standing(resident)), **parts)

    return visited
