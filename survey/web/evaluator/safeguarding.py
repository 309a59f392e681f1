"""Stories with a worry in them, for the safeguarding lead: what is due, what was told, what came of it."""

from datetime import datetime

from flask import abort, g, request
from flask_babel import format_datetime, to_user_timezone
from flask_login import current_user
from wtforms import RadioField, StringField

from survey.access import trail
from survey.access.permissions import may
from survey.analysis.wording import capitalised, number
from survey.engagement import safeguarding as worries
from survey.engagement import stories, telling
from survey.engagement.safeguarding import AlreadySettled
from survey.records.base import now
from survey.records.evaluation import Evaluation
from survey.records.safeguarding import COORDINATOR, PHRASES, SETTLED_AS, TELLER, StoryFlag
from survey.records.story_texts import as_told
from survey.web import form_base
from survey.web.evaluator.colleagues import called
from survey.web.evaluator.fields import one_of, passage
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.standing import counted

ADDRESS = "/evaluations/<int:evaluation_id>/safeguarding/<int:flag_id>"
LONGEST = 2000
HOUR, DAY = 3600, 86_400
RAISED_BY = {
    TELLER: "The teller asked for somebody to get in touch",
    COORDINATOR: "A colleague raised it",
    PHRASES: "The list of phrases found something",
}
SETTLED = dict(
    zip(
        SETTLED_AS,
        ("I was in touch with them", "I passed it on", "They could not be reached", "There was no need"),
        strict=True,
    )
)


class SettleForm(form_base.Form):
    settled_as: RadioField = one_of("What came of it?", "Choose what came of it.", list(SETTLED.items()))
    note: StringField = passage(
        "What was done, and why?", "Write what was done, and why: others may have to rely on it.", LONGEST
    )


@evaluator.get("/evaluations/<int:evaluation_id>/safeguarding")
@may("safeguard")
def safeguarding(evaluation: Evaluation):
    waiting = worries.open_flags(evaluation)
    return show(
        "safeguarding",
        evaluation,
        sentence=sentence(waiting, now()),
        waiting=waiting,
        settled=worries.settled_flags(evaluation),
        **_words(),
    )


@evaluator.route(ADDRESS, methods=["GET", "POST"])
@may("safeguard")
def flagged_story(evaluation: Evaluation, flag_id: int):
    flag = found(evaluation, flag_id)
    form = SettleForm()
    if form.validate_on_submit():
        try:
            worries.settle(flag, form.settled_as.data, form.note.data)
        except AlreadySettled as refusal:
            form.form_errors.append(str(refusal))
        else:
            return done("The worry is settled.", "safeguarding", evaluation_id=evaluation.id)
    return show("flagged_story", evaluation, form, **_about(evaluation, flag), **_words())


def found(evaluation: Evaluation, flag_id: int) -> StoryFlag:
    return worries.get(evaluation, flag_id) or abort(404)


def sentence(waiting: list[StoryFlag], at: datetime) -> str:
    """How many are open, and how many of them are overdue."""
    if not waiting:
        return "No worry is open."
    late = sum(flag.due_at < at for flag in waiting)
    if len(waiting) == 1:
        return f"One worry is open, and it is {'overdue' if late else 'not overdue'}."
    overdue = number(late) if late else "none"
    return f"{capitalised(number(len(waiting)))} worries are open, {overdue} of them overdue."


def clock(due_at: datetime, at: datetime) -> str:
    """When a worry is due, or how late it is: "due today at 14:10", "3 hours late"."""
    seconds = (at - due_at).total_seconds()
    if seconds > 0:
        size, thing = next(
            (each for each in ((DAY, "day"), (HOUR, "hour"), (60, "minute")) if seconds >= each[0]),
            (1, "second"),
        )
        return f"{counted(int(seconds // size), thing)} late"
    days = (to_user_timezone(due_at).date() - to_user_timezone(at).date()).days
    day = {0: "today", 1: "tomorrow"}.get(days) or f"on {format_datetime(due_at, 'd MMMM')}"
    return f"due {day} at {format_datetime(due_at, 'HH:mm')}"


def _about(evaluation: Evaluation, flag: StoryFlag) -> dict[str, object]:
    """What the lead sees; the story itself only while the worry is open."""
    story, is_open = flag.story, flag.settled_at is None
    titles = {page.id: page.title for page in telling.asked(evaluation).pages}
    # A form that comes back with a problem leaves no line in the trail, so it does not repeat the words.
    is_read = is_open and request.method == "GET"
    if is_read:
        g.plays_sound = bool(story.recordings)
        trail.note("read a story with a worry", evaluation, stories.which(story))
    return {
        "flag": flag,
        "is_open": is_open,
        "is_read": is_read,
        "told": [(titles[prompt], words) for prompt, words in as_told(story).items()] if is_read else [],
        "spoken": [(titles[each.prompt], each) for each in story.recordings] if is_read else [],
        "contact": story.contact.details if is_read and story.contact else "",
        "leads_to_somebody": worries.leads_to_somebody(story),
        "looks": worries.look_ups(story),
        "teller": worries.teller_for(flag, current_user.id),
    }


def _words() -> dict[str, object]:
    """How a worry is spoken of."""
    at = now()
    return {
        "raised_by": RAISED_BY,
        "settled_as": SETTLED,
        "called": called,
        "clock": lambda flag: clock(flag.due_at, at),
        "is_late": lambda flag: flag.due_at < at,
    }
