"""What is a valid answer: one rule for the phone, for paper keyed in and for spreadsheets."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from survey.questionnaires.extraction import N_
from survey.questionnaires.model import CHOICE, CHOICES, DATE, NUMBER, SCALE, WORDS, Question
from survey.questionnaires.states import (
    ANSWERED,
    DOES_NOT_APPLY,
    DONT_KNOW,
    NO_ANSWER,
    OFFERED,
    PREFER_NOT_TO_SAY,
    SKIPPED,
)

__all__ = [
    "ANSWERED",
    "DOES_NOT_APPLY",
    "DONT_KNOW",
    "PREFER_NOT_TO_SAY",
    "SKIPPED",
    "Answer",
    "NotUnderstood",
    "shown",
    "understand",
]

NOT_OFFERED = N_("Choose one of the answers on this page.")
ONE_ONLY = N_("Choose one answer only.")
ONE_OR_THE_OTHER = N_("Choose an answer, or an option such as “Prefer not to say”, not both.")
TOO_MANY = N_("You chose %(chosen)s. Choose %(most)s or fewer.")
NOT_WHOLE = N_("Write a whole number, such as 3.")
OUT_OF_RANGE = N_("Write a whole number from %(least)s to %(most)s.")
TOO_LONG = N_("That is a little too long. Characters to take out: %(over)s.")
NO_SUCH_DATE = N_("Write a real date as day, month and year, such as 27 3 2025.")

# Without bounds of its own a number is a count: nought or more, and small enough for every database.
MOST_NUMBER = 999_999_999
DATES = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[ /.-](?P<month>[0-9]{1,2})[ /.-](?P<year>[0-9]{4})"),
)
# PostgreSQL keeps no NUL, and nobody types the others.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


@dataclass(frozen=True)
class Answer:
    """What was answered. `number` for scale and number, `choices` for choice and choices,
    `words` for words and (as year-month-day) date; none of them unless the state is "answered"."""

    question: str
    state: str
    number: int | None = None
    choices: tuple[str, ...] = ()
    words: str = ""


class NotUnderstood(ValueError):
    """An answer that cannot be kept. `message` is an English template, `params` what goes into it."""

    def __init__(self, message: str, **params: object):
        self.message, self.params = message, params
        super().__init__(message % params)


def understand(question: Question, raw: Sequence[str]) -> Answer:
    """The answer that posted strings mean; none, or only blank ones, mean "skipped".

    A choice is posted as its value, a state as its name, a date as one text or as day, month, year.
    Raises NotUnderstood for anything that the question does not offer.
    """
    given = [text for text in (_cleaned(item) for item in raw) if text]
    if not given:
        return Answer(question.id, SKIPPED)
    states = list(dict.fromkeys(text for text in given if text in question.also))
    if states:
        return _state_alone(question, states, given)
    return BY_KIND[question.kind](question, given)


def shown(question: Question, answer: Answer, translate: Callable[[str], str] = N_) -> str:
    """The answer in words, for the page on which answers are checked. `translate` turns English texts."""
    if answer.state == SKIPPED:
        return translate(NO_ANSWER)
    if answer.state != ANSWERED:
        return translate(OFFERED[answer.state])
    if question.kind == DATE:
        day = date.fromisoformat(answer.words)
        return f"{day.day} {translate(MONTHS[day.month - 1])} {day.year}"
    texts = {str(choice.value): choice.text for choice in question.choices}
    if question.kind == SCALE:
        return translate(texts[str(answer.number)])
    if question.kind in (CHOICE, CHOICES):
        return "; ".join(translate(texts[value]) for value in answer.choices)
    return str(answer.number) if question.kind == NUMBER else answer.words


def _cleaned(text: str) -> str:
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _state_alone(question: Question, states: list[str], given: list[str]) -> Answer:
    if set(given) != {states[0]}:
        raise NotUnderstood(ONE_OR_THE_OTHER)
    return Answer(question.id, states[0])


def _offered(question: Question, given: list[str]) -> list[str]:
    """The values chosen, each once and in the order shown."""
    values = [str(choice.value) for choice in question.choices]
    if not set(given) <= set(values):
        raise NotUnderstood(NOT_OFFERED)
    return [value for value in values if value in given]


def _one(question: Question, given: list[str]) -> str:
    values = _offered(question, given)
    if len(values) > 1:
        raise NotUnderstood(ONE_ONLY)
    return values[0]


def _scale(question: Question, given: list[str]) -> Answer:
    return Answer(question.id, ANSWERED, number=int(_one(question, given)))


def _choice(question: Question, given: list[str]) -> Answer:
    return Answer(question.id, ANSWERED, choices=(_one(question, given),))


def _choices(question: Question, given: list[str]) -> Answer:
    values = _offered(question, given)
    if question.most is not None and len(values) > question.most:
        raise NotUnderstood(TOO_MANY, chosen=len(values), most=question.most)
    return Answer(question.id, ANSWERED, choices=tuple(values))


def _number(question: Question, given: list[str]) -> Answer:
    least = 0 if question.least_number is None else question.least_number
    most = MOST_NUMBER if question.most_number is None else question.most_number
    if len(given) > 1 or not re.fullmatch(r"[+-]?[0-9]+", given[0]):
        raise NotUnderstood(NOT_WHOLE)
    # Python refuses to read thousands of digits; no number allowed has more than nine.
    if len(given[0].lstrip("+-0")) > 9 or not least <= int(given[0]) <= most:
        raise NotUnderstood(OUT_OF_RANGE, least=least, most=most)
    return Answer(question.id, ANSWERED, number=int(given[0]))


def _words(question: Question, given: list[str]) -> Answer:
    if len(given) > 1:
        raise NotUnderstood(ONE_ONLY)
    over = len(given[0]) - question.longest
    if over > 0:
        raise NotUnderstood(TOO_LONG, over=over)
    return Answer(question.id, ANSWERED, words=given[0])


def _date(question: Question, given: list[str]) -> Answer:
    found = [match for pattern in DATES if (match := pattern.fullmatch(" ".join(given)))]
    try:
        day = date(**{part: int(digits) for part, digits in found[0].groupdict().items()})
    except (IndexError, ValueError):
        raise NotUnderstood(NO_SUCH_DATE) from None
    return Answer(question.id, ANSWERED, words=day.isoformat())


BY_KIND = {
    SCALE: _scale,
    CHOICE: _choice,
    CHOICES: _choices,
    NUMBER: _number,
    WORDS: _words,
    DATE: _date,
}
