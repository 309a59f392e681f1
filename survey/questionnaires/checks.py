"""The rules that a questionnaire keeps beyond the form of its keys."""

from collections.abc import Sequence

from survey.questionnaires.model import (
    CHOICES,
    CHOSEN,
    DATE,
    HIGHER,
    LOWER,
    NUMBER,
    SCALE,
    SHARE,
    WITH_CHOICES,
    WORDS,
    Page,
    Question,
    Questionnaire,
)
from survey.questionnaires.place import Place
from survey.questionnaires.states import DOES_NOT_APPLY, STATES

# Which kinds a key belongs to; on any other kind it would be silently without effect.
KEYS_OF_KINDS = {
    "choices": WITH_CHOICES,
    "better": (SCALE,),
    "recalls": (SCALE,),
    "text_then": (SCALE,),
    "most": (CHOICES,),
    "least_number": (NUMBER,),
    "most_number": (NUMBER,),
    "longest": (WORDS,),
    "earliest": (DATE,),
    "latest": (DATE,),
    "not_before": (DATE,),
}


def check_question(question: Question, given: Sequence[str], place: Place) -> None:
    """Checks one question by itself; `given` are the keys its document has."""
    for key in given:
        if question.kind not in KEYS_OF_KINDS.get(key, (question.kind,)):
            raise place.wrong(key, f"has no meaning for the kind {question.kind}")
    if question.kind in WITH_CHOICES:
        _check_choices(question, place)
    if question.kind == SCALE:
        _check_scale(question, place)
    if question.kind == SHARE:
        _check_share(question, place)
    _check_bounds(question, place)
    if question.does_not_apply and DOES_NOT_APPLY not in question.also:
        raise place.wrong("does_not_apply", f"has no meaning unless also names {DOES_NOT_APPLY}")


def _check_bounds(question: Question, place: Place) -> None:
    if question.most is not None and question.most > len(question.choices):
        raise place.wrong("most", f"is {question.most}, but there are {len(question.choices)} choices")
    least, most = question.least_number, question.most_number
    if least is not None and most is not None and least > most:
        raise place.wrong("least_number", f"is {least}, more than most_number, which is {most}")
    first, last = question.earliest, question.latest
    if first is not None and last is not None and first > last:
        raise place.wrong("earliest", f"is {first}, after latest, which is {last}")


def check_whole(questionnaire: Questionnaire, name: str) -> None:
    """Checks what questions say of one another: ids used once, conditions and recalls that can be met."""
    before: dict[str, Question] = {}
    pages: set[str] = set()
    for page in questionnaire.pages:
        if page.id in pages:
            raise Place(name, page.id).wrong("id", "is used by an earlier page")
        pages.add(page.id)
        seen = dict(before)
        for question in page.questions:
            place = Place(name, page.id, question.id)
            if question.id in seen:
                raise place.wrong("id", "is used by an earlier question")
            seen[question.id] = question
            _check_condition(question, before, place)
            _check_order(question, page, place)
        before = seen
    _check_recalls(questionnaire.pages, before, name)


def _check_choices(question: Question, place: Place) -> None:
    values = [choice.value for choice in question.choices]
    if not values:
        raise place.wrong("choices", "is missing")
    for value in values:
        if value in STATES:
            raise place.wrong("choices", f"cannot use the value {value}: it is the name of a state")
        if (type(value) is int) != (question.kind == SCALE):
            raise place.wrong("choices", f"must have {_values_of(question.kind)}, not {value!r}")
    _check_once("value", values, place)


def _check_once(what: str, given: list, place: Place) -> None:
    twice = next((one for one in given if given.count(one) > 1), None)
    if twice is not None:
        raise place.wrong("choices", f"has the {what} {twice!r} more than once")


def _values_of(kind: str) -> str:
    return "whole numbers as values" if kind == SCALE else "words as values"


def _check_scale(question: Question, place: Place) -> None:
    values = [choice.value for choice in question.choices]
    _check_once("text", [choice.text for choice in question.choices], place)
    for choice in question.choices:
        if not any(letter.isalpha() for letter in choice.text):
            raise place.wrong("choices", f"must have words for {choice.value}, not {choice.text!r}")
    upwards = list(range(min(values), max(values) + 1))
    if len(values) < 2 or sorted(values) != upwards:
        raise place.wrong("choices", f"must be whole numbers in a row without gaps, not {values}")
    orders = {HIGHER: [upwards], LOWER: [upwards[::-1]], None: [upwards, upwards[::-1]]}
    if values not in orders[question.better]:
        raise place.wrong("choices", f"must list the good end last (better: {question.better}), not {values}")


def _check_share(question: Question, place: Place) -> None:
    _check_once("text", [choice.text for choice in question.choices], place)
    if len(question.choices) < 2:
        raise place.wrong("choices", "must be at least two contributors")


def _check_order(question: Question, page: Page, place: Place) -> None:
    """An end names its beginning: a date asked before it on the same page, so that both are seen at once."""
    ids = [each.id for each in page.questions]
    earlier = {each.id for each in page.questions[: ids.index(question.id)] if each.kind == DATE}
    if question.not_before is not None and question.not_before not in earlier:
        raise place.wrong(
            "not_before", f"must name an earlier date of the same page, not {question.not_before}"
        )


def _check_condition(question: Question, before: dict[str, Question], place: Place) -> None:
    if question.show_if is None:
        return
    asked = before.get(question.show_if.question)
    if asked is None:
        raise place.wrong(
            "show_if", f"must name a question of an earlier page, not {question.show_if.question}"
        )
    chosen = asked.choices if asked.kind in CHOSEN else ()
    offered = {str(choice.value) for choice in chosen} | set(asked.also)
    for value in question.show_if.values:
        if value not in offered:
            raise place.wrong("show_if", f"{asked.id} does not offer {value}")


def _check_recalls(pages: Sequence[Page], questions: dict[str, Question], name: str) -> None:
    recalling = [(page, question) for page in pages for question in page.questions if question.recalls]
    for page, question in recalling:
        place, now = Place(name, page.id, question.id), questions.get(question.recalls)
        if now is None or now.kind != SCALE or now.recalls:
            raise place.wrong("recalls", f"must name a scale that asks about now, not {question.recalls}")
        if (question.choices, question.better) != (now.choices, now.better):
            raise place.wrong("recalls", f"must have the same choices and better end as {now.id}")
