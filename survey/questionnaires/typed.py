"""What people type: numbers, shares that make 100, words, dates. Nothing is guessed."""

import re
from collections.abc import Sequence
from datetime import date

from survey.questionnaires.extraction import N_
from survey.questionnaires.model import Question
from survey.questionnaires.states import ANSWERED
from survey.questionnaires.understanding import Answer, NotUnderstood

ONE_ONLY = N_("Choose one answer only.")
NOT_WHOLE = N_("Write a whole number, such as 3.")
FIGURES_ONLY = N_("Write figures only, such as 3, without words.")
NO_SIGN = N_("Write %(number)s without the per cent sign.")
NO_COMMAS = N_("Write %(number)s without commas.")
NOT_A_PART = N_("Write a number, such as 3, not a part of a hundred.")
OUT_OF_RANGE = N_("Write a whole number from %(least)s to %(most)s.")
BELOW_NOUGHT = N_("Write a whole number, 0 or more.")
TOO_LITTLE = N_("These make %(made)s. They need to make 100, so %(off)s more.")
TOO_MUCH = N_("These make %(made)s. They need to make 100, so take %(off)s away.")
ALL_WHOLE = N_("Write whole numbers from 0 to 100, without signs or words.")
ONE_EACH = N_("Write one number beside each name, or leave it empty.")
TOO_LONG = N_("That is a little too long. Characters to take out: %(over)s.")
NO_SUCH_DATE = N_("Write a real date as day, month and year, such as %(example)s.")
NOT_BETWEEN = N_("Write a date from %(earliest)s to %(latest)s.")
TOO_EARLY = N_("Write a date that is not before %(earliest)s.")
TOO_LATE = N_("Write a date that is not after %(latest)s.")

# Without bounds of its own a number is a count: nought or more, and small enough for every database.
MOST_NUMBER = 999_999_999
EXAMPLE = "27 3 2025"
WHOLE_SHARE = 100
DATES = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[ /.-](?P<month>[0-9]{1,2})[ /.-](?P<year>[0-9]{4})"),
)
SIGNED = re.compile(r"([0-9]{1,9}) ?%")
GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3}){1,2}")


def number(question: Question, given: Sequence[str]) -> Answer:
    """The whole number that was typed. Raises NotUnderstood."""
    least = 0 if question.least_number is None else question.least_number
    most = MOST_NUMBER if question.most_number is None else question.most_number
    if len(given) > 1:
        raise NotUnderstood(NOT_WHOLE)
    return Answer(question.id, ANSWERED, number=_whole(given[0], least, most))


def share(question: Question, given: Sequence[str]) -> Answer:
    """The shares that were typed: a text for each contributor in order, an empty one for nought.

    Raises NotUnderstood unless they are whole numbers that make 100.
    """
    if len(given) != len(question.choices):
        raise NotUnderstood(ONE_EACH)
    parts = _parts(question, given)
    made = sum(part for _, part in parts)
    if made != WHOLE_SHARE:
        off = abs(WHOLE_SHARE - made)
        raise NotUnderstood(TOO_LITTLE if made < WHOLE_SHARE else TOO_MUCH, made=made, off=off)
    return Answer(question.id, ANSWERED, shares=parts)


def words(question: Question, given: Sequence[str]) -> Answer:
    """The words that were typed. Raises NotUnderstood where they are too many."""
    if len(given) > 1:
        raise NotUnderstood(ONE_ONLY)
    over = len(given[0]) - question.longest
    if over > 0:
        raise NotUnderstood(TOO_LONG, over=over)
    return Answer(question.id, ANSWERED, words=given[0])


def day(question: Question, given: Sequence[str]) -> Answer:
    """The date that was typed, as one text or as day, month, year. Raises NotUnderstood."""
    found = [match for pattern in DATES if (match := pattern.fullmatch(" ".join(given)))]
    try:
        typed = date(**{part: int(digits) for part, digits in found[0].groupdict().items()})
    except (IndexError, ValueError):
        raise NotUnderstood(NO_SUCH_DATE, example=_example(question)) from None
    _check_bounds(typed, question.earliest, question.latest)
    return Answer(question.id, ANSWERED, words=typed.isoformat())


def _example(question: Question) -> str:
    """A day as it is to be typed, and that would be taken."""
    first = date.fromisoformat(question.earliest) if question.earliest else None
    return f"{first.day} {first.month} {first.year}" if first else EXAMPLE


def _parts(question: Question, given: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Contributor and per cent. Where several cannot be read, all of them are named at once."""
    parts, wrong = [], {}
    for choice, text in zip(question.choices, given, strict=True):
        try:
            parts.append((str(choice.value), _whole(text, 0, WHOLE_SHARE) if text else 0))
        except NotUnderstood as error:
            wrong[choice.text] = error
    if len(wrong) > 1:
        raise NotUnderstood(ALL_WHOLE, ", ".join(wrong))
    for contributor, error in wrong.items():
        raise NotUnderstood(error.message, contributor, **error.params)
    return tuple(parts)


def _whole(text: str, least: int, most: int) -> int:
    if (signed := SIGNED.fullmatch(text)) and most != WHOLE_SHARE:
        # "50%" of a number of people is not 50 people.
        raise NotUnderstood(NOT_A_PART)
    if signed:
        raise NotUnderstood(NO_SIGN, number=_whole(signed[1], least, most))
    if GROUPED.fullmatch(text):
        raise NotUnderstood(NO_COMMAS, number=_whole(text.replace(",", ""), least, most))
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise NotUnderstood(FIGURES_ONLY if any(sign.isalpha() for sign in text) else NOT_WHOLE)
    # Python refuses to read thousands of digits; no number allowed has more than nine.
    if len(text.lstrip("+-0")) > 9 or not least <= int(text) <= most:
        if (least, most) == (0, MOST_NUMBER) and text.startswith("-"):
            raise NotUnderstood(BELOW_NOUGHT)
        raise NotUnderstood(OUT_OF_RANGE, least=least, most=most)
    return int(text)


def _check_bounds(typed: date, earliest: str | None, latest: str | None) -> None:
    first, last = (date.fromisoformat(bound) if bound else None for bound in (earliest, latest))
    if (first is None or typed >= first) and (last is None or typed <= last):
        return
    if first and last:
        raise NotUnderstood(NOT_BETWEEN, earliest=first, latest=last)
    raise NotUnderstood(TOO_EARLY, earliest=first) if first else NotUnderstood(TOO_LATE, latest=last)
