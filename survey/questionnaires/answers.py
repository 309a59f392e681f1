"""What is a valid answer: one rule for the phone, for paper keyed in and for spreadsheets."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from survey.questionnaires import typed
from survey.questionnaires.extraction import N_
from survey.questionnaires.model import (
    CHOICE,
    CHOICES,
    DATE,
    NUMBER,
    SCALE,
    SHARE,
    WORDS,
    Page,
    Question,
)
from survey.questionnaires.states import (
    ANSWERED,
    DOES_NOT_APPLY,
    DONT_KNOW,
    NO_ANSWER,
    PREFER_NOT_TO_SAY,
    SKIPPED,
)
from survey.questionnaires.typed import ONE_ONLY
from survey.questionnaires.understanding import Answer, NotUnderstood, day_in_words

__all__ = [
    "ANSWERED",
    "DOES_NOT_APPLY",
    "DONT_KNOW",
    "PREFER_NOT_TO_SAY",
    "SKIPPED",
    "Answer",
    "NotUnderstood",
    "chosen",
    "out_of_order",
    "shown",
    "understand",
]

NOT_OFFERED = N_("Choose one of the answers on this page.")
ONE_OR_THE_OTHER = N_("Give an answer, or choose what stands under “or”, not both.")
TOO_MANY = N_("You chose %(chosen)s. Choose %(most)s or fewer.")
ENDS_BEFORE = N_("This is before %(first)s, the day on which it began. Write that day or a later one.")

# PostgreSQL keeps no NUL, and nobody types the others.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def understand(question: Question, raw: Sequence[str]) -> Answer:
    """The answer that posted strings mean; none, or only blank ones, mean "skipped".

    A choice is posted as its value, a state as its name, a date as one text or as day, month, year,
    shares as a text for each contributor. Raises NotUnderstood for anything that the question does not offer.
    """
    cleaned = [_cleaned(item) for item in raw]
    given = [text for text in cleaned if _can_be_seen(text)]
    if not given:
        return Answer(question.id, SKIPPED)
    states = list(dict.fromkeys(text for text in given if text in question.also))
    if states:
        return _state_alone(question, states, given)
    return BY_KIND[question.kind](question, cleaned if question.kind == SHARE else given)


def out_of_order(page: Page, answers: Mapping[str, Answer]) -> dict[str, NotUnderstood]:
    """What is wrong between the dates of a page, by question: the end of something before its beginning."""
    wrong = {}
    for question in (each for each in page.questions if each.not_before):
        first, last = (_day(answers.get(name)) for name in (question.not_before, question.id))
        if first and last and last < first:
            wrong[question.id] = NotUnderstood(ENDS_BEFORE, first=first)
    return wrong


def chosen(answers: Mapping[str, Answer], question: str) -> str | None:
    """What was chosen where one thing can be; None where nothing was."""
    answer = answers.get(question)
    return answer.choices[0] if answer and answer.choices else None


def shown(question: Question, answer: Answer, translate: Callable[[str], str] = N_) -> str:
    """The answer in words, for the page on which answers are checked. `translate` turns English texts."""
    if answer.state == SKIPPED:
        return translate(NO_ANSWER)
    if answer.state != ANSWERED:
        return translate(question.text_of(answer.state))
    texts = {str(choice.value): translate(choice.text) for choice in question.choices}
    return SHOWN[question.kind](answer, texts, translate)


def _cleaned(text: str) -> str:
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _can_be_seen(text: str) -> bool:
    """A name of signs without a shape would stand as nothing beside what somebody said."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def _day(answer: Answer | None) -> date | None:
    return date.fromisoformat(answer.words) if answer and answer.words else None


def _state_alone(question: Question, states: list[str], given: list[str]) -> Answer:
    if set(given) != {states[0]}:
        raise NotUnderstood(ONE_OR_THE_OTHER)
    return Answer(question.id, states[0])


def _offered(question: Question, given: Sequence[str]) -> list[str]:
    """The values chosen, each once and in the order shown."""
    values = [str(choice.value) for choice in question.choices]
    if not set(given) <= set(values):
        raise NotUnderstood(NOT_OFFERED)
    return [value for value in values if value in given]


def _one(question: Question, given: Sequence[str]) -> str:
    values = _offered(question, given)
    if len(values) > 1:
        raise NotUnderstood(ONE_ONLY)
    return values[0]


def _scale(question: Question, given: Sequence[str]) -> Answer:
    return Answer(question.id, ANSWERED, number=int(_one(question, given)))


def _choice(question: Question, given: Sequence[str]) -> Answer:
    return Answer(question.id, ANSWERED, choices=(_one(question, given),))


def _choices(question: Question, given: Sequence[str]) -> Answer:
    values = _offered(question, given)
    if question.most is not None and len(values) > question.most:
        raise NotUnderstood(TOO_MANY, chosen=len(values), most=question.most)
    return Answer(question.id, ANSWERED, choices=tuple(values))


def _shares_in_words(answer: Answer, texts: Mapping[str, str]) -> str:
    """Who had a part: "The coordinator 40, family and friends 60"."""
    said = ", ".join(_inside(texts[name]) + f" {part}" for name, part in answer.shares if part)
    return said[:1].upper() + said[1:]


def _inside(text: str) -> str:
    """A text as it stands inside a sentence; what is written in capitals stays so."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


BY_KIND = {
    SCALE: _scale,
    CHOICE: _choice,
    CHOICES: _choices,
    NUMBER: typed.number,
    WORDS: typed.words,
    DATE: typed.day,
    SHARE: typed.share,
}
SHOWN = {
    SCALE: lambda answer, texts, translate: texts[str(answer.number)],
    CHOICE: lambda answer, texts, translate: "; ".join(texts[value] for value in answer.choices),
    CHOICES: lambda answer, texts, translate: "; ".join(texts[value] for value in answer.choices),
    NUMBER: lambda answer, texts, translate: str(answer.number),
    WORDS: lambda answer, texts, translate: answer.words,
    DATE: lambda answer, texts, translate: day_in_words(date.fromisoformat(answer.words), translate),
    SHARE: lambda answer, texts, translate: _shares_in_words(answer, texts),
}
