"""What an evaluation asked, read back from the questionnaires that were opened."""

from functools import lru_cache

from sqlalchemy import select

from survey.questionnaires import loading, partners
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.impact_ids import AMOUNT
from survey.questionnaires.model import Question, Questionnaire
from survey.questionnaires.partners import PartnerOutcome
from survey.questionnaires.story_ids import ABOUT, direction_of
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.story import STORY


def questionnaires(evaluation: Evaluation) -> tuple[Questionnaire, ...]:
    """Residents' opened questionnaires, that of Level 2 first: it is the longer one and gives the order."""
    rows = [row for row in _opened(evaluation) if row.audience in LEVELS]
    return tuple(_read(row.digest, row.document) for row in reversed(rows))


def of_partners(evaluation: Evaluation) -> dict[str, Questionnaire]:
    """What each kind of partner was asked; empty where their questions were not opened."""
    rows = {row.audience: row for row in _opened(evaluation) if row.audience not in (*LEVELS, STORY)}
    return {kind: _read(row.digest, row.document) for kind, row in rows.items()}


def of_stories(evaluation: Evaluation) -> Questionnaire | None:
    """What tellers of stories are asked; None where no story was ever asked for."""
    rows = (row for row in _opened(evaluation) if row.audience == STORY)
    return next((_read(row.digest, row.document) for row in rows), None)


def story_outcomes(evaluation: Evaluation) -> dict[str, str]:
    """The outcomes that stories may be about, by id."""
    opened = of_stories(evaluation)
    if opened is None:
        return {each.id: each.short_name for each in outcomes(evaluation)}
    asked_of = {question.id for question in opened.questions}
    choices = opened.question(ABOUT).choices
    return {each.value: each.text for each in choices if direction_of(each.value) in asked_of}


def counted_outcomes(evaluation: Evaluation) -> tuple[PartnerOutcome, ...]:
    """What partners were asked to count, in the order of their kinds."""
    ids = {question.id for each in of_partners(evaluation).values() for question in each.questions}
    return tuple(each for each in partners.outcomes().values() if each.id + AMOUNT in ids)


def _opened(evaluation: Evaluation) -> list[OpenedQuestionnaire]:
    query = select(OpenedQuestionnaire).where(OpenedQuestionnaire.evaluation_id == evaluation.id)
    return list(
        db.session.scalars(query.order_by(OpenedQuestionnaire.audience, OpenedQuestionnaire.version.desc()))
    )


def outcomes(evaluation: Evaluation, level: str | None = None) -> tuple[Question, ...]:
    """The outcomes asked of a level, or of anyone, each once and in order."""
    asked = [each for each in questionnaires(evaluation) if level in (None, each.id.removeprefix("level-"))]
    return tuple({outcome.id: outcome for each in asked for outcome in each.outcomes}.values())


def followups(evaluation: Evaluation) -> tuple[Wave, ...]:
    """The waves that can have results: every one with a now."""
    query = select(Wave).where(Wave.evaluation_id == evaluation.id, Wave.number > 0).order_by(Wave.number)
    return tuple(db.session.scalars(query))


@lru_cache(maxsize=64)
def _read(_digest: str, document: str) -> Questionnaire:
    return loading.from_json(document)
