"""Case studies: a page about one story for the steering group, in the teller's words and the team's."""

import json
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from survey.access import stories, telling, trail
from survey.access.telling import Decision, MayNotBeTold
from survey.engagement.stories import which
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.retelling import AGENCY, JOURNEY, CaseStudy
from survey.records.stakeholder import Stakeholder
from survey.records.story import Story

KINDS = {JOURNEY: "A journey", AGENCY: "An agency’s view"}
# What is said of one in the team's words.
WRITTEN = ("kind", "title", "introduction", "agency_view", "named")


class NotReady(ValueError):
    """A case study is made of a story that the team may read, without names and places."""


@dataclass(frozen=True)
class Described:
    """What a case study says: whose words (prompts of the story), of which outcomes, with which partners."""

    kind: str
    title: str
    prompts: tuple[str, ...]
    introduction: str = ""
    agency_view: str = ""
    outcomes: tuple[str, ...] = ()
    partners: tuple[Stakeholder, ...] = ()
    named: bool = False


def add(story: Story, described: Described) -> CaseStudy:
    """Make a case study of a story. Raises NotReady, MayNotBeTold."""
    # Held, so that a teller who takes it back now is either before us or after us.
    db.session.refresh(story, with_for_update=True)
    if not stories.is_ready(story):
        raise NotReady("This story is not ready to be made into a case study any more. Choose another.")
    made = CaseStudy(evaluation_id=story.evaluation_id, story=story, made_by_id=trail.signed_in())
    _describe(made, described)
    db.session.add(made)
    db.session.flush()
    trail.note("made a case study", story.evaluation, which(story))
    return made


def change(case_study: CaseStudy, described: Described) -> None:
    """Correct it. Raises MayNotBeTold, also where the team may not read the story now."""
    story = case_study.story
    db.session.refresh(story, with_for_update=True)
    decision = stories.may_be_read(story)
    if not decision.may:
        raise MayNotBeTold(decision)
    _describe(case_study, described)
    trail.note("changed a case study", story.evaluation, which(story))


def remove(case_study: CaseStudy) -> None:
    trail.note("removed a case study", case_study.story.evaluation, which(case_study.story))
    db.session.delete(case_study)


def of(evaluation: Evaluation) -> list[CaseStudy]:
    """The case studies of an evaluation, the oldest first, with what is said of whether they may be told."""
    query = (
        select(CaseStudy)
        .where(CaseStudy.evaluation_id == evaluation.id)
        .options(joinedload(CaseStudy.story).selectinload(Story.consents), selectinload(CaseStudy.partners))
    )
    return list(db.session.scalars(query.order_by(CaseStudy.id)))


def count(evaluation: Evaluation) -> int:
    query = select(func.count(CaseStudy.id)).where(CaseStudy.evaluation_id == evaluation.id)
    return db.session.scalar(query)


def get(evaluation: Evaluation, case_study_id: int) -> CaseStudy | None:
    found = db.session.get(CaseStudy, case_study_id)
    return found if found and found.evaluation_id == evaluation.id else None


def described(case_study: CaseStudy) -> Described:
    """What it says now, to begin a correction from."""
    return Described(
        **{name: getattr(case_study, name) for name in WRITTEN},
        prompts=tuple(json.loads(case_study.prompts)),
        outcomes=tuple(json.loads(case_study.outcomes)),
        partners=tuple(case_study.partners),
    )


def may_be_shown(story: Story, *, named: bool) -> Decision:
    """Whether a story may be in the steering group's pack today, with the teller's name or without."""
    return stories.decide(story, telling.STEERING_PACK, telling.NAMED if named else telling.UNNAMED)


def _describe(case_study: CaseStudy, described: Described) -> None:
    if described.named:
        decision = may_be_shown(case_study.story, named=True)
        if not decision.may:
            raise MayNotBeTold(decision)
    for name in WRITTEN:
        setattr(case_study, name, getattr(described, name))
    case_study.prompts = json.dumps(described.prompts)
    case_study.outcomes = json.dumps(described.outcomes)
    case_study.partners = list(described.partners)
