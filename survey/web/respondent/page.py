"""One page of questions, and what was answered on it."""

from flask import Response, abort, request

from survey.engagement import recordings, responses
from survey.engagement.responses import CLOSED, READY, STARTED
from survey.questionnaires import routing
from survey.questionnaires.answers import SKIPPED, Answer
from survey.questionnaires.model import WORDS, Page
from survey.questionnaires.story_ids import PROMPTS
from survey.web.forms import PageForm, form_for, posted_form
from survey.web.respondent import own_story, story_pages
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show, show_alike
from survey.web.respondent.visiting import Visit, apart, named, visit

CHECK = "check"
# The button that keeps what was typed, and leads to the page before.
GO_BACK = "go_back"


@respondent.get("/a/<token>/<part>")
@apart
@visit
def page(visit: Visit, part: str) -> Response:
    if visit.standing.state != STARTED:
        return send_to(visit.home)
    asked = named(part, visit.pages)
    return _shown(visit, asked, form_for(asked, visit.answers)) if asked else _elsewhere(visit, part)


@respondent.post("/a/<token>/<part>")
@apart
@visit
def answer(visit: Visit, part: str) -> Response:
    refusal = cannot_answer(visit)
    if refusal:
        return _kept_though_closed(visit, part) or refusal
    asked = named(part, visit.pages)
    if asked is None:
        return _elsewhere(visit, part)
    form = posted_form(asked, request.form)
    if form.problems:
        return _shown(visit, asked, form, 422)
    # The key stands last in the form: one that was cut on its way comes without it.
    if request.form.get("submission_key") != visit.response.submission_key:
        abort(400)
    responses.save(visit.response, _worth_keeping(visit, form))
    return send_to(_after(visit, asked, form))


def cannot_answer(visit: Visit) -> Response | None:
    """Why answers that were posted cannot be kept, as a page; None where they can."""
    response = visit.posted_to()
    if response is None and visit.standing.state == READY:
        return send_to(visit.home)
    if response is not None and response.submitted_at:
        return show(
            "already_sent",
            409,
            visit.evaluation,
            reference=response.reference,
            for_partner=visit.is_partner,
            uses=f"{visit.home}/uses" if visit.is_story else "",
        )
    if visit.standing.state == STARTED and response is visit.response:
        return None
    return closed(visit, 409, half_way=response is not None or bool(visit.standing.begun))


def _kept_though_closed(visit: Visit, part: str) -> Response | None:
    """Keep the page that a partner or a teller was at when it closed: it may be opened again."""
    draft = visit.posted_to()
    asked_once = visit.is_partner or visit.is_story
    if not asked_once or visit.standing.state != CLOSED or draft is None:
        return None
    asked = named(part, responses.questionnaire(draft).pages)
    form = posted_form(asked, request.form) if asked else None
    if form is None or form.problems or request.form.get("submission_key") != draft.submission_key:
        return None
    responses.save(draft, form.answers)
    return send_to(visit.home)


def closed(visit: Visit, status: int = 200, *, half_way: bool) -> Response:
    """That there is nothing to answer now, and what became of answers that were begun."""
    if visit.is_story:
        return story_pages.closed(visit, status)
    said = {"half_way": half_way, "story": own_story.offer(visit)}
    return show("partner_closed" if visit.is_partner else "closed", status, visit.evaluation, **said)


def _shown(visit: Visit, asked: Page, form: PageForm, status: int = 200) -> Response:
    place = visit.pages.index(asked)
    key = visit.response.submission_key
    values = {
        "page": asked,
        "form": form,
        "here": visit.address(asked.id),
        "back": _back(visit, place),
        "number": place + 1,
        "total": len(visit.pages),
        "checking": _checking(),
        "submission_key": key,
        "for_partner": visit.is_partner,
        "for_story": visit.is_story,
        "spoken": visit.is_story and asked.id in recordings.sizes(visit.resident.id),
        "keeps_going_back": visit.is_story and any(each.kind == WORDS for each in asked.questions),
        "can_speak": visit.is_story and asked.id in PROMPTS,
    }
    if form.is_empty:
        return show_alike("page", visit.evaluation.made_up, (visit.token, key), **values)
    return show("page", status, visit.evaluation, problems=form.problems, **values)


def _elsewhere(visit: Visit, part: str) -> Response:
    """A page that is not to be shown now leads to the one that is; one that never was is not found."""
    if named(part, visit.questionnaire.pages) is None:
        return show("no_page", 404, visit.evaluation, home=visit.home)
    return send_to(visit.address(visit.first_unanswered()))


def _worth_keeping(visit: Visit, form: PageForm) -> list[Answer]:
    """What was answered; who only looked at a page and went back has not passed it."""
    if GO_BACK not in request.form:
        return form.answers
    return [each for each in form.answers if each.state != SKIPPED or each.question in visit.answers]


def _after(visit: Visit, asked: Page, form: PageForm) -> str:
    """Where the button that was pressed leads."""
    if visit.is_story and asked.id in PROMPTS and "speak" in request.form:
        return visit.spoken_at(asked.id, _checking())
    if GO_BACK in request.form:
        return _back(visit, visit.pages.index(asked))
    answers = visit.answers | {answer.question: answer for answer in form.answers}
    if _checking():
        # What was changed may bring new pages: these alone come before the check.
        return _on_the_way(visit, routing.first_unanswered(visit.questionnaire, answers))
    return visit.address(routing.next_page(visit.questionnaire, asked.id, answers))


def _back(visit: Visit, place: int) -> str:
    if _checking() and not visit.first_unanswered():
        return visit.address(None)
    return _on_the_way(visit, visit.pages[place - 1].id) if place else visit.home


def _on_the_way(visit: Visit, page_id: str | None) -> str:
    """The address of a page; of one that is looked at from the check, so that it leads there again."""
    return visit.address(page_id) + (f"?back={CHECK}" if _checking() and page_id else "")


def _checking() -> bool:
    """Whether the reader came to change one answer."""
    given = request.form if request.method == "POST" else request.args
    return given.get("back") == CHECK
