"""What residents who do not exist say of changes that matter to them: would they have come anyway?"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

from survey.commands.made_up_answers import Person, Sheet
from survey.questionnaires import composing
from survey.questionnaires.answers import ANSWERED, DONT_KNOW, PREFER_NOT_TO_SAY, SKIPPED, Answer
from survey.questionnaires.impact_ids import ANYWAY, OTHERS

# In parts of a hundred: per cent of the change, or why there is none.
WITHOUT_FIGURE = {DONT_KNOW: 9, SKIPPED: 5, PREFER_NOT_TO_SAY: 2}
WOULD_HAVE = {"0": 24, "25": 31, "50": 20, "75": 7, "100": 2, **WITHOUT_FIGURE}
# In Thurrock others had somewhat more of a part, as its partners say too.
FROM_OTHERS = {"0": 24, "25": 32, "50": 20, "75": 6, "100": 2, **WITHOUT_FIGURE}
FROM_OTHERS_IN = {"Thurrock": {"0": 10, "25": 23, "50": 28, "75": 17, "100": 6, **WITHOUT_FIGURE}}
ALL_OF_IT = "100"


def said(random: Random, people: Iterable[Person]) -> list[Person]:
    """The same people, who also answer the two questions about each outcome that they named."""
    return [
        replace(person, sheets=tuple(_sheet(random, sheet, person.area) for sheet in person.sheets))
        for person in people
    ]


def _sheet(random: Random, sheet: Sheet, area: str) -> Sheet:
    named = sheet.answers.get(composing.MATTERS_MOST)
    # Before anything can have changed, nobody is asked why it did.
    if named is None or sheet.wave == 0:
        return sheet
    answers = dict(sheet.answers)
    for outcome in named.choices:
        answers |= _about(random, outcome, sheet.answers, FROM_OTHERS_IN.get(area, FROM_OTHERS))
    return replace(sheet, answers=answers)


def _about(
    random: Random, outcome: str, given: Mapping[str, Answer], from_others: Mapping[str, int]
) -> dict[str, Answer]:
    """Both answers; left out where nothing changed, or where nothing is left to share out."""
    anyway, others = (_pick(random, parts) for parts in (WOULD_HAVE, from_others))
    if _unchanged(outcome, given):
        anyway = others = SKIPPED
    elif anyway == ALL_OF_IT:
        others = SKIPPED
    both = {outcome + ANYWAY: anyway, outcome + OTHERS: others}
    return {question: _answer(question, code) for question, code in both.items()}


def _unchanged(outcome: str, given: Mapping[str, Answer]) -> bool:
    now, then = (given.get(name) for name in (outcome, outcome + composing.THEN_SUFFIX))
    return now is not None and then is not None and now.number == then.number is not None


def _answer(question: str, code: str) -> Answer:
    return Answer(question, ANSWERED, choices=(code,)) if code.isdigit() else Answer(question, code)


def _pick(random: Random, parts: Mapping[str, int]) -> str:
    return random.choices(list(parts), list(parts.values()))[0]
