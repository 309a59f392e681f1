"""What each level is asked, and roughly how long that takes."""

from dataclasses import dataclass

from survey.analysis.wording import number
from survey.engagement import evaluations
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Questionnaire
from survey.records.evaluation import Evaluation

# Our reckoning for one short question with five answers, read calmly.
SECONDS_A_QUESTION = 12


@dataclass(frozen=True)
class Asked:
    level: str
    name: str
    questionnaire: Questionnaire
    # Of a questionnaire that was opened: enough of its digest to tell it from any other.
    digest: str = ""

    @property
    def outcomes(self) -> int:
        return len(self.questionnaire.outcomes)

    @property
    def length(self) -> str:
        count = len(self.questionnaire.questions)
        questions = "one question" if count == 1 else f"{number(count)} questions"
        return f"{questions}, {minutes(count)}"


def asked(evaluation: Evaluation) -> list[Asked]:
    """As it was opened, or as it would be opened now."""
    rows = evaluations.opened(evaluation)
    return [
        Asked(level, LEVELS[level], made, rows[level].digest[:8] if level in rows else "")
        for level, made in evaluations.asked(evaluation).items()
    ]


def minutes(questions: int) -> str:
    """Roughly how long so many questions take."""
    seconds = questions * SECONDS_A_QUESTION
    if seconds < 60:
        return "under a minute"
    whole = round(seconds / 60)
    return "about a minute" if whole == 1 else f"about {number(whole)} minutes"
