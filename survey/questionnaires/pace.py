"""Roughly how long a questionnaire takes: one reckoning for those who ask and those who answer."""

from survey.questionnaires.model import Questionnaire

# A question with its answers read calmly; the same question again, thinking back, takes half as long.
SECONDS_A_QUESTION = 10
SECONDS_THINKING_BACK = 5


def length(questionnaire: Questionnaire) -> int:
    """How many questions a person counts: a page is one, as in "Question 3 of 8"."""
    return len(questionnaire.pages)


def seconds(questionnaire: Questionnaire) -> int:
    """Roughly how many seconds it takes."""
    return sum(
        SECONDS_THINKING_BACK if question.recalls else SECONDS_A_QUESTION
        for question in questionnaire.questions
    )
