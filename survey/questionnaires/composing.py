"""Makes a questionnaire from the outcomes that an evaluator picked."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace

from survey.questionnaires import partners
from survey.questionnaires.extraction import N_
from survey.questionnaires.impact_ids import (
    CASE,
    CASE_PERSON,
    ENDINGS,
    HAPPENED_INSTEAD,
    IMPACT,
    TRADITIONAL_RESPONSE,
)
from survey.questionnaires.loading import read
from survey.questionnaires.model import (
    CHOICE,
    CHOICES,
    HIGHER,
    LOWER,
    SCALE,
    Choice,
    Page,
    Question,
    Questionnaire,
    to_document,
)
from survey.questionnaires.place import QuestionnaireError
from survey.questionnaires.resident_impact import impact_page
from survey.questionnaires.states import DOES_NOT_APPLY, PREFER_NOT_TO_SAY

WAVES, THEN_AND_NOW = "waves", "then_and_now"
LEVEL_ONE, LEVEL_TWO = "one", "two"
MATTERS_MOST, HELPED = "matters_most", "helped"
THEN_SUFFIX = "_then"
MOST_THAT_MATTER = 3
POINTS = 5
# What fits on a phone: short names stand in sentences and tables, points on buttons.
LONGEST = {"short_name": 40, "text": 300, "points": 100}
# Questions and pages beside the outcomes.
RESERVED = (MATTERS_MOST, HELPED, CASE, CASE_PERSON, TRADITIONAL_RESPONSE, HAPPENED_INSTEAD)
# Leaves room for the suffixes in the sixty characters of an id.
LONGEST_OWN_ID = 40

THINKING_BACK = N_("Thinking back to before you met your coordinator, what would you have said?")
MATTERS_MOST_TEXT = N_("Which of these matter most to you?")
# How many to choose; and the same where two questions about each one chosen come after it.
UP_TO_THREE = N_("Choose up to three.")
ONE_OR_BOTH = N_("Choose one or both.")
THEN_TWO_MORE = {
    UP_TO_THREE: N_("Choose up to three. Two short questions follow about each one you choose."),
    ONE_OR_BOTH: N_("Choose one or both. Two short questions follow about each one you choose."),
}

HELPED_QUESTION = Question(
    id=HELPED,
    kind=CHOICE,
    short_name=N_("Help with answering"),
    text=N_("Did anyone help you answer?"),
    choices=(
        Choice("nobody", N_("No, I answered on my own")),
        Choice("family_or_friend", N_("Yes, family or a friend helped me")),
        Choice("coordinator_helped", N_("Yes, my coordinator helped me")),
        Choice("coordinator_filled_in", N_("Yes, my coordinator filled it in for me")),
        Choice("someone_else", N_("Yes, someone else helped me")),
    ),
    also=(PREFER_NOT_TO_SAY,),
)


def compose(
    title: str, outcomes: Sequence[Question], before: str, level: str, version: int = 1
) -> Questionnaire:
    """The questionnaire with a page for each outcome and, last, who helped.

    `before` is "waves" (asks about now) or "then_and_now" (each page asks about now, then thinking back).
    Level "two" is also asked which outcomes matter most, if there are at least two, and why those changed.
    Raises ValueError, QuestionnaireError among it, where these do not make a questionnaire.
    """
    if before not in (WAVES, THEN_AND_NOW) or level not in (LEVEL_ONE, LEVEL_TWO):
        raise ValueError(f"no questionnaire for before {before!r} and level {level!r}")
    if not all(outcome.is_outcome for outcome in outcomes):
        raise ValueError("only outcomes can be asked about: scales with a better end, about now")
    pages = [_outcome_page(outcome, before) for outcome in outcomes]
    if level == LEVEL_TWO and len(outcomes) > 1:
        pages.append(_matters_most_page(outcomes))
        pages += [impact_page(outcome, MATTERS_MOST) for outcome in outcomes]
    pages.append(Page(HELPED, N_("About your answers"), (HELPED_QUESTION,)))
    made = Questionnaire(
        id=f"level-{level}",
        version=version,
        title=title,
        source="Outcomes chosen for this evaluation",
        licence="Our own wording unless the outcome names its source",
        pages=tuple(pages),
    )
    return read(to_document(made), title)


def at_introduction(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire as it is asked first, when nothing can have changed yet: not why it did."""
    asked_why = {page.id for page in questionnaire.pages if page.id.endswith(IMPACT) and _waits(page)}
    if not asked_why:
        return questionnaire
    pages = (_promising_nothing(page) for page in questionnaire.pages if page.id not in asked_why)
    return replace(questionnaire, pages=tuple(pages))


