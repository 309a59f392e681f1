"""Taking names and places out of a story: suggestions, the result, and a person who confirms it."""

from collections.abc import Iterable, Iterator

from flask import request

from survey.access import stories as access
from survey.access import trail
from survey.access.permissions import may
from survey.analysis.redaction import BRACKETS
from survey.analysis.wording import capitalised
from survey.engagement import quotations, redactions
from survey.engagement.redactions import ChangedMeanwhile, Row
from survey.engagement.stories import MayNotBeRead, which
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.story import Story
from survey.records.story_texts import as_told
from survey.web import form_base
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.redact_form import LONGEST, Choices, choices
from survey.web.evaluator.showing import show
from survey.web.evaluator.standing import counted
from survey.web.evaluator.story import ADDRESS, back, closed, found
from survey.web.evaluator.story_words import asked

# Pieces of a text, each with whether it is marked.
Pieces = list[tuple[str, bool]]


@evaluator.get(f"{ADDRESS}/redact")
@may("read stories as told")
def redact(evaluation: Evaluation, story_id: int):
    story = found(evaluation, story_id)
    if away := closed(story):
        return away
    trail.note("read a story as told", evaluation, which(story))
    return _page(story, form_base.Form(), choices(redactions.rows(story)))


@evaluator.post(f"{ADDRESS}/redact")
@may("read stories as told")
def redact_story(evaluation: Evaluation, story_id: int):
    """Show the result, go back to change it, or confirm what was shown."""
    story, form = found(evaluation, story_id), form_base.Form()
    if away := closed(story):
        return away
    made = choices(redactions.rows(story))
    if not form.validate_on_submit():
        trail.note("read a story as told", evaluation, which(story))
        # Kept at once: their words come back on the page, and what a refused request did is undone.
        db.session.commit()
        return _page(story, form, made)
    if request.form.get("shown") != redactions.stamp(story):
        return _anew(story, form, made)
    if "more" in request.form or "change" in request.form:
        return _page(story, form, made)
    if not made.look(story):
        form.form_errors += [problem for _, problem in made.problems]
        return _page(story, form, made)
    return _pressed(story, form, made)


def _pressed(story: Story, form: form_base.Form, made: Choices):
    cut = redactions.spans(story, made.chosen)
    result = redactions.stamp_of_result(story, cut)
    if "confirm" not in request.form or request.form.get("result") != result:
        return _result(story, form, made, cut, result)
    try:
        redactions.confirm(story, cut, request.form["shown"])
    except ChangedMeanwhile:
        return _anew(story, form, choices(redactions.rows(story)))
    except MayNotBeRead:
        return closed(story)
    return back(f"The story is confirmed.{_quotations(story)}", story, "main")


def _anew(story: Story, form: form_base.Form, made: Choices):
    """The words have changed since the page was shown: what is there now, with what was chosen and typed."""
    trail.note("read a story as told", story.evaluation, which(story))
    return _page(story, form, made, has_changed=True)


def _page(story: Story, form: form_base.Form, made: Choices, *, has_changed: bool = False):
    rows, told = redactions.rows(story), as_told(story)
    titles = asked(story.evaluation).titles
    return show(
        "redact",
        story.evaluation,
        form,
        story=story,
        stamp=redactions.stamp(story),
        parts=[
            (titles[prompt], _pieces(words, _suggested(prompt, words, rows)))
            for prompt, words in told.items()
        ],
        untyped=[(titles[each.prompt], each) for each in story.recordings if not each.transcript],
        rows=rows,
        is_cut_short=len(rows) == redactions.MOST_ROWS,
        made=made,
        brackets=BRACKETS,
        longest=LONGEST,
        has_changed=has_changed,
        counted=counted,
    )


def _result(story: Story, form: form_base.Form, made: Choices, cut: dict, result: str):
    titles, told = asked(story.evaluation).titles, as_told(story)
    return show(
        "redact_result",
        story.evaluation,
        form,
        story=story,
        stamp=redactions.stamp(story),
        result=result,
        parts=[
            (titles[prompt], _pieces(words, [(*span, f"[{bracket}]") for *span, bracket in cut[prompt]]))
            for prompt, words in told.items()
        ],
        taken=sum(map(len, cut.values())),
        made=made,
        counted=counted,
    )


def _suggested(prompt: str, words: str, rows: list[Row]) -> Iterator[redactions.Span]:
    """Where a part holds something that is suggested, and the words that stand there."""
    places = (each for row in rows for each in row.places if each.prompt == prompt)
    return ((each.start, each.end, words[each.start : each.end]) for each in places)


def _pieces(words: str, spans: Iterable[redactions.Span]) -> Pieces:
    """A part with what it says at each span marked, and the rest of it as it stands."""
    pieces, end = [], 0
    for start, until, said in sorted(spans):
        pieces += [(words[end:start], False), (said, True)]
        end = until
    return [*pieces, (words[end:], False)]


def _quotations(story: Story) -> str:
    """How many that were placed no longer stand in the story as it reads now."""
    gone = sum(not access.stands(each) for each in quotations.of(story))
    stand = "stands in it: look at it" if gone == 1 else "stand in it: look at them"
    return f" {capitalised(counted(gone, 'quotation'))} no longer {stand} below." if gone else ""
