"""Reads questionnaires: the YAML files of the library and the canonical JSON kept in the records."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from survey.questionnaires.checks import check_question, check_whole
from survey.questionnaires.model import (
    HIGHER,
    KINDS,
    LOWER,
    Choice,
    Condition,
    Page,
    Question,
    Questionnaire,
    to_document,
)
from survey.questionnaires.place import Place, QuestionnaireError
from survey.questionnaires.reading import (
    code,
    each,
    iso_date,
    kebab_case,
    one_of,
    snake_case,
    take,
    wanted,
    whole,
    words,
)
from survey.questionnaires.states import OFFERED

LIBRARY = Path(__file__).parent / "library"
LARGEST_NUMBER = 999_999_999


def read(document: dict, name: str) -> Questionnaire:
    """The questionnaire that a document describes. `name` is what errors call it, usually the file.

    Raises QuestionnaireError naming file, page, question and key.
    """
    place = Place(name)
    values = take(document, QUESTIONNAIRE, set(), place)
    questionnaire = Questionnaire(**values)
    check_whole(questionnaire, name)
    return questionnaire


def load(path: Path) -> Questionnaire:
    """Reads one YAML file. Raises QuestionnaireError."""
    return read(document(path), path.name)


def document(path: Path) -> object:
    """What stands in a YAML file, not yet looked at. Raises QuestionnaireError."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise QuestionnaireError(f"is not YAML that can be read: {error}", path.name) from error


@cache
def library() -> Mapping[str, Questionnaire]:
    """The questionnaires that come with Alongside, by id; read once. The id is the name of the file."""
    found = {path.stem: load(path) for path in sorted(LIBRARY.glob("*.yaml"))}
    for stem, questionnaire in found.items():
        if questionnaire.id != stem:
            raise QuestionnaireError(f"must be the file's name, {stem}", f"{stem}.yaml", key="id")
    return MappingProxyType(found)


def to_json(part: Questionnaire | Question) -> str:
    """Canonical JSON: the same questionnaire or question always gives the same text."""
    return json.dumps(to_document(part), sort_keys=True, separators=(",", ":"))


def from_json(text: str, name: str = "kept questionnaire") -> Questionnaire:
    """The questionnaire that to_json wrote. Raises QuestionnaireError."""
    return read(_json(text, name), name)


def question_from_json(text: str, name: str = "kept question") -> Question:
    """The question that to_json wrote, checked by itself. Raises QuestionnaireError."""
    return read_question(_json(text, name), Place(name))


def read_question(document: object, place: Place, key: str = "") -> Question:
    """One question of a document, checked by itself. Raises QuestionnaireError."""
    named = Place(place.name, place.page, called(document, key))
    question = Question(
        **take(document, QUESTION, set(QUESTION) - {"id", "kind", "short_name", "text"}, named)
    )
    check_question(question, tuple(document), named)
    return question


def _json(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise QuestionnaireError(f"is not JSON that can be read: {error}", name) from error


def called(document: object, key: str) -> str:
    """What errors call a page or question: its id, or its place in the list while it has none."""
    given = document.get("id") if isinstance(document, dict) else None
    return given if isinstance(given, str) and given else key.rpartition(".")[2]


def _read_pages(value: object, place: Place, key: str) -> tuple[Page, ...]:
    return tuple(_read_page(item, place, f"{key}.{n}") for n, item in enumerate(each(value, place, key), 1))


def _read_page(document: object, place: Place, key: str) -> Page:
    return Page(**take(document, PAGE, {"text"}, Place(place.name, called(document, key))))


def _read_questions(value: object, place: Place, key: str) -> tuple[Question, ...]:
    return tuple(
        read_question(item, place, f"{key}.{n}") for n, item in enumerate(each(value, place, key), 1)
    )


def _read_choices(value: object, place: Place, key: str) -> tuple[Choice, ...]:
    numbered = enumerate(each(value, place, key), 1)
    return tuple(Choice(**take(item, CHOICE, set(), place, f"{key}.{n}.")) for n, item in numbered)


def _read_value(value: object, place: Place, key: str) -> int | str:
    return value if type(value) is int else code(value, place, key)


def _read_states(value: object, place: Place, key: str) -> tuple[str, ...]:
    states = tuple(one_of(*OFFERED)(item, place, key) for item in each(value, place, key))
    if len(set(states)) < len(states):
        raise place.wrong(key, "names a state more than once")
    return states


def _read_condition(value: object, place: Place, key: str) -> Condition:
    taken = take(value, CONDITION, set(), place, f"{key}.")
    return Condition(taken["question"], taken["is"])


def _read_wanted(value: object, place: Place, key: str) -> tuple[str, ...]:
    return tuple(
        str(item) if type(item) is int else wanted(item, place, key) for item in each(value, place, key)
    )


CHOICE = {"value": _read_value, "text": words(150)}
CONDITION = {"question": snake_case, "is": _read_wanted}
QUESTION = {
    "id": snake_case,
    "kind": one_of(*KINDS),
    "short_name": words(60),
    "text": words(400),
    "text_then": words(400),
    "hint": words(400),
    "choices": _read_choices,
    "also": _read_states,
    "better": one_of(HIGHER, LOWER),
    "recalls": snake_case,
    "show_if": _read_condition,
    "most": whole(1, 100),
    "least_number": whole(-LARGEST_NUMBER, LARGEST_NUMBER),
    "most_number": whole(-LARGEST_NUMBER, LARGEST_NUMBER),
    "longest": whole(1, 20_000),
    "earliest": iso_date,
    "latest": iso_date,
    "not_before": snake_case,
    "does_not_apply": words(100),
}
PAGE = {"id": snake_case, "title": words(100), "text": words(2000), "questions": _read_questions}
QUESTIONNAIRE = {
    "id": kebab_case,
    "version": whole(1, 100_000),
    "title": words(200),
    "source": words(1000),
    "licence": words(300),
    "pages": _read_pages,
}
