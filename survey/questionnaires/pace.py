"""Roughly how long a questionnaire takes: one reckoning for those who ask and those who answer."""

from types import MappingProxyType

from survey.questionnaires.model import SHARE, WORDS, Page, Question, Questionnaire

# A question with its answers read calmly; the same question again, thinking back, takes half as long.
SECONDS_A_QUESTION = 10
SECONDS_THINKING_BACK = 5
# What has to be worked out or put into words takes longer.
SECONDS_BY_KIND = MappingProxyType({SHARE: 40, WORDS: 60})


def length(questionnaire: Questionnaire) -> int:
    """How many questions a person counts at most: a page is one, as in "Question 3 of 8"."""
    return len(_longest_way(questionnaire))


def fewest(questionnaire: Questionnaire) -> int:
    """How many questions a person counts at least: pages that wait for an answer may never come."""
    return sum(not _waits(page) for page in questionnaire.pages)


def seconds(questionnaire: Questionnaire) -> int:
    """Roughly how many seconds it takes at most."""
    return sum(_seconds(page) for page in _longest_way(questionnaire))


def _longest_way(questionnaire: Questionnaire) -> list[Page]:
    """The pages that one person can get: of those that wait for one of three choices, three."""
    always, waiting = [], {}
    for page in questionnaire.pages:
        if _waits(page):
            waiting.setdefault(page.questions[0].show_if.question, []).append(page)
        else:
            always.append(page)
    for asked, pages in waiting.items():
        always += sorted(pages, key=_seconds, reverse=True)[: questionnaire.question(asked).most]
    return always


def _waits(page: Page) -> bool:
    return all(question.show_if for question in page.questions)


def _seconds(page: Page) -> int:
    return sum(_seconds_of(question) for question in page.questions)


def _seconds_of(question: Question) -> int:
    if question.recalls:
        return SECONDS_THINKING_BACK
    return SECONDS_BY_KIND.get(question.kind, SECONDS_A_QUESTION)
