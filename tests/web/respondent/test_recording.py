"""A part of a story is spoken: kept whole or not at all, with plain words on what went wrong."""

import pytest

from survey.access.limits import limiter
from survey.engagement import recordings
from survey.engagement import telling as asking_for
from survey.records.base import db
from survey.records.story import Recording
from survey.web.respondent.recording import ROOM
from tests import making
from tests.reading import text
from tests.sounds import M4A, VIDEO, WAV
from tests.web.respondent import telling
from tests.web.respondent.telling import HAPPENED, speak


@pytest.fixture
def evaluation(app):
    return telling.asking()


@pytest.fixture
def at(client, evaluation):
    return telling.begun(client, evaluation)


def kept():
    db.session.rollback()
    db.session.expire_all()
    return {row.prompt: recordings.open(row) for row in db.session.query(Recording)}


def sealed():
    return len(list(recordings.folder().iterdir()))


def test_what_was_typed_is_kept_on_the_way_to_the_recording(client, at):
    reply = client.fill(f"{at}/story-happened", ("speak", "yes"), follow=False, story_happened="I went")
    assert reply.location == f"{at}/{HAPPENED}"
    assert client.page(f"{at}/story-happened").xpath("string(//textarea)").strip() == "I went"
    assert "What happened then?" in text(client.page(reply.location))


def test_a_recording_is_kept_and_said_on_the_page_and_on_the_check(client, at):
    assert speak(client, f"{at}/{HAPPENED}").location == f"{at}/story-happened"
    assert kept() == {"story_happened": WAV}
    assert "We have your recording for this part" in text(client.page(f"{at}/story-happened"))
    assert "We have your recording" not in text(client.page(f"{at}/story-before"))
    rows = telling.on_to_check(client, at, story_before="Written")
    assert "What happened then? A recording (0.1 MB) Change" in text(rows)


def test_another_takes_its_place_and_it_can_be_removed(client, at):
    speak(client, f"{at}/{HAPPENED}")
    speak(client, f"{at}/{HAPPENED}", M4A)
    assert kept() == {"story_happened": M4A}
    speak(client, f"{at}/{HAPPENED}", b"", "", remove="yes")
    assert kept() == {} and sealed() == 0


def test_who_came_from_the_check_goes_back_to_it_in_the_end(client, at):
    telling.on_to_check(client, at)
    page = f"{at}/story-happened?back=check"
    assert client.fill(page, ("speak", "yes"), follow=False).location == f"{at}/{HAPPENED}?back=check"
    assert speak(client, f"{at}/{HAPPENED}?back=check").location == page
    assert client.fill(page, follow=False).location == f"{at}/check"


@pytest.mark.parametrize(
    ("sound", "status", "said"),
    [
        (b"", 422, "Choose a recording first"),
        (b"<script>alert(1)</script>", 422, "not a sound recording"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), 422, "not a sound recording"),
        (VIDEO, 422, "That is a video"),
        (WAV + bytes(recordings.LARGEST + ROOM), 413, "too long"),
        (WAV + bytes(recordings.LARGEST), 422, "too long"),
    ],
    ids=["empty", "a page", "a picture", "a video", "far too large", "a little too large"],
)
def test_what_cannot_be_kept_is_said_plainly_and_what_was_kept_stays(client, at, sound, status, said):
    speak(client, f"{at}/{HAPPENED}", M4A)
    reply = speak(client, f"{at}/{HAPPENED}", sound, "voice.mp3")
    assert reply.status_code == status and said in text(reply)
    assert kept() == {"story_happened": M4A} and sealed() == 1


def test_a_recording_as_long_as_may_be_is_kept(client, at):
    longest = WAV + bytes(recordings.LARGEST - len(WAV))
    assert speak(client, f"{at}/{HAPPENED}", longest).status_code == 303
    assert kept() == {"story_happened": longest}


# Werkzeug lets go of half a file without closing it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("left", [0.5, 0.9, 0.999])
def test_a_connection_that_breaks_half_way_keeps_nothing(client, at, left):
    key = telling.key_of(client.page(f"{at}/{HAPPENED}"))
    whole = telling.form(submission_key=key)
    cut = client.post(f"{at}/{HAPPENED}", **whole | {"data": whole["data"][: int(len(whole["data"]) * left)]})
    assert cut.status_code == 400 and "Something was missing" in text(cut)
    assert kept() == {} and sealed() == 0
    assert client.post(f"{at}/{HAPPENED}", **whole).status_code == 303
    assert kept() == {"story_happened": WAV}, "the whole of it would have been kept"


def test_where_stories_closed_meanwhile_it_is_kept_and_said(client, at, evaluation):
    key = telling.key_of(client.page(f"{at}/{HAPPENED}"))
    asking_for.close_telling(evaluation)
    db.session.commit()
    reply = client.post(f"{at}/{HAPPENED}", **telling.form(submission_key=key), follow_redirects=True)
    assert "We are not asking for stories now" in text(reply)
    assert kept() == {"story_happened": WAV}


def test_nothing_is_added_to_a_story_that_was_sent(client, at, evaluation):
    key = telling.key_of(client.page(f"{at}/{HAPPENED}"))
    telling.on_to_check(client, at)
    client.fill(f"{at}/check")
    assert client.get(f"{at}/{HAPPENED}").location == at
    reply = client.post(f"{at}/{HAPPENED}", **telling.form(submission_key=key))
    assert reply.status_code == 409 and kept() == {} and sealed() == 0


@pytest.mark.parametrize("part", ["story-about", "use-learning", "nowhere", "triad-who"])
def test_only_the_prompts_are_spoken(client, at, part):
    assert client.get(f"{at}/recording/{part}").location == at
    assert client.post(f"{at}/recording/{part}").location == at
    assert not client.page(f"{at}/{part}").xpath("//button[@name='speak']") if part != "nowhere" else True


def test_residents_speak_nothing(client, evaluation):
    [person] = making.people(evaluation)
    at = f"/a/{telling.invitations.current_link(person).token}"
    for ask in (client.get, client.post):
        assert ask(f"{at}/{HAPPENED}").location == at


def test_who_sends_all_day_is_told_to_wait(client, at):
    limiter.reset()
    replies = [client.post(f"{at}/{HAPPENED}") for _ in range(61)]
    assert {reply.status_code for reply in replies[:60]} == {400} and replies[60].status_code == 429
    assert "Please wait a minute" in text(replies[60])
    limiter.reset()
