"""What an evaluation asked, read back from the questionnaires that were opened."""

from functools import lru_cache

from sqlalchemy import select

from survey.questionnaires import loading
from survey.questionnaires.model import Question, Questionnaire
from survey.records.asking import OpenedQuestionnaire, Wave
from survey.records.base import db
from survey.records.evaluation import Evaluation


def questionnaires(evaluation: Evaluation) -> tuple[Questionnaire, ...]:
    """The opened questionnaires, that of Level 2 first: it is the longer one and gives the order."""
    query = select(OpenedQuestionnaire).where(OpenedQuestionnaire.evaluation_id == evaluation.id)
    rows = db.session.scalars(query.order_by(OpenedQuestionnaire.level.desc(), OpenedQuestionnaire.version))
    return tuple(_read(row.digest, row.document) for row in rows)


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
