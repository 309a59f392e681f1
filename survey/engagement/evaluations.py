"""Setting up an evaluation, opening it, and sharing it with colleagues."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from survey.access import trail
from survey.engagement import outcomes, waves
from survey.questionnaires import composing, loading
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Questionnaire
from survey.records.account import User
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db, now
from survey.records.evaluation import Area, Evaluation, Grant, Supported
from survey.records.resident import Resident


@dataclass(frozen=True)
class AreaDetails:
    name: str
    # People supported by level; a level that nobody counted is left out.
    supported: Mapping[str, int]


@dataclass(frozen=True)
class Details:
    name: str
    council: str
    period_start: date
    period_end: date
    before: str
    headline: str
    areas: Sequence[AreaDetails]
    made_up: bool = False
    note: str = ""


class AreaInUse(ValueError):
    """An area with residents in it cannot be taken away. Its name is the message."""


def create(details: Details, user: User) -> Evaluation:
    """A new evaluation, with the usual outcomes and waves, which its maker may work on."""
    evaluation = Evaluation(before=details.before)
    _describe(evaluation, details)
    db.session.add(evaluation)
    db.session.flush()
    outcomes.choose_usual(evaluation)
    waves.plan_usual(evaluation)
    db.session.add(Grant(user_id=user.id, evaluation_id=evaluation.id))
    trail.note("created evaluation", evaluation, user_id=user.id)
    return evaluation


def update(evaluation: Evaluation, details: Details) -> None:
    """Change the description. How the before is asked stays as it is once residents may answer."""
    if not evaluation.is_open and evaluation.before != details.before:
        evaluation.before = details.before
        waves.replan(evaluation)
    _describe(evaluation, details)
    trail.note("changed evaluation details", evaluation)


def open_evaluation(evaluation: Evaluation) -> None:
    """Freeze the questionnaires and let residents answer."""
    if evaluation.is_open:
        return
    for level in LEVELS:
        questionnaire = preview(evaluation, level)
        db.session.add(
            OpenedQuestionnaire(
                evaluation_id=evaluation.id,
                level=level,
                version=questionnaire.version,
                document=loading.to_json(questionnaire),
                digest=questionnaire.digest,
            )
        )
    evaluation.opened_at = now()
    waves.open_first(evaluation)
    trail.note("opened evaluation", evaluation)


def preview(evaluation: Evaluation, level: str) -> Questionnaire:
    """The questionnaire of a level as it would be opened now."""
    chosen = outcomes.questions(evaluation, level)
    return composing.compose(evaluation.name, chosen, evaluation.before, level)


def grant(evaluation: Evaluation, user: User) -> None:
    if db.session.get(Grant, (user.id, evaluation.id)) is None:
        db.session.add(Grant(user_id=user.id, evaluation_id=evaluation.id))
        trail.note("granted access", evaluation, detail=f"account {user.id}")


def revoke(evaluation: Evaluation, user: User) -> None:
    given = db.session.get(Grant, (user.id, evaluation.id))
    if given is not None:
        db.session.delete(given)
        trail.note("took access away", evaluation, detail=f"account {user.id}")


def granted_to(user: User) -> list[Evaluation]:
    query = select(Evaluation).join(Grant).where(Grant.user_id == user.id).order_by(Evaluation.id.desc())
    return list(db.session.scalars(query))


def colleagues(evaluation: Evaluation) -> list[User]:
    query = select(User).join(Grant).where(Grant.evaluation_id == evaluation.id).order_by(User.email)
    return list(db.session.scalars(query))


def _describe(evaluation: Evaluation, details: Details) -> None:
    for name in ("name", "council", "period_start", "period_end", "headline", "made_up", "note"):
        setattr(evaluation, name, getattr(details, name))
    _arrange_areas(evaluation, details.areas)


def _arrange_areas(evaluation: Evaluation, wanted: Sequence[AreaDetails]) -> None:
    """Areas are matched by place, so that a corrected name stays the same area."""
    for area in evaluation.areas[len(wanted) :]:
        if db.session.scalar(select(Resident.id).where(Resident.area_id == area.id).limit(1)):
            raise AreaInUse(area.name)
        evaluation.areas.remove(area)
    for position, details in enumerate(wanted):
        if position == len(evaluation.areas):
            evaluation.areas.append(Area(position=position))
        area = evaluation.areas[position]
        area.name, area.position = details.name, position
        area.supported = [
            Supported(level=level, people=people) for level, people in details.supported.items()
        ]
