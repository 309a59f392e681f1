"""A form from a page of a questionnaire: for those who answer, and for an evaluator who looks first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from survey.questionnaires.answers import (
    ANSWERED,
    SKIPPED,
    Answer,
    NotUnderstood,
    out_of_order,
    understand,
)
from survey.questionnaires.model import (
    CHOICE,
    CHOICES,
    CHOSEN,
    DATE,
    NUMBER,
    SCALE,
    SHARE,
    WORDS,
    Page,
    Question,
)

Texts = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """A question with the texts that stand in its inputs, and what is wrong with them, in words."""

    question: Question
    raw: Texts = ()
    error: str | None = None
    answer: Answer | None = None


@dataclass(frozen=True)
class PageForm:
    fields: tuple[Field, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has filled anything in, so that it is the same for everyone."""
        return not any(field.raw or field.error for field in self.fields)

    @property
    def is_choices_only(self) -> bool:
        """Whether there is nothing in it but answers to choose from: nothing to type, nothing wrong."""
        return all(field.question.kind in CHOSEN and not field.error for field in self.fields)

    @property
    def has_shares(self) -> bool:
        """Whether something in it is shared out, so that a running total helps."""
        return any(field.question.kind == SHARE for field in self.fields)

    @property
    def answers(self) -> list[Answer]:
        """What was understood; fields of a form that nobody has posted give nothing."""
        return [field.answer for field in self.fields if field.answer]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """For the error summary: the id of the input to go to, and what is wrong."""
        return [(field.question.id, field.error) for field in self.fields if field.error]


def form_for(page: Page, kept: Mapping[str, Answer] = MappingProxyType({})) -> PageForm:
    """The page as it is first shown, with the answers that were kept."""
    return _form(Field(question, raw(question, kept.get(question.id))) for question in page.questions)


def posted_form(page: Page, posted: MultiDict) -> PageForm:
    """The page as it came back. Names that are not on the page are not looked at."""
    form = _form(_posted(question, tuple(posted.getlist(question.id))) for question in page.questions)
    wrong = out_of_order(page, {answer.question: answer for answer in form.answers})
    return _form(_refused(field, wrong.get(field.question.id)) for field in form.fields)


def raw(question: Question, answer: Answer | None) -> Texts:
    """The texts that would be posted to give this answer."""
    if answer is None or answer.state == SKIPPED:
        return ()
    return BY_KIND[question.kind](answer) if answer.state == ANSWERED else (answer.state,)


def _form(fields: Iterable[Field]) -> PageForm:
    return PageForm(tuple(fields))


def _posted(question: Question, given: Texts) -> Field:
    try:
        return Field(question, given, answer=understand(question, given))
    except NotUnderstood as error:
        return Field(question, given, error.told(gettext))


def _refused(field: Field, error: NotUnderstood | None) -> Field:
    return replace(field, error=error.told(gettext), answer=None) if error else field


def _number(answer: Answer) -> Texts:
    return (str(answer.number),)


def _chosen(answer: Answer) -> Texts:
    return answer.choices


def _written(answer: Answer) -> Texts:
    return (answer.words,)


def _shared(answer: Answer) -> Texts:
    return tuple(str(part) for _, part in answer.shares)


BY_KIND = {
    SCALE: _number,
    CHOICE: _chosen,
    CHOICES: _chosen,
    NUMBER: _number,
    WORDS: _written,
    DATE: _written,
    SHARE: _shared,
}
