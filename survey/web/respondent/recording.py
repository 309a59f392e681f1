"""Instead of typing, somebody speaks: a file that the phone records or has, one to a part of the story."""

from dataclasses import dataclass

from flask import Response, abort, request
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from survey.access.limits import limiter
from survey.engagement import recordings, responses
from survey.engagement.recordings import EMPTY, LARGEST, MOVING_PICTURES, NOT_SOUND, TOO_LARGE, NotKept
from survey.engagement.responses import STARTED
from survey.questionnaires.model import Page
from survey.questionnaires.story_ids import PROMPTS
from survey.web.respondent.page import CHECK, cannot_answer
from survey.web.respondent.pages import respondent
from survey.web.respondent.showing import send_to, show
from survey.web.respondent.visiting import Visit, named, visit

# A group of thirty behind one address can speak every part; a robot cannot fill the disk in a night.
RECORDINGS = "60 per minute; 200 per hour"
# The rest of the form beside the sound.
ROOM = 64 * 1024
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Sent:
    """What a form brought. `sound` is None where there was too much of it to read."""

    sound: bytes | None
    removes: bool = False


@respondent.get("/a/<token>/recording/<prompt>")
@visit
def recording(visit: Visit, prompt: str) -> Response:
    asked = _asked(visit, prompt)
    if asked is None or visit.standing.state != STARTED:
        return send_to(visit.home)
    return _shown(visit, asked)


@respondent.post("/a/<token>/recording/<prompt>")
@limiter.limit(RECORDINGS)
def keep_recording(token: str, prompt: str) -> Response:
    # Read before the records are asked, so that nobody has to wait for a slow phone.
    return _kept(token=token, prompt=prompt, sent=_read())


@visit
def _kept(visit: Visit, prompt: str, sent: Sent) -> Response:
    asked = _asked(visit, prompt)
    if asked is None:
        return send_to(visit.home)
    if sent.sound is None:
        return _shown(visit, asked, 413, TOO_LARGE)
    [draft] = visit.standing.begun
    # The key stands last in the form: one that was cut on its way comes without it.
    if request.form.get("submission_key") != draft.submission_key:
        abort(400)
    if draft.submitted_at:
        return cannot_answer(visit)
    if sent.removes:
        recordings.remove(visit.resident.id, asked.id)
        return send_to(_after(visit, asked))
    try:
        recordings.keep(visit.resident.id, asked.id, sent.sound)
    except NotKept as error:
        return _shown(visit, asked, 422, error.why)
    return send_to(_after(visit, asked))


def megabytes(size: int) -> str:
    """How large a recording is, as a phone says it."""
    return _("%(size)s MB", size=max(0.1, round(size / MEGABYTE, 1)))


def _read() -> Sent:
    request.max_content_length = LARGEST + ROOM
    try:
        file = request.files.get("recording")
    except RequestEntityTooLarge:
        return Sent(None)
    if file is None:
        return Sent(b"", "remove" in request.form)
    with file.stream as stream:
        return Sent(stream.read(), "remove" in request.form)


def _asked(visit: Visit, prompt: str) -> Page | None:
    if not visit.is_story or not visit.standing.begun:
        return None
    # Also where no stories are asked for now: what somebody was about to send is kept.
    page = named(prompt, responses.questionnaire(visit.standing.begun[0]).pages)
    return page if page is not None and page.id in PROMPTS else None


def _shown(visit: Visit, asked: Page, status: int = 200, why: str = "") -> Response:
    size = recordings.sizes(visit.resident.id).get(asked.id)
    return show(
        "recording",
        status,
        visit.evaluation,
        page=asked,
        problems=[("recording", _problem(why))] if why else [],
        kept=megabytes(size) if size else "",
        back=_after(visit, asked),
        here=visit.spoken_at(asked.id, _checking()),
        largest=LARGEST // MEGABYTE,
        submission_key=visit.standing.begun[0].submission_key,
    )


def _problem(why: str) -> str:
    return {
        EMPTY: _("Choose a recording first. If you did, it had no sound in it."),
        TOO_LARGE: _(
            "That recording is too long. It can be up to %(most)s MB. Make a shorter one, or write instead.",
            most=LARGEST // MEGABYTE,
        ),
        NOT_SOUND: _("We cannot use that file: it is not a sound recording that we know. Try another one."),
        MOVING_PICTURES: _("That is a video. Please record the sound only."),
    }[why]


def _after(visit: Visit, asked: Page) -> str:
    return f"{visit.address(asked.id)}{'?back=check' if _checking() else ''}"


def _checking() -> bool:
    """Whether the reader came to change one answer."""
    return request.args.get("back") == CHECK
