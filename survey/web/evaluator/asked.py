"""What each level is asked, and roughly how long that takes."""

from dataclasses import dataclass

from survey.analysis.wording import number
from survey.engagement import evaluations
from survey.questionnaires import pace
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Questionnaire
from survey.records.evaluation import Evaluation


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
        count = pace.length(self.questionnaire)
        questions = "one question" if count == 1 else f"{number(count)} questions"
        return f"{questions}, {minutes(pace.seconds(self.questionnaire))}"


def asked(evaluation: Evaluation) -> list[Asked]:
    """As it was opened, or as it would be opened now."""
    rows = evaluations.opened(evaluation)
    return [
        Asked(level, LEVELS[level], made, rows[level].digest[:8] if level in rows else "")
        for level, made in evaluations.asked(evaluation).items()
    ]


def minutes(seconds: int) -> str:
    """So many seconds, roughly, in words."""
    if seconds < 60:
        return "under a minute"
    whole = round(seconds / 60)
    return "about a minute" if whole == 1 else f"about {number(whole)} minutes"
