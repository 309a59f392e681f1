"""What was answered, page by page and in words: to be checked, or as a receipt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import gettext as _

from survey.questionnaires.answers import Answer, shown
from survey.questionnaires.model import Page, Question


@dataclass(frozen=True)
class Row:
    """What was answered on one page: pairs of what was asked and the answer, in words."""

    page_id: str
    heading: str
    answers: list[tuple[str, str]]


def told(pages: Iterable[Page], answers: Mapping[str, Answer]) -> Iterator[Row]:
    """A row for each page. Every question shown has to have been passed."""
    for page in pages:
        questions = page.questions
        heading = page.title if len(questions) > 1 else questions[0].text
        said = [(_label(each, questions), shown(each, answers[each.id], gettext)) for each in questions]
        yield Row(page.id, gettext(heading), said)


def _label(question: Question, beside: Sequence[Question]) -> str:
    """What tells an answer from the others of its page; nothing where it is alone."""
    if len(beside) == 1:
        return ""
    if question.recalls:
        return _("Before")
    return _("Now") if any(other.recalls == question.id for other in beside) else gettext(question.text)
