"""Thirty people press send in the same second, each twice: thirty stories, each whole and once."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

from survey.engagement import doors, invitations, responses, telling
from survey.questionnaires.answers import ANSWERED, SKIPPED, Answer
from survey.records.base import db
from survey.records.response import AnswerWords, Response
from survey.records.safeguarding import StoryFlag
from survey.records.story import Story, StoryConsent, StoryContact
from survey.records.trail import TrailLine
from tests import making
from tests.trust import faults
from tests.trust.servers import PATIENCE, Server
from tests.trust.visitors import Wire

PEOPLE, TIMES = 30, 2
FEW = 10
# Two servers on the same records: nothing may rest on what one of them remembers.
SERVERS = 2
USES = ("learning", "published")
NOT_SKIPPED = {
    "use_learning": "one_year",
    "use_published": "three_years",
    "story_contact_wanted": "yes",
}


class Crowd:
    """Everybody presses at the same moment, each in a browser of their own."""

    def __init__(self, ports, count, stack):
        self._wires = [stack.enter_context(Wire(ports[number % len(ports)])) for number in range(count)]
        self._pool = stack.enter_context(ThreadPoolExecutor(count * TIMES))
        self._again = [stack.enter_context(Wire(ports[(n + 1) % len(ports)])) for n in range(count)]

    def press(self, posts):
        """Each of the posts, an address and a form, twice at once: all replies."""
        together = Barrier(len(posts) * TIMES, timeout=PATIENCE)

        def one(wire, post):
            together.wait()
            return wire.post(post[0], **post[1])

        return list(self._pool.map(one, self._wires + self._again, posts * TIMES))

    def look(self, address):
        return self._wires[0].get(address).text


def asked_for(place):
    """The address of a poster."""
    with place.records():
        db.create_all()
        evaluation = making.evaluation()
        making.lead(evaluation)
        telling.open_telling(evaluation)
        return f"/join/{doors.link(doors.poster(evaluation)).token}"


def fill_in(place):
    """Every story that was begun, up to the last button: its home, and the key that this needs."""
    with place.records():
        drafts = db.session.query(Response).all()
        for draft in drafts:
            given = [answer(each.id, draft) for each in responses.questionnaire(draft).questions]
            responses.save(draft, given)
        return [
            (
                f"/a/{invitations.current_link(draft.story).token}/check",
                {"submission_key": draft.submission_key},
            )
            for draft in drafts
        ]


def answer(question, draft):
    if question == "story_before":
        return Answer(question, ANSWERED, words=f"Told as {draft.story_id}")
    if question == "story_contact":
        return Answer(question, ANSWERED, words=f"Reach {draft.story_id}")
    chosen = NOT_SKIPPED.get(question)
    return Answer(question, ANSWERED, choices=(chosen,)) if chosen else Answer(question, SKIPPED)


def tell(place, people, fault=None):
    """Come in, start and send, each time all at once; what was odd about the replies."""
    door = asked_for(place)
    with ExitStack() as stack:
        ports = [stack.enter_context(Server(place.env, fault)).port for _ in range(SERVERS)]
        crowd = Crowd(ports, people, stack)
        keys = [re.search(r'name="key" value="(\w+)"', crowd.look(door))[1] for _ in range(people)]
        replies = crowd.press([(door, {"key": key}) for key in keys])
        homes = list(dict.fromkeys(reply.location for reply in replies))
        if refused(replies) or len(homes) != people:
            return [*refused(replies), f"odd: {len(homes)} homes"]
        started = crowd.press([(home, {}) for home in homes])
        return [*refused(started), *refused(crowd.press(fill_in(place)))]


def refused(replies):
    return [f"odd: {reply.status}" for reply in replies if reply.status != 303]


def wrong(people):
    """What is lost, doubled or mixed up in the records, in words."""
    told = db.session.query(Story).join(Response).filter(Response.submitted_at.is_not(None)).all()
    numbers = sorted(story.id for story in told)
    found = [] if len(numbers) == people == db.session.query(Story).count() else [f"{len(numbers)} stories"]
    references = {story.response.reference for story in told}
    found += [] if len(references) == people else [f"{len(references)} references"]
    for name, each in {
        "uses": Counter(
            row.story_id for row in db.session.query(StoryConsent).filter(StoryConsent.purpose.in_(USES))
        ),
        "lines": Counter(
            int(line.detail.split()[-1])
            for line in db.session.query(TrailLine).filter_by(act="a story was told")
        ),
        "worries": Counter(row.story_id for row in db.session.query(StoryFlag)),
    }.items():
        expected = dict.fromkeys(numbers, len(USES) if name == "uses" else 1)
        found += [] if each == expected else [f"{name}: {dict(each)}"]
    reached = {row.story_id: row.details for row in db.session.query(StoryContact)}
    found += [] if reached == {number: f"Reach {number}" for number in numbers} else ["contacts are mixed up"]
    words = sorted(row.words for row in db.session.query(AnswerWords))
    return found + (
        [] if words == sorted(f"Told as {number}" for number in numbers) else ["words are mixed up"]
    )


def test_thirty_people_who_press_at_once_have_thirty_stories(place):
    assert tell(place, PEOPLE) == []
    with place.records():
        assert wrong(PEOPLE) == []


def test_control_without_guards_it_is_noticed(place):
    odd = tell(place, FEW, faults.without_guards)
    with place.records():
        assert odd or wrong(FEW)
