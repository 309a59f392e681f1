"""What tellers said that their stories are about: ticked, never in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select

from survey.questionnaires.states import ANSWERED, DOES_NOT_APPLY
from survey.questionnaires.story_ids import ABOUT, DIRECTION, TRIADS, direction_of
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.response import AnswerRow, Response
from survey.records.story import Story

SAID = (ANSWERED, DOES_NOT_APPLY)
Tags = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class About:
    """An outcome that a story is about, and which way it went: empty where that was not said."""

    outcome: str
    direction: str


def of_evaluation(evaluation: Evaluation) -> dict[int, Tags]:
    """What was ticked, by story and question; "does not apply" as if it was a choice."""
    return _ticked(Story.evaluation_id == evaluation.id)


def of(story: Story) -> Tags:
    """The same of one story."""
    return _ticked(Story.id == story.id).get(story.id, {})


def about(tags: Tags) -> tuple[About, ...]:
    """The outcomes of a story, each with its direction, in the order in which they were offered."""
    return tuple(
        About(outcome, next(iter(tags.get(direction_of(outcome), ())), "")) for outcome in tags.get(ABOUT, ())
    )


def _ticked(which) -> dict[int, Tags]:
    query = (
        select(Story.id, AnswerRow.question_id, AnswerRow.state, AnswerRow.choices)
        .join(Response, Response.story_id == Story.id)
        .join(AnswerRow, AnswerRow.response_id == Response.id)
        .where(which, Response.submitted_at.is_not(None), AnswerRow.state.in_(SAID))
        .where(
            or_(
                AnswerRow.question_id.in_((ABOUT, *TRIADS)),
                AnswerRow.question_id.endswith(DIRECTION, autoescape=True),
            )
        )
    )
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for story_id, question, state, choices in db.session.execute(query):
        found.setdefault(story_id, {})[question] = tuple(json.loads(choices)) if choices else (state,)
    return found
