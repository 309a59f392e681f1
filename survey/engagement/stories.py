"""A story: begun, told once, and what its teller agreed to."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from survey.access import links, trail
from survey.analysis import worries
from survey.engagement import invitations, safeguarding
from survey.questionnaires.answers import Answer, chosen
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.story_ids import (
    CONTACT,
    CONTACT_WANTED,
    NAMED_AS,
    PROMPTS,
    PURPOSES,
    QUOTED_NAMED,
    YEARS,
    YES,
    use_of,
)
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.resident import Invitation, Resident
from survey.records.response import AnswerRow, AnswerWords
from survey.records.safeguarding import PHRASES, TELLER
from survey.records.session import Session
from survey.records.story import Story, StoryConsent, StoryContact


class MayNotBeRead(ValueError):
    """Nobody may read this story now."""


def begin(
    evaluation: Evaluation,
    way: str,
    link: Invitation,
    resident: Resident | None = None,
    session: Session | None = None,
) -> Story:
    """A story yet to be told, with a link and code of its own. `way` says how its teller came to it."""
    story = Story(
        evaluation_id=evaluation.id,
        way=way,
        resident_id=resident.id if resident else None,
        session_id=session.id if session else None,
    )
    story.invitations.append(link)
    db.session.add(story)
    db.session.flush()
    return story


def begin_once(evaluation: Evaluation, way: str, key: str, session: Session | None = None) -> bool:
    """A story of nobody in particular, by the form with this key; False where another press has begun it."""
    if invitations.find(links.link_for(key).token) is not None:
        return False
    try:
        begin(evaluation, way, invitations.prepare_for(key), session=session)
    except IntegrityError:
        # The other press was quicker only now.
        db.session.rollback()
        return False
    return True


def told(story: Story, asked: Questionnaire, given: Mapping[str, Answer]) -> None:
    """Keep what the teller agreed to, and how to reach them, apart from the words of the story."""
    for purpose in PURPOSES:
        years = YEARS.get(chosen(given, use_of(purpose)))
        if years:
            db.session.add(_consent(story, purpose, asked.version, years, given))
    if chosen(given, CONTACT_WANTED) == YES:
        contact = given.get(CONTACT)
        if contact and contact.words:
            story.contact = StoryContact(details=contact.words)
        safeguarding.raise_flag(story, TELLER)
    _look_for_worries(story, given)
    _forget_words(story, (CONTACT, NAMED_AS))
    trail.note_of_resident("a story was told", story.evaluation, which(story))


def _look_for_worries(story: Story, given: Mapping[str, Answer]) -> None:
    """A help, never a filter: it puts the story before the safeguarding lead, and does nothing else."""
    told = (given[prompt].words or "" for prompt in PROMPTS if prompt in given)
    phrases = dict.fromkeys(phrase for words in told for phrase in worries.found(words))
    if phrases:
        safeguarding.raise_flag(story, PHRASES, why=", ".join(phrases))


def which(story: Story) -> str:
    """What the trail calls a story."""
    return f"story {story.id}"


def years_later(day: date, years: int) -> date:
    """The same day in a later year; the last of February where that year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _consent(
    story: Story, purpose: str, wording: int, years: int, given: Mapping[str, Answer]
) -> StoryConsent:
    named = given.get(NAMED_AS) if purpose == QUOTED_NAMED else None
    return StoryConsent(
        story_id=story.id,
        purpose=purpose,
        wording=wording,
        named_as=named.words if named else "",
        until=years_later(now().date(), years),
    )


def _forget_words(story: Story, questions: tuple[str, ...]) -> None:
    """Take out words that are kept elsewhere now: a name must not stand beside a story."""
    answers = select(AnswerRow.id).where(
        AnswerRow.response_id == story.response.id, AnswerRow.question_id.in_(questions)
    )
    db.session.execute(delete(AnswerWords).where(AnswerWords.answer_id.in_(answers)))