def _waits(page: Page) -> bool:
    """Whether the page is shown only to those who chose its outcome."""
    return all(each.show_if is not None and each.show_if.question == MATTERS_MOST for each in page.questions)


def _promising_nothing(page: Page) -> Page:
    """The page without the sentence that more questions follow."""
    shorter = {longer: hint for hint, longer in THEN_TWO_MORE.items()}
    questions = (replace(each, hint=shorter.get(each.hint, each.hint)) for each in page.questions)
    return replace(page, questions=tuple(questions))


def _outcome_page(outcome: Question, before: str) -> Page:
    now = replace(outcome, text_then="", show_if=None)
    then = replace(now, id=f"{now.id}{THEN_SUFFIX}", text=outcome.text_then or THINKING_BACK, recalls=now.id)
    return Page(now.id, now.short_name, (now, then) if before == THEN_AND_NOW else (now,))


def _matters_most_page(outcomes: Sequence[Question]) -> Page:
    question = Question(
        id=MATTERS_MOST,
        kind=CHOICES,
        short_name=N_("What matters most"),
        text=MATTERS_MOST_TEXT,
        hint=THEN_TWO_MORE[UP_TO_THREE if len(outcomes) > 2 else ONE_OR_BOTH],
        choices=tuple(Choice(outcome.id, outcome.short_name) for outcome in outcomes),
        also=(PREFER_NOT_TO_SAY,),
        most=min(MOST_THAT_MATTER, len(outcomes)),
    )
    return Page(MATTERS_MOST, N_("What matters most"), (question,))


def own_outcome(
    short_name: str, text: str, points: Sequence[str], better: str, taken: Collection[str]
) -> Question:
    """An outcome in an evaluator's own words, scored 1 to 5.

    `points` are the words for the scores 1 to 5 in that order, whichever end is good; `taken` are
    the ids already in use. Raises QuestionnaireError whose `problem` is a sentence for the evaluator
    and whose `key` is short_name, text, points or better.
    """
    name, asked = _said("short_name", short_name), _said("text", text)
    said = [_said("points", point) for point in points]
    if len(said) != POINTS:
        raise _refused("points", f"Write words for all {POINTS} points.")
    if len({point.casefold() for point in said}) < POINTS:
        raise _refused("points", "Write different words for each point.")
    if not all(any(letter.isalpha() for letter in point) for point in said):
        raise _refused("points", "Write words for each point, not only a number.")
    if better not in (HIGHER, LOWER):
        raise _refused("better", "Say whether a higher or a lower score is better.")
    rising = [Choice(score, point) for score, point in enumerate(said, 1)]
    return Question(
        id=_own_id(name, taken),
        kind=SCALE,
        short_name=name,
        text=asked,
        choices=tuple(rising if better == HIGHER else rising[::-1]),
        also=(DOES_NOT_APPLY, PREFER_NOT_TO_SAY),
        better=better,
    )


def _said(key: str, text: str) -> str:
    """The text on one line. Raises QuestionnaireError where nothing is left or it is too long."""
    said = " ".join(text.split())
    if not said:
        raise _refused(key, "Write something here.")
    if len(said) > LONGEST[key]:
        raise _refused(
            key,
            f"Make this shorter: it has {len(said)} characters, and the most is {LONGEST[key]}.",
        )
    return said


def _refused(key: str, problem: str) -> QuestionnaireError:
    return QuestionnaireError(problem, "an outcome of your own", key=key)


def _own_id(short_name: str, taken: Collection[str]) -> str:
    """A snake_case id from the name, with a number behind it where that id is in use."""
    plain = unicodedata.normalize("NFKD", short_name).encode("ascii", "ignore").decode().lower()
    stem = "_".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_OWN_ID].strip("_")
    if not stem[:1].isalpha():
        stem = f"own_{stem}".rstrip("_")
    if stem.endswith((THEN_SUFFIX, *ENDINGS)):
        stem += "_own"
    used, number, made = {*taken, *RESERVED, *partners.outcomes()}, 2, stem
    while made in used or any(made + ending in used for ending in ENDINGS):
        made, number = f"{stem}_{number}", number + 1
    return made
