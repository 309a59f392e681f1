"""An answer that was understood, and why one was not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from survey.questionnaires.extraction import N_

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
    """What was answered. `number` for scale and number, `choices` for choice and choices, `shares` for
    share (contributor and per cent, in the order of the choices, noughts included), `words` for words and
    (as year-month-day) date; none of them unless the state is "answered"."""

    question: str
    state: str
    number: int | None = None
    choices: tuple[str, ...] = ()
    words: str = ""
    shares: tuple[tuple[str, int], ...] = ()


class NotUnderstood(ValueError):
    """An answer that cannot be kept. `message` is an English template, `params` what goes into it.

    `about` is the English text of the part that it is about, where the question has several.
    """

    def __init__(self, message: str, about: str = "", **params: object):
        self.message, self.about, self.params = message, about, params
        super().__init__(self.told())

    def told(self, translate: Callable[[str], str] = N_) -> str:
        """What is wrong, as a sentence. `translate` turns English texts."""
        said = translate(self.message) % _in_words(self.params, translate)
        return f"{translate(self.about)}: {said}" if self.about else said


def day_in_words(day: date, translate: Callable[[str], str] = N_) -> str:
    """A day as people write it: 3 May 2025."""
    return f"{day.day} {translate(MONTHS[day.month - 1])} {day.year}"


def _in_words(params: Mapping[str, object], translate: Callable[[str], str]) -> dict[str, object]:
    return {
        name: day_in_words(value, translate) if isinstance(value, date) else value
        for name, value in params.items()
    }
