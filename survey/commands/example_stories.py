"""The stories of the worked example, told through the same doors as real ones and dated back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy import select

from survey.commands import example_retelling, example_sessions, example_worries, made_up_stories
from survey.commands.example_sessions import Held
from survey.commands.made_up_stories import MadeUp
from survey.engagement import consents, doors, duties, invitations, responses, stories, telling
from survey.questionnaires import story_ids as ids
from survey.questionnaires.answers import understand
from survey.records.account import User
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.session import Session
from survey.records.story import Story

SEED = 2040
COUNT = 42
TOLD_AT = time(15)
# The first ones are known by their place, for what becomes of them; their tellers agreed to every use.
FIRST = 18
ENDED, NOT_PUBLISHED_NOW, NOT_PUBLISHED, NOT_QUOTED, NAMED, TAKEN_BACK, NOT_READ = range(7)
CASE, AGENCY_CASE, SIGNIFICANT, WORRIED, SETTLED, RAISED = range(7, 13)
QUOTED = (ENDED, NOT_PUBLISHED_NOW, NOT_PUBLISHED, NOT_QUOTED, NAMED, *range(13, 17), CASE, SIGNIFICANT)
SPOKEN = 17
FULL = {ids.use_of(purpose): ["three_years"] for purpose in ids.PURPOSES} | {ids.NAMED_AS: ["Made-up May"]}
SAID_TOO = {
    ENDED: {ids.use_of(purpose): ["one_year"] for purpose in ids.PURPOSES},
    NOT_PUBLISHED_NOW: {ids.use_of(ids.PUBLISHED): ["one_year"]},
    **example_worries.said_too(WORRIED, SETTLED),
}
# Told for others than the team, which does not read it.
NO_LEARNING, NOT_TO_LEARN = {ids.use_of(ids.LEARNING): [ids.NO]}, (21, 33, 37)
# More than a year ago, what was agreed to for one year has ended; a worry is of today.
DAYS_AGO = {ENDED: 430, NOT_PUBLISHED_NOW: 402, WORRIED: 0}
# Told with a personal link, in the sessions, and to a coordinator who wrote it down there.
BY_LINK, AT_THE_FORUM, AT_TEA, WRITTEN_DOWN = range(18, 22), range(22, 28), range(28, 30), range(30, 32)
WAYS = {"link": BY_LINK, "session": (*AT_THE_FORUM, *AT_TEA), "written_down": WRITTEN_DOWN}
NOT_REDACTED = (SPOKEN, 25, 38, 40)


@dataclass(frozen=True)
class Told:
    """A story of the records, what was made up for it, and the day on which it was told."""

    story: Story
    made_up: MadeUp
    day: date


def keep(evaluation: Evaluation, owner: User) -> None:
    """Stories, sessions and what the team made of them; the owner has both duties."""
    random, today = Random(SEED), now().date()  # noqa: S311
    # Made before anything is written: their codes are hashed slowly.
    links = invitations.prepare(COUNT + 1)
    for duty in duties.DUTIES:
        duties.give(evaluation, owner, duty)
    telling.open_telling(evaluation)
    doors.poster(evaluation)
    codebook = example_retelling.codebook(evaluation)
    held = example_sessions.keep(random, evaluation, owner, codebook, today)
    told = _tell_all(random, evaluation, links, held, today)
    _retell(told, owner, codebook)
    # All of this was done while it was allowed: what was taken back, or has ended, is so from here on.
    for each in told:
        _date_back(each.story, each.day)
    example_worries.keep([told[place].story for place in (SETTLED, RAISED)], owner)
    _take_back([each.story for each in told])


def _tell_all(
    random: Random, evaluation: Evaluation, links: list[Invitation], held: Held, today: date
) -> list[Told]:
    offered = [choice.value for choice in telling.asked(evaluation).question(ids.ABOUT).choices]
    known = select(Resident).where(Resident.evaluation_id == evaluation.id).order_by(Resident.id)
    residents = list(db.session.scalars(known.limit(40)))
    told = []
    for place, made_up in enumerate(_made_up(random, offered)):
        resident = random.choice(residents) if place in BY_LINK and residents else None
        session, days = _session(place, held), random.randrange(3, 300)
        way = next((way for way, places in WAYS.items() if place in places), "poster")
        story = stories.begin(evaluation, way, links[place], resident, session)
        _answer(story, made_up.typed)
        responses.submit(story.response)
        day = session.held_on if session else today - timedelta(days=DAYS_AGO.get(place, days))
        told.append(Told(story, made_up, day))
    half_told = stories.begin(evaluation, "poster", links[COUNT])
    _answer(half_told, made_up.typed, pages=2)
    return told


def _made_up(random: Random, offered: list[str]) -> list[MadeUp]:
    """The known ones say what is different now in an outcome, and so can be quoted."""
    made_up = made_up_stories.stories(random, COUNT, offered)
    first = [each for each in made_up if each.about and ids.PROMPTS[2] in each.typed][:FIRST]
    others = [each for each in made_up if each not in first]
    said = [{**FULL, **SAID_TOO.get(place, {})} for place in range(FIRST)]
    said += [NO_LEARNING if place in NOT_TO_LEARN else {} for place in range(FIRST, COUNT)]
    return [
        replace(each, typed={**each.typed, **more})
        for each, more in zip((*first, *others), said, strict=True)
    ]


def _session(place: int, held: Held) -> Session | None:
    if place in AT_THE_FORUM or place in WRITTEN_DOWN:
        return held.forum
    return held.tea if place in AT_TEA else None


def _answer(story: Story, typed: Mapping[str, list[str]], pages: int | None = None) -> None:
    response = responses.start(story, None)
    for page in responses.questionnaire(response).pages[:pages]:
        responses.save(response, [understand(each, typed.get(each.id, [""])) for each in page.questions])


def _retell(told: list[Told], owner: User, codebook: Mapping) -> None:
    """What the team made of them, up to now."""
    for place, each in enumerate(told):
        if place not in NOT_REDACTED:
            example_retelling.read(each.story, each.made_up, owner, codebook)
    example_retelling.speak(told[SPOKEN].story)
    quoted = [(told[place].story, told[place].made_up) for place in QUOTED]
    example_retelling.quote(quoted, owner, named=told[NAMED].story)
    example_retelling.pick(told[SIGNIFICANT].story, owner)
    for place, kind in ((CASE, "journey"), (AGENCY_CASE, "agency")):
        example_retelling.case_study(told[place].story, told[place].made_up, owner, kind)


def _date_back(story: Story, day: date) -> None:
    told_at = min(datetime.combine(day, TOLD_AT), now())
    story.began_at = story.response.started_at = story.response.submitted_at = told_at
    for consent in story.consents:
        years = consent.until.year - consent.given_at.year
        consent.given_at, consent.until = told_at, stories.years_later(day, years)
    db.session.flush()


def _take_back(told: list[Story]) -> None:
    for place, purpose in (
        (NOT_PUBLISHED, ids.PUBLISHED),
        (NOT_QUOTED, ids.QUOTED_UNNAMED),
        (NOT_READ, ids.LEARNING),
    ):
        consents.withdraw(told[place], purpose)
    consents.take_back(told[TAKEN_BACK])
