"""Small steps that tests of tellers' pages take."""

from io import BytesIO

from lxml import html

from survey.engagement import doors, invitations, telling
from survey.records.base import db
from survey.records.story import Story
from tests import making
from tests.sounds import WAV

PROMPTS = ("story-before", "story-happened", "story-different", "story-tell-people")
HAPPENED = "recording/story-happened"


def asking(**changes):
    """An evaluation that asks for stories."""
    evaluation = making.evaluation(**changes)
    making.lead(evaluation)
    telling.open_telling(evaluation)
    db.session.commit()
    return evaluation


def poster(evaluation):
    door = doors.poster(evaluation)
    db.session.commit()
    return f"/join/{doors.link(door).token}"


def home(story):
    return f"/a/{invitations.current_link(story).token}"


def begun(client, evaluation):
    """Come in by the poster and start; gives the story's home."""
    at = client.fill(poster(evaluation), follow=False).location
    client.fill(at)
    return at


def on_to_check(client, at, **given):
    """Every page up to the check; what is not named stays empty."""
    where = f"{at}/check"
    while (page := client.get(where, follow_redirects=True)).request.path != f"{at}/check":
        where = page.request.path
        names = set(html.fromstring(page.text).xpath("//main//form//@name"))
        said = {name: value for name, value in given.items() if name in names}
        assert client.fill(where, follow=False, **said).status_code == 303, where
    return page


def told(client, evaluation, **given):
    """A story told from the poster to the end; gives its home."""
    at = begun(client, evaluation)
    on_to_check(client, at, **given)
    assert client.fill(f"{at}/check", follow=False).location == f"{at}/thank-you"
    return at


def speak(client, at, sound=WAV, name="voice.wav", **more):
    """Send a recording from its page, as a browser would."""
    page = client.page(at)
    key = page.xpath("//input[@name='submission_key']/@value")[0]
    data = {"recording": (BytesIO(sound), name), **more, "submission_key": key}
    return client.post(page.forms[0].action or at, data=data, content_type="multipart/form-data")


def stories():
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(Story).order_by(Story.id).all()
