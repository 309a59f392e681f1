"""Which page comes next, given the answers so far."""

from collections.abc import Mapping
from dataclasses import replace

from survey.questionnaires.answers import ANSWERED, Answer
from survey.questionnaires.model import Condition, Page, Questionnaire


def visible_pages(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> tuple[Page, ...]:
    """The pages to show, in order, each with only the questions to show.

    An answer to a question that is no longer shown does not count for later conditions.
    """
    pages: list[Page] = []
    counted: dict[str, Answer] = {}
    for page in questionnaire.pages:
        questions = tuple(each for each in page.questions if _met(each.show_if, counted))
        counted |= {each.id: answers[each.id] for each in questions if each.id in answers}
        if questions == page.questions:
            pages.append(page)
        elif questions:
            pages.append(replace(page, questions=questions))
    return tuple(pages)


def next_page(questionnaire: Questionnaire, page_id: str, answers: Mapping[str, Answer]) -> str | None:
    """The id of the page after this one; None when it is time to check the answers.

    Raises KeyError for a page that the questionnaire does not have.
    """
    _, after = _around(questionnaire, page_id, answers)
    return after[0] if after else None


def previous_page(questionnaire: Questionnaire, page_id: str, answers: Mapping[str, Answer]) -> str | None:
    """The id of the page before this one; None on the first. Raises KeyError."""
    before, _ = _around(questionnaire, page_id, answers)
    return before[-1] if before else None


def first_unanswered(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> str | None:
    """The id of the first page with a question not yet passed (skipping passes it); None when all are."""
    for page in visible_pages(questionnaire, answers):
        if any(question.id not in answers for question in page.questions):
            return page.id
    return None


def position(questionnaire: Questionnaire, page_id: str, answers: Mapping[str, Answer]) -> tuple[int, int]:
    """This page's number, from 1, and how many pages there are. Raises KeyError."""
    before, _ = _around(questionnaire, page_id, answers)
    return len(before) + 1, max(len(visible_pages(questionnaire, answers)), len(before) + 1)


def _around(questionnaire: Questionnaire, page_id: str, answers: Mapping[str, Answer]) -> tuple[list, list]:
    """The ids of the visible pages before and after this one, which may itself be hidden by now."""
    order = {page.id: n for n, page in enumerate(questionnaire.pages)}
    here, ids = order[page_id], [page.id for page in visible_pages(questionnaire, answers)]
    return [one for one in ids if order[one] < here], [one for one in ids if order[one] > here]


def _met(condition: Condition | None, answers: Mapping[str, Answer]) -> bool:
    if condition is None:
        return True
    answer = answers.get(condition.question)
    return answer is not None and bool(set(_codes(answer)) & set(condition.values))


def _codes(answer: Answer) -> tuple[str, ...]:
    """An answer as the codes a condition names: what was chosen, or the state."""
    if answer.state != ANSWERED:
        return (answer.state,)
    return answer.choices if answer.number is None else (str(answer.number),)
