"""What each level and each kind of partner is asked, and roughly how long that takes."""

from dataclasses import dataclass, replace

from survey.analysis.wording import number
from survey.engagement import evaluations, partners, telling
from survey.questionnaires import pace, routing
from survey.questionnaires.characteristics import LEVELS
from survey.questionnaires.model import Questionnaire
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records.evaluation import Evaluation
from survey.records.story import STORY
from survey.web.evaluator.standing import counted


@dataclass(frozen=True)
class Asked:
    # A level, a kind of partner, or those who tell a story.
    audience: str
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

    @property
    def reach(self) -> str:
        """How long it is where no answer opens a further page, and where every page is opened."""
        pages = routing.visible_pages(self.questionnaire, {})
        least = _pages(replace(self.questionnaire, pages=pages))
        return f"from {least} to {_pages(self.questionnaire)}"


def asked(evaluation: Evaluation) -> list[Asked]:
    """As it was opened, or as it would be opened now."""
    rows = evaluations.opened(evaluation)
    return [
        Asked(level, LEVELS[level], made, rows[level].digest[:8] if level in rows else "")
        for level, made in evaluations.asked(evaluation).items()
    ]


def asked_of_partners(evaluation: Evaluation) -> list[Asked]:
    """The same for each kind of partner."""
    rows = partners.opened(evaluation)
    return [
        Asked(kind, PARTNER_KINDS[kind], made, rows[kind].digest[:8] if kind in rows else "")
        for kind, made in partners.asked(evaluation).items()
    ]


def asked_of_tellers(evaluation: Evaluation) -> Asked:
    """The same for those who tell a story."""
    row = telling.opened(evaluation)
    return Asked(STORY, "those who tell a story", telling.asked(evaluation), row.digest[:8] if row else "")


def _pages(questionnaire: Questionnaire) -> str:
    return f"{counted(pace.length(questionnaire), 'page')} ({minutes(pace.seconds(questionnaire))})"


def minutes(seconds: int) -> str:
    """So many seconds, roughly, in words."""
    if seconds < 60:
        return "under a minute"
    whole = round(seconds / 60)
    return "about a minute" if whole == 1 else f"about {number(whole)} minutes"
