"""A questionnaire as frozen data: pages of questions, each with the choices in the order shown."""

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property

from survey.questionnaires.states import DOES_NOT_APPLY, OFFERED

SCALE, CHOICE, CHOICES = "scale", "choice", "choices"
NUMBER, WORDS, DATE, SHARE = "number", "words", "date", "share"
KINDS = (SCALE, CHOICE, CHOICES, NUMBER, WORDS, DATE, SHARE)
# Answered by choosing; the choices of a share are the contributors among whom 100 is shared out.
CHOSEN = (SCALE, CHOICE, CHOICES)
WITH_CHOICES = (*CHOSEN, SHARE)
HIGHER, LOWER = "higher", "lower"


@dataclass(frozen=True)
class Choice:
    value: int | str
    text: str


@dataclass(frozen=True)
class Condition:
    """Show a question only if an earlier one was answered with one of these values or states."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    id: str
    kind: str
    short_name: str
    text: str
    # The same question asked "thinking back"; empty where nobody has worded it.
    text_then: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    also: tuple[str, ...] = ()
    better: str | None = None
    recalls: str | None = None
    show_if: Condition | None = None
    most: int | None = None
    least_number: int | None = None
    most_number: int | None = None
    longest: int = 2000
    # Bounds of a date, as year-month-day; not_before names an earlier date question of the same page.
    earliest: str | None = None
    latest: str | None = None
    not_before: str | None = None
    # What "This does not apply to me" says here, where other words fit better.
    does_not_apply: str = ""

    @property
    def lowest(self) -> int:
        """The lowest score of a scale, as stored."""
        return min(choice.value for choice in self.choices)

    @property
    def highest(self) -> int:
        """The highest score of a scale, as stored."""
        return max(choice.value for choice in self.choices)

    def text_of(self, state: str) -> str:
        """The words for a state that is offered beside the answers."""
        return self.does_not_apply if state == DOES_NOT_APPLY and self.does_not_apply else OFFERED[state]

    @property
    def is_outcome(self) -> bool:
        """Whether change is measured on it: a scale with a better end that asks about now."""
        return self.kind == SCALE and self.better is not None and self.recalls is None


@dataclass(frozen=True)
class Page:
    id: str
    title: str
    questions: tuple[Question, ...]
    text: str = ""


@dataclass(frozen=True)
class Questionnaire:
    id: str
    version: int
    title: str
    source: str
    licence: str
    pages: tuple[Page, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for page in self.pages for question in page.questions)

    @property
    def outcomes(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.is_outcome)

    def page(self, page_id: str) -> Page:
        """Raises KeyError for a page that is not there."""
        return _by_id(self.pages, page_id)

    def question(self, question_id: str) -> Question:
        """Raises KeyError for a question that is not there."""
        return _by_id(self.questions, question_id)

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hex over everything the document says: ids, kinds, values, English texts."""
        canonical = json.dumps(to_document(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def to_document(part) -> object:
    """The plain document (dicts, lists, text, numbers) that reads back as this part; defaults left out."""
    if isinstance(part, tuple):
        return [to_document(item) for item in part]
    if isinstance(part, Condition):
        return {"question": part.question, "is": list(part.values)}
    if is_dataclass(part):
        said = ((name, getattr(part, name), usual) for name, usual in _defaults(type(part)))
        return {name: to_document(value) for name, value, usual in said if value != usual}
    return part


# Asked for thousands of times for one questionnaire.
@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


def _by_id(parts, wanted: str):
    for part in parts:
        if part.id == wanted:
            return part
    raise KeyError(wanted)
