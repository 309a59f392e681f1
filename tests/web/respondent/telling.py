"""Small steps that tests of tellers' pages take."""

from lxml import html

from survey.engagement import doors, invitations, telling
from survey.records.base import db
from survey.records.story import Story
from tests import making
from tests.sounds import WAV

PROMPTS = ("story-before", "story-happened", "story-different", "story-tell-people")
HAPPENED = "recording/story-happened"
EDGE = b"----a-made-up-edge"


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
    check = f"{at}/check"
    while (page := client.get(check, follow_redirects=True)).request.path != check:
        names = set(html.fromstring(page.text).xpath("//main//form//@name"))
        said = {name: value for name, value in given.items() if name in names}
        assert client.fill(page.request.path, follow=False, **said).status_code == 303, page.request.path
    return page


def told(client, evaluation, **given):
    """A story told from the poster to the end; gives its home."""
    at = begun(client, evaluation)
    on_to_check(client, at, **given)
    assert client.fill(f"{at}/check", follow=False).location == f"{at}/thank-you"
    return at


def key_of(page):
    """The key at the end of a page's form, without which nothing is kept."""
    return page.xpath("//input[@name='submission_key']/@value")[0]


def speak(client, at, sound=WAV, name="voice.wav", **more):
    """Send a recording from its page, as a browser would."""
    page = client.page(at)
    sent = form(sound, name, **more, submission_key=key_of(page))
    return client.post(page.forms[0].action or at, **sent)


def form(sound=WAV, name="voice.wav", **fields):
    """The body of a form with a recording, as a browser writes it, and its kind."""
    parts = [b'name="recording"; filename="%s"\r\nContent-Type: audio/wav\r\n\r\n%s' % (name.encode(), sound)]
    parts += [f'name="{field}"\r\n\r\n{value}'.encode() for field, value in fields.items()]
    whole = b"".join(b"--%s\r\nContent-Disposition: form-data; %s\r\n" % (EDGE, part) for part in parts)
    kind = f"multipart/form-data; boundary={EDGE.decode()}"
    return {"data": whole + b"--%s--\r\n" % EDGE, "content_type": kind}


def stories():
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(Story).order_by(Story.id).all()
