"""The stories of an evaluation as the team meets them: which may be read, and where each stands."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from survey.access.stories import may_be_read
from survey.access.telling import TAKEN_BACK, Decision
from survey.engagement import story_tags
from survey.engagement.story_tags import About
from survey.questionnaires.story_ids import PROMPTS
from survey.records.base import db, now
from survey.records.evaluation import Evaluation
from survey.records.response import AnswerRow, AnswerWords, Response
from survey.records.story import Recording, Story, StoryText

# Of an empty one there is nothing to read; what its teller ticked counts.
TO_REDACT, READY, EMPTY, GONE, UNREAD = STATES = ("to_redact", "ready", "empty", "taken_back", "unread")

# A story, and the prompt to which something was said.
Part = tuple[int, str]


@dataclass(frozen=True)
class Listed:
    """A story that was told. Of one that nobody may read, no more is known than when it was told, and why."""

    id: int
    told_at: datetime
    state: str
    decision: Decision
    way: str = ""
    about: tuple[About, ...] = ()
    # Ids of themes of the codebook.
    themes: frozenset[int] = frozenset()
    # A recording of it waits for somebody to type it up.
    is_to_type_up: bool = False

    @property
    def outcomes(self) -> frozenset[str]:
        return frozenset(each.outcome for each in self.about)


def listed(evaluation: Evaluation, today: date | None = None) -> list[Listed]:
    """Every story that was told, the newest first."""
    today = today or now().date()
    to_type_up, tags = _to_type_up(evaluation), story_tags.of_evaluation(evaluation)
    told = _told(evaluation)
    states = _states(told ^ _confirmed(evaluation), told, to_type_up)
    query = (
        select(Story, Response.submitted_at)
        .join(Response, Response.story_id == Story.id)
        .where(Story.evaluation_id == evaluation.id, Response.submitted_at.is_not(None))
        .options(selectinload(Story.consents), selectinload(Story.themes))
        .order_by(Response.submitted_at.desc(), Story.id.desc())
    )
    found = []
    for story, told_at in db.session.execute(query):
        decision = may_be_read(story, today)
        if not decision.may:
            state = GONE if decision.why == TAKEN_BACK else UNREAD
            found.append(Listed(story.id, told_at, state, decision))
            continue
        found.append(
            Listed(
                story.id,
                told_at,
                states.get(story.id, EMPTY),
                decision,
                story.way,
                story_tags.about(tags.get(story.id, {})),
                frozenset(theme.id for theme in story.themes),
                story.id in to_type_up,
            )
        )
    return found


def ready(evaluation: Evaluation, today: date | None = None) -> list[Listed]:
    """Those that the team may read, confirmed without names and places."""
    return [each for each in listed(evaluation, today) if each.state == READY]


def get(evaluation: Evaluation, story_id: int) -> Story | None:
    """A story of this evaluation that was told, whether or not it may be read."""
    query = (
        select(Story)
        .join(Response, Response.story_id == Story.id)
        .where(
            Story.id == story_id,
            Story.evaluation_id == evaluation.id,
            Response.submitted_at.is_not(None),
        )
    )
    return db.session.scalar(query)


def _states(unconfirmed: set[Part], told: set[Part], to_type_up: set[int]) -> dict[int, str]:
    """Where each story stands that has words, or will have once somebody types them up."""
    waiting = {story_id for story_id, _ in unconfirmed} | to_type_up
    return {story_id: READY for story_id, _ in told} | dict.fromkeys(waiting, TO_REDACT)


def _told(evaluation: Evaluation) -> set[Part]:
    """Every part of a story that has words, typed by its teller or typed up."""
    typed = (
        select(Response.story_id, AnswerRow.question_id)
        .join(AnswerRow, AnswerRow.response_id == Response.id)
        .join(AnswerWords, AnswerWords.answer_id == AnswerRow.id)
        .join(Story, Story.id == Response.story_id)
        .where(
            Story.evaluation_id == evaluation.id, AnswerRow.question_id.in_(PROMPTS), AnswerWords.words != ""
        )
    )
    spoken = _of(evaluation, Recording).where(Recording.transcript != "")
    return set(map(tuple, db.session.execute(typed))) | set(map(tuple, db.session.execute(spoken)))


def _confirmed(evaluation: Evaluation) -> set[Part]:
    """Every part that somebody has confirmed without names and places."""
    return set(map(tuple, db.session.execute(_of(evaluation, StoryText))))


def _to_type_up(evaluation: Evaluation) -> set[int]:
    query = _of(evaluation, Recording).where(Recording.transcript == "")
    return {story_id for story_id, _ in db.session.execute(query)}


def _of(evaluation: Evaluation, kind: type[Recording] | type[StoryText]):
    """The story and prompt of each row of a kind."""
    return (
        select(kind.story_id, kind.prompt)
        .join(Story, Story.id == kind.story_id)
        .where(Story.evaluation_id == evaluation.id)
    )
