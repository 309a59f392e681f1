"""What a teller spoke: listened to, and typed up, by colleagues with that duty."""

from flask import Response, abort, g, make_response, request
from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import HiddenField, StringField

from survey.access import stories as access
from survey.access import trail
from survey.access.permissions import may
from survey.engagement import recordings, transcripts
from survey.engagement.recordings import MEDIA_TYPES, Lost
from survey.engagement.stories import which
from survey.engagement.transcripts import LONGEST, ChangedMeanwhile
from survey.records.evaluation import Evaluation
from survey.records.story import Recording, Story
from survey.web import form_base
from survey.web.evaluator.fields import tidy_lines, words_if_any
from survey.web.evaluator.pages import evaluator
from survey.web.evaluator.showing import show
from survey.web.evaluator.story import ADDRESS, back, closed, found
from survey.web.evaluator.story_words import asked

HERE = f"{ADDRESS}/recordings/<int:recording_id>"
# A browser is told what to play; it never guesses.
PLAYED = frozenset(MEDIA_TYPES.values())
SAVED = "What was said is saved. Names and places have to be taken out of this part again."


class TranscriptForm(form_base.Form):
    words: StringField = words_if_any("What is said", LONGEST, filters=[tidy_lines], widget=GovTextArea())
    # Which text the typist has before them.
    shown = HiddenField()


@evaluator.get(HERE)
@may("read stories as told")
def recording(evaluation: Evaluation, story_id: int, recording_id: int):
    story = found(evaluation, story_id)
    spoken = _spoken(story, recording_id)
    if not access.may_be_read(story).may or spoken.media_type not in PLAYED:
        abort(404)
    try:
        sound = recordings.open(spoken)
    except Lost:
        abort(404)
    trail.note("listened to a recording", evaluation, which(story))
    return played(sound, spoken.media_type)


@evaluator.route(f"{HERE}/transcript", methods=["GET", "POST"])
@may("read stories as told")
def transcript(evaluation: Evaluation, story_id: int, recording_id: int):
    story = found(evaluation, story_id)
    spoken = _spoken(story, recording_id)
    if away := closed(story):
        return away
    form, theirs = TranscriptForm(data=_kept(spoken)), ""
    if form.validate_on_submit():
        try:
            is_new = transcripts.type_up(spoken, form.words.data, form.shown.data)
        except ChangedMeanwhile as refusal:
            form.words.errors, theirs = [str(refusal)], spoken.transcript
        else:
            return back(SAVED if is_new else "Nothing was changed.", story, "recordings")
    return _page(evaluation, story, spoken, form, theirs)


def _spoken(story: Story, recording_id: int) -> Recording:
    return transcripts.of(story, recording_id) or abort(404)


def _kept(spoken: Recording) -> dict[str, str]:
    return {"words": spoken.transcript, "shown": transcripts.stamp(spoken)}


def _page(evaluation: Evaluation, story: Story, spoken: Recording, form: TranscriptForm, theirs: str):
    g.plays_sound = True
    if theirs:
        form.shown.data = transcripts.stamp(spoken)
    page, status = show(
        "transcript",
        evaluation,
        form,
        story=story,
        spoken=spoken,
        title=asked(evaluation).titles[spoken.prompt],
        longest=LONGEST,
        theirs=theirs,
    )
    if theirs or (request.method == "GET" and spoken.transcript):
        # Their words are on the page: a refusal would lose the line of the trail that says so.
        trail.note("read a story as told", evaluation, which(story))
        status = 200
    return page, status


def played(sound: bytes, media_type: str) -> Response:
    """The sound itself, for the player of a page."""
    response = make_response(sound)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = "inline"
    response.headers["Cache-Control"] = "no-store"
    # Some browsers play nothing that they cannot ask for in parts.
    return response.make_conditional(request.environ, accept_ranges=True, complete_length=len(sound))
