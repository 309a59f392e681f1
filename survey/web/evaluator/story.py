"""One story as the team reads it: without names and places, with what its teller and the team say of it."""

from flask import abort, redirect, request, url_for
from flask_login import current_user

from survey.access import stories as access
from survey.access.permissions import allowed, may
from survey.engagement import quotations, story_queue, story_tags, themes
from survey.engagement.stories import MayNotBeRead
from survey.records.base import now
from survey.records.evaluation import Evaluation
from survey.records.story import Story
from survey.records.story_texts import as_told, redacted
from survey.reports.why_not import why_not
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import done, show
from survey.web.evaluator.story_words import HOW_TOLD, OUTLETS, Asked, asked

ADDRESS = "/evaluations/<int:evaluation_id>/stories/<int:story_id>"


@evaluator.get(ADDRESS)
@may("see stories")
def story(evaluation: Evaluation, story_id: int):
    return story_page(evaluation, found(evaluation, story_id), form_base.Form())


@evaluator.post(f"{ADDRESS}/themes")
@may("edit stories")
def tag_story(evaluation: Evaluation, story_id: int):
    story, form = found(evaluation, story_id), form_base.Form()
    if not form.validate_on_submit():
        return story_page(evaluation, story, form)
    offered = {str(theme.id): theme.id for theme in themes.of(evaluation)}
    try:
        # One that was removed meanwhile is no longer there to be ticked.
        themes.tag(story, {offered[each] for each in request.form.getlist("theme") if each in offered})
    except MayNotBeRead as refusal:
        form.form_errors.append(str(refusal))
        return story_page(evaluation, story, form)
    return back("The themes are saved.", story, "themes")


def found(evaluation: Evaluation, story_id: int) -> Story:
    return story_queue.get(evaluation, story_id) or abort(404)


def closed(story: Story):
    """The way to the page that says why nobody may read a story; None where the team may."""
    if access.may_be_read(story).may:
        return None
    there = url_for("evaluator.story", evaluation_id=story.evaluation_id, story_id=story.id)
    return redirect(there, 303)


def back(sentence: str, story: Story, place: str):
    """Say what was done, on the page of the story."""
    return done(sentence, "story", evaluation_id=story.evaluation_id, story_id=story.id, _anchor=place)


def story_page(evaluation: Evaluation, story: Story, form: form_base.Form):
    decision = access.may_be_read(story)
    known = _known(evaluation, story, asked(evaluation)) if decision.may else {}
    return show("story", evaluation, form, story=story, refused=why_not(decision), **known)


def _known(evaluation: Evaluation, story: Story, questions: Asked) -> dict[str, object]:
    """What the team sees of a story that it may read; of words as they were told, not one."""
    confirmed, tags = redacted(story), story_tags.of(story)
    told = as_told(story)
    return {
        "places": ("themes", "quotations", *(["recordings"] if story.recordings else [])),
        "titles": questions.titles,
        "outcomes": questions.outcomes,
        "parts": [(prompt, confirmed.get(prompt)) for prompt in questions.titles if prompt in told],
        "is_ready": access.is_redacted(story),
        "recordings": sorted(story.recordings, key=lambda each: list(questions.titles).index(each.prompt)),
        "about": [questions.about(each) for each in story_tags.about(tags)],
        "triads": questions.triads(tags),
        "uses": questions.uses(story, now().date()),
        "how_told": HOW_TOLD[story.way],
        "codebook": themes.of(evaluation),
        "carried": {theme.id for theme in story.themes},
        "quoted": [(each, _outlets(each)) for each in quotations.of(story)],
        "teller_name": chosen_name(story),
        "reads_as_told": allowed(current_user, "read stories as told", evaluation),
    }


def chosen_name(story: Story) -> str:
    """The name under which the teller agrees to be quoted now."""
    if not quotations.may_be_placed(story, named=True).may:
        return ""
    return next((each.named_as for each in story.consents if each.named_as), "")


def _outlets(quotation) -> list[tuple[str, str]]:
    """Where a quotation may be told today, and where not, and why."""
    decided = [(name, quotations.decide(quotation, outlet)) for outlet, name in OUTLETS.items()]
    return [
        (name, "May be told" if decision.may else f"May not be told. {why_not(decision)}")
        for name, decision in decided
    ]
