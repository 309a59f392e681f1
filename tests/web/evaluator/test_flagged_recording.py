import pytest
from sqlalchemy import select

from survey.engagement import recordings, safeguarding
from survey.records.base import db
from survey.records.trail import TrailLine
from tests import making

SOUND = b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(range(256)) * 20


@pytest.fixture
def evaluation(signed_in, evaluator):
    made = making.evaluation(evaluator)
    making.lead(made, evaluator.email)
    return made


@pytest.fixture
def flag(evaluation):
    """A worry about a story that was spoken, and that nobody of the team may read."""
    story = making.story(evaluation, story_contact_wanted="yes")
    recordings.keep(story.id, "story_before", SOUND)
    db.session.commit()
    return safeguarding.open_flags(evaluation)[0]


def page_of(flag):
    return f"/evaluations/{flag.story.evaluation_id}/safeguarding/{flag.id}"


def sound_of(flag):
    return f"{page_of(flag)}/recordings/{flag.story.recordings[0].id}"


def test_the_lead_listens_while_the_worry_is_open_and_the_trail_says_so(signed_in, flag):
    page = signed_in.get(page_of(flag))
    assert sound_of(flag) in page.text and "media-src 'self'" in page.headers["Content-Security-Policy"]
    response = signed_in.get(sound_of(flag))
    assert response.data == SOUND and response.mimetype == "audio/mpeg"
    assert response.headers["Cache-Control"] == "no-store"
    last = db.session.scalars(select(TrailLine).order_by(TrailLine.id.desc())).first()
    assert (last.act, last.detail) == ("listened to a story with a worry", f"story {flag.story_id}")


def test_once_it_is_settled_nobody_listens(signed_in, flag):
    where = sound_of(flag)
    safeguarding.settle(flag, "contacted", "We spoke.")
    db.session.commit()
    assert signed_in.get(where).status_code == 404
    assert "<audio" not in signed_in.get(page_of(flag)).text


def test_another_storys_recording_is_not_heard_by_way_of_a_worry(signed_in, evaluation, flag):
    other = making.story(evaluation, story_before="x")
    recordings.keep(other.id, "story_happened", SOUND)
    db.session.commit()
    assert signed_in.get(f"{page_of(flag)}/recordings/{other.recordings[0].id}").status_code == 404


def test_a_colleague_without_the_duty_hears_nothing(client, evaluation, flag):
    plain = making.user("plain@example.org")
    making.evaluations.grant(evaluation, plain)
    db.session.commit()
    client.delete_cookie("session")
    client.sign_in(plain.email)
    assert client.get(sound_of(flag)).status_code == 404
