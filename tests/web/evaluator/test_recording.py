import pytest
from lxml import html
from sqlalchemy import select

from survey.engagement import consents, recordings
from survey.questionnaires.story_ids import LEARNING
from survey.records.base import db
from survey.records.evaluation import Grant
from survey.records.story_texts import as_told, redacted
from survey.records.trail import TrailLine
from tests import making
from tests.making import EVERY_USE
from tests.reading import text

SOUND = b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(range(256)) * 20


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.lead(made, evaluator.email)
    return made


@pytest.fixture
def story(evaluation):
    made = making.story(evaluation, story_before="Typed.", story_happened="More.", **EVERY_USE)
    recordings.keep(made.id, "story_before", SOUND)
    db.session.commit()
    return making.confirmed(made)


@pytest.fixture
def spoken(story):
    return story.recordings[0]


def address(spoken, rest=""):
    story = spoken.story
    return f"/evaluations/{story.evaluation_id}/stories/{story.id}/recordings/{spoken.id}{rest}"


def acts(act):
    db.session.rollback()
    return [line.detail for line in db.session.scalars(select(TrailLine).where(TrailLine.act == act))]


def test_the_sound_is_played_as_what_it_is_and_leaves_a_line(signed_in, spoken):
    response = signed_in.get(address(spoken))
    assert response.data == SOUND and response.status_code == 200
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"
    assert acts("listened to a recording") == [f"story {spoken.story_id}"]


def test_a_browser_may_ask_for_a_part(signed_in, spoken):
    response = signed_in.get(address(spoken), headers={"Range": "bytes=2-5"})
    assert response.status_code == 206 and response.data == SOUND[2:6]
    assert response.headers["Content-Range"] == f"bytes 2-5/{len(SOUND)}"
    assert acts("listened to a recording")


def test_only_kinds_that_we_know_are_played(signed_in, spoken):
    spoken.media_type = "text/html"
    db.session.commit()
    assert signed_in.get(address(spoken)).status_code == 404
    assert acts("listened to a recording") == []


def test_a_file_that_is_gone_is_not_there(signed_in, spoken):
    spoken.file = "0" * 32
    db.session.commit()
    assert signed_in.get(address(spoken)).status_code == 404


def test_only_the_page_to_listen_on_may_play_sound(signed_in, spoken):
    page = signed_in.get(address(spoken, "/transcript"))
    assert "media-src 'self'" in page.headers["Content-Security-Policy"]
    assert 'preload="none"' in page.text
    for other in (f"/evaluations/{spoken.story.evaluation_id}/stories", address(spoken)):
        assert "media-src" not in signed_in.get(other).headers["Content-Security-Policy"]


def test_without_the_duty_nothing_is_there(signed_in, spoken, evaluator):
    grant = db.session.get(Grant, (evaluator.id, spoken.story.evaluation_id))
    grant.reads_stories = False
    db.session.commit()
    # Nor does being the safeguarding lead stand in for it.
    assert grant.safeguards
    for rest in ("", "/transcript"):
        assert signed_in.get(address(spoken, rest)).status_code == 404
    assert signed_in.post(address(spoken, "/transcript")).status_code == 404


def test_what_nobody_may_read_nobody_may_hear(signed_in, spoken):
    consents.withdraw(spoken.story, LEARNING)
    db.session.commit()
    assert signed_in.get(address(spoken)).status_code == 404
    for method in (signed_in.get, signed_in.post):
        assert method(address(spoken, "/transcript")).status_code == 303
    assert acts("listened to a recording") == acts("read a story as told") == []


def test_it_is_typed_up_and_that_part_waits_to_be_confirmed(signed_in, spoken):
    response = signed_in.fill(address(spoken, "/transcript"), words="Betty came.\r\n\r\nThen <b>Sam</b>.")
    assert "What was said is saved." in text(response)
    db.session.expire_all()
    assert as_told(spoken.story)["story_before"] == "Typed.\n\nBetty came.\n\nThen <b>Sam</b>."
    assert redacted(spoken.story) == {"story_happened": "More."}
    assert "Betty" not in response.text and "<b>Sam" not in response.text


def test_reading_what_was_typed_up_leaves_a_line(signed_in, spoken):
    signed_in.page(address(spoken, "/transcript"))
    assert acts("read a story as told") == []
    signed_in.fill(address(spoken, "/transcript"), words="Betty came.")
    assert "Betty came." in signed_in.page(address(spoken, "/transcript")).xpath("string(//textarea)")
    assert acts("read a story as told") == [f"story {spoken.story_id}"]


def test_saving_the_same_changes_nothing(signed_in, spoken):
    response = signed_in.fill(address(spoken, "/transcript"), words="")
    assert "Nothing was changed." in text(response)
    db.session.expire_all()
    assert redacted(spoken.story).keys() == {"story_before", "story_happened"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"words": "Betty " * 4000}, "the most is 20,000 characters"),
        ({"words": "Betty", "csrf_token": "stale"}, "press the button again"),
    ],
)
def test_a_problem_is_named_and_what_was_typed_stays(signed_in, spoken, changes, said):
    response = signed_in.fill(address(spoken, "/transcript"), **changes)
    assert response.status_code == 422 and said in text(response) and "Betty" in response.text
    assert "media-src 'self'" in response.headers["Content-Security-Policy"]
    db.session.expire_all()
    assert spoken.transcript == ""


def test_two_who_type_at_once_see_each_others_words_and_lose_none(signed_in, spoken):
    shown = signed_in.page(address(spoken, "/transcript")).xpath("//input[@name='shown']/@value")[0]
    signed_in.fill(address(spoken, "/transcript"), words="The first.")
    response = signed_in.fill(address(spoken, "/transcript"), words="The second.", shown=shown)
    assert "Somebody else has typed this up" in text(response)
    assert "The first." in text(response) and "The second." in response.text
    db.session.expire_all()
    assert spoken.transcript == "The first."
    # Twice: the form is filled from the page, and the answer shows a colleague's words.
    assert len(acts("read a story as told")) == 2
    [form] = [each for each in _forms(response) if each.action is None or "sign-out" not in each.action]
    signed_in.post(address(spoken, "/transcript"), data=dict(form.form_values()))
    db.session.expire_all()
    assert spoken.transcript == "The second."


def _forms(response):
    return html.fromstring(response.text).forms


def test_recordings_of_others_are_not_found(signed_in, evaluation, spoken):
    other = making.story(evaluation, **EVERY_USE)
    theirs = making.evaluation(making.user("noise@example.org"))
    making.lead(theirs, "noise@example.org")
    strange = making.story(theirs, **EVERY_USE)
    making.recording(strange)
    for story, recording in (
        (other, spoken),
        (spoken.story, strange.recordings[0]),
        (strange, strange.recordings[0]),
    ):
        where = f"/evaluations/{story.evaluation_id}/stories/{story.id}/recordings/{recording.id}"
        assert signed_in.get(where).status_code == signed_in.get(f"{where}/transcript").status_code == 404
