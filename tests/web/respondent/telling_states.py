"""Every page of tellers in each of its states, for those who read them all."""

from survey.access.limits import limiter
from survey.engagement import doors, invitations, recordings, stories
from survey.engagement import telling as asking_for
from survey.records.base import db
from survey.records.story import Story, StoryConsent
from tests import making
from tests.sounds import VIDEO, WAV
from tests.web.respondent import telling

# What a person wrote is in no language of ours.
KWX = "KWX"


def own_codes():
    """The links and codes that stand on tellers' pages."""
    for story in db.session.query(Story):
        link = invitations.current_link(story)
        yield from (link.address, link.spoken_code)


def every_state(client):
    evaluation = telling.asking(name="Of stories", made_up=True)
    yield from at_the_door(client, evaluation)
    yield from half_way(client, evaluation)
    yield from sent(client, evaluation)
    yield from closed(client, evaluation)


def at_the_door(client, evaluation):
    door = telling.poster(evaluation)
    yield client.get(door)
    limiter.reset()
    for _ in range(121):
        last = client.post(door)
    limiter.reset()
    yield last
    old = doors.current(evaluation)
    doors.replace(old)
    db.session.commit()
    yield client.get(door)


def half_way(client, evaluation):
    at = telling.begun(client, evaluation)
    for part in ("", "/story-before", "/story-about", "/use-learning", "/take-back", f"/{telling.HAPPENED}"):
        yield client.get(at + part)
    for sound in (b"", b"text", VIDEO, WAV + bytes(2 * recordings.LARGEST)):
        yield telling.speak(client, f"{at}/{telling.HAPPENED}", sound)
    telling.speak(client, f"{at}/{telling.HAPPENED}")
    yield client.get(f"{at}/{telling.HAPPENED}")
    yield client.get(f"{at}/story-happened")
    yield telling.on_to_check(client, at, story_contact_wanted="yes", use_published="one_year")
    said = {"story_before": KWX, "story_about": ["hope"], "use_learning": "one_year"}
    at = telling.home(making.story(evaluation, sent=False, **said))
    for part in ("", "/hope-direction", "/check"):
        yield client.get(at + part)
    key = telling.key_of(client.page(f"{at}/story-before"))
    yield client.fill(f"{at}/check")
    yield client.post(f"{at}/story-before", data={"submission_key": key})


def sent(client, evaluation):
    said = {**making.EVERY_USE, "story_named_as": KWX, "use_published": "no"}
    story = making.story(evaluation, **said, story_contact_wanted="yes")
    at = telling.home(story)
    client.post(f"{at}/uses", data={"purpose": "steering_group"})
    [ended] = db.session.query(StoryConsent).filter_by(story_id=story.id, purpose="learning")
    ended.until = ended.until.replace(year=2020)
    db.session.commit()
    for part in ("/uses", "/thank-you", "/take-back", "/take-back/quoted-named", "/take-back/everything"):
        yield client.get(at + part)
    yield client.fill(f"{at}/take-back")
    person, teller = making.people(evaluation, 2)
    for each in (person, teller):
        making.answer(each, control=3)
    yield client.get(f"/a/{invitations.current_link(person).token}")
    begun = making.story(evaluation, sent=False, way="link", resident=teller)
    yield client.get(f"/a/{invitations.current_link(teller).token}")
    telling.on_to_check(client, telling.home(begun))
    client.fill(f"{telling.home(begun)}/check")
    yield client.get(f"/a/{invitations.current_link(teller).token}")


def closed(client, evaluation):
    waiting = making.story(evaluation, sent=False)
    fresh = stories.begin(evaluation, "poster", *invitations.prepare(1))
    asking_for.close_telling(evaluation)
    db.session.commit()
    for story in (waiting, fresh):
        yield client.get(telling.home(story))
    yield client.get(telling.poster(evaluation))
