"""Setting up an evaluation, opening it, and sharing it with colleagues."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from survey.access import trail
from survey.engagement import areas, duties, outcomes, waves
from survey.engagement.areas import AreaDetails
from survey.questionnaires import composing, loading
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.composing import LEVEL_TWO
from survey.questionnaires.model import Questionnaire
from survey.records.account import User
from survey.records.asking import OpenedQuestionnaire
from survey.records.base import db, now
from survey.records.evaluation import Evaluation, Grant

DESCRIBED = ("name", "council", "period_start", "period_end", "headline", "made_up", "note")


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


class NothingToAsk(ValueError):
    """An evaluation without an outcome for Level 2 cannot be opened."""


class LastColleague(ValueError):
    """Somebody has to be able to work on an evaluation."""


def create(details: Details, user: User) -> Evaluation:
    """A new evaluation, with the usual outcomes and waves, which its maker may work on."""
    evaluation = Evaluation(before=details.before)
    _describe(evaluation, details)
    db.session.add(evaluation)
    db.session.flush()
    areas.arrange(evaluation, details.areas)
    outcomes.choose_usual(evaluation)
    waves.plan_usual(evaluation)
    db.session.add(Grant(user_id=user.id, evaluation_id=evaluation.id))
    trail.note("created evaluation", evaluation, user_id=user.id)
    return evaluation


def update(evaluation: Evaluation, details: Details) -> None:
    """Change the description. How the before is asked stays as it is once residents may answer.

    Raises AreaInUse where an area with residents would go.
    """
    # Locked first, so that it is not opened meanwhile.
    db.session.refresh(evaluation, with_for_update=True)
    known = described(evaluation)
    areas.arrange(evaluation, details.areas)
    if not evaluation.is_open and evaluation.before != details.before:
        evaluation.before = details.before
        waves.replan(evaluation)
    changed = _describe(evaluation, details)
    if areas.details(evaluation) != known.areas:
        changed.append("areas")
    trail.note("changed evaluation details", evaluation, detail=", ".join(changed))


def described(evaluation: Evaluation) -> Details:
    """The description as it stands, to begin a correction from."""
    return Details(
        before=evaluation.before,
        areas=areas.details(evaluation),
        **{name: getattr(evaluation, name) for name in DESCRIBED},
    )


def open_evaluation(evaluation: Evaluation) -> None:
    """Freeze the questionnaires and let residents answer. Raises NothingToAsk."""
    # Locked first, so that two who press the button together open it once.
    db.session.refresh(evaluation, with_for_update=True)
    if evaluation.is_open:
        return
    if not outcomes.questions(evaluation, LEVEL_TWO):
        raise NothingToAsk("There is nothing to ask yet: choose at least one outcome for Level 2 first.")
    for level in LEVELS:
        questionnaire = preview(evaluation, level)
        db.session.add(
            OpenedQuestionnaire(
                evaluation_id=evaluation.id,
                audience=level,
                version=questionnaire.version,
                document=loading.to_json(questionnaire),
                digest=questionnaire.digest,
            )
        )
    evaluation.opened_at = now()
    waves.open_first(evaluation)
    trail.note("opened evaluation", evaluation)


def opened(evaluation: Evaluation) -> dict[str, OpenedQuestionnaire]:
    """The newest opened questionnaire of each level; empty before opening."""
    query = select(OpenedQuestionnaire).where(
        OpenedQuestionnaire.evaluation_id == evaluation.id, OpenedQuestionnaire.audience.in_(LEVELS)
    )
    rows = db.session.scalars(query.order_by(OpenedQuestionnaire.audience, OpenedQuestionnaire.version))
    return {row.audience: row for row in rows}


def asked(evaluation: Evaluation) -> dict[str, Questionnaire]:
    """What each level is asked: as it was opened, or as it would be opened now."""
    rows = opened(evaluation)
    return {
        level: loading.from_json(rows[level].document) if level in rows else preview(evaluation, level)
        for level in LEVELS
    }


def preview(evaluation: Evaluation, level: str) -> Questionnaire:
    """The questionnaire of a level as it would be opened now."""
    chosen = outcomes.questions(evaluation, level)
    return composing.compose(evaluation.name, chosen, evaluation.before, level)


def grant(evaluation: Evaluation, user: User) -> None:
    # Locked first, so that two presses of the button give it once.
    db.session.refresh(evaluation, with_for_update=True)
    if db.session.get(Grant, (user.id, evaluation.id)) is None:
        db.session.add(Grant(user_id=user.id, evaluation_id=evaluation.id))
        trail.note("granted access", evaluation, detail=f"account {user.id}")


def revoke(evaluation: Evaluation, user: User) -> None:
    """Take access away. Raises LastColleague where nobody would be left, and duties.LastLead."""
    db.session.refresh(evaluation, with_for_update=True)
    given = db.session.get(Grant, (user.id, evaluation.id))
    if given is None:
        return
    if len(colleagues(evaluation)) == 1:
        raise LastColleague("Somebody has to have access. Give it to a colleague first.")
    duties.refuse_last_lead(evaluation, user)
    db.session.delete(given)
    trail.note("took access away", evaluation, detail=f"account {user.id}")


def granted_to(user: User) -> list[Evaluation]:
    query = select(Evaluation).join(Grant).where(Grant.user_id == user.id).order_by(Evaluation.id.desc())
    return list(db.session.scalars(query))


def colleagues(evaluation: Evaluation) -> list[User]:
    query = select(User).join(Grant).where(Grant.evaluation_id == evaluation.id).order_by(User.email)
    return list(db.session.scalars(query))


def _describe(evaluation: Evaluation, details: Details) -> list[str]:
    """Set what is described in one word; gives back what that changed."""
    changed = [name for name in DESCRIBED if getattr(evaluation, name) != getattr(details, name)]
    for name in DESCRIBED:
        setattr(evaluation, name, getattr(details, name))
    return changed
