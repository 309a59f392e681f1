"""The stories of an evaluation: what was told, what waits to be redacted, and what nobody may read."""

from math import ceil

from flask_login import current_user

from survey.access.permissions import allowed, may
from survey.analysis.wording import capitalised, number
from survey.engagement import story_queue, telling, themes
from survey.engagement.story_queue import EMPTY, GONE, READY, TO_REDACT, UNREAD, Listed
from survey.records.evaluation import Evaluation
from survey.reports.why_not import why_not
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.resident_filter import page_number
from survey.web.evaluator.showing import show
from survey.web.evaluator.standing import counted
from survey.web.evaluator.stories_filter import wanted
from survey.web.evaluator.story_words import HOW_TOLD, STATES, asked

ON_A_PAGE = 50
# What is said where one story alone was told.
ONLY = {
    TO_REDACT: "It waits to be redacted.",
    READY: "It is ready.",
    EMPTY: "It has no words.",
    GONE: "Nobody may read it.",
    UNREAD: "Nobody may read it.",
}


@evaluator.get("/evaluations/<int:evaluation_id>/stories")
@may("see stories")
def stories(evaluation: Evaluation):
    told, codebook, questions = story_queue.listed(evaluation), themes.of(evaluation), asked(evaluation)
    chosen = wanted(questions.outcomes, codebook)
    fitting = chosen.among(told)
    pages = ceil(len(fitting) / ON_A_PAGE)
    page = page_number(pages)
    first = (page - 1) * ON_A_PAGE
    return show(
        "stories",
        evaluation,
        so_far=so_far(told),
        chosen=chosen,
        listed=fitting[first : first + ON_A_PAGE],
        total=len(fitting),
        told=len(told),
        page=page,
        pages=pages,
        first=first + 1,
        codebook=codebook,
        about=questions.about,
        how_told=HOW_TOLD,
        states=STATES,
        readable={TO_REDACT, READY, EMPTY},
        may_redact=allowed(current_user, "read stories as told", evaluation),
        why_not=why_not,
        counted=counted,
        is_unsafe=telling.waits_for_lead(evaluation),
    )


def so_far(told: list[Listed]) -> list[tuple[str, bool]]:
    """How many were told, wait, may not be read; of each sentence, whether it leads to those that wait."""
    waiting = sum(story.state == TO_REDACT for story in told)
    unread = sum(story.state in (UNREAD, GONE) for story in told)
    if not told:
        return [("No story has been told yet.", False)]
    if len(told) == 1:
        return [("One story was told.", False), (ONLY[told[0].state], waiting == 1)]
    wait = f"{capitalised(number(waiting) if waiting else 'none')} {'waits' if waiting == 1 else 'wait'}"
    read = f"Nobody may read {number(unread)} of them" if unread else "The team may read all of them"
    return [
        (f"{capitalised(number(len(told)))} stories were told.", False),
        (f"{wait} to be redacted.", waiting > 0),
        (f"{read}.", False),
    ]
