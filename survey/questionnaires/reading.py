"""Reads the keys of a document one by one, each by its own small rule."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from survey.questionnaires.place import Place

Reader = Callable[[object, Place, str], object]

# The records keep ids in columns of sixty characters.
LONGEST_ID = 60


def take(document: object, readers: Mapping[str, Reader], optional: set, place: Place, at: str = "") -> dict:
    """The values of a document's keys, each through its reader.

    Raises QuestionnaireError for an unknown key, one left out that is not optional, or a wrong value.
    """
    if not isinstance(document, dict):
        raise place.wrong(at.rstrip("."), f"must be keys and values, not {document!r:.60}")
    for key in document:
        if key not in readers:
            raise place.wrong(f"{at}{key}", f"is not known here; known are {', '.join(readers)}")
    for key in readers:
        if key not in document and key not in optional:
            raise place.wrong(f"{at}{key}", "is missing")
    return {key: readers[key](value, place, f"{at}{key}") for key, value in document.items()}


def words(longest: int) -> Reader:
    def reader(value: object, place: Place, key: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise place.wrong(key, f"must have words, not {value!r:.60}")
        if len(value) > longest:
            raise place.wrong(key, f"is {len(value)} characters long; the most is {longest}")
        return value.strip()

    return reader


def whole(least: int, most: int) -> Reader:
    def reader(value: object, place: Place, key: str) -> int:
        if type(value) is not int or not least <= value <= most:
            raise place.wrong(key, f"must be a whole number from {least} to {most}, not {value!r:.60}")
        return value

    return reader


def one_of(*allowed: str) -> Reader:
    def reader(value: object, place: Place, key: str) -> str:
        if value not in allowed:
            raise place.wrong(key, f"must be one of {', '.join(allowed)}, not {value!r:.60}")
        return value

    return reader


def matching(pattern: str, described: str) -> Reader:
    def reader(value: object, place: Place, key: str) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value) or len(value) > LONGEST_ID:
            raise place.wrong(key, f"must be {described}, at most {LONGEST_ID} long, not {value!r:.60}")
        return value

    return reader


def iso_date(value: object, place: Place, key: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise place.wrong(key, f"must be a date in quotes, such as '2025-03-27', not {value!r:.60}") from None


def each(value: object, place: Place, key: str) -> list:
    if not isinstance(value, list) or not value:
        raise place.wrong(key, f"must be a list with something in it, not {value!r:.60}")
    return value


snake_case = matching(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", "snake_case (small letters, digits, underscores)")
kebab_case = matching(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "kebab-case (small letters, digits, hyphens)")
code = matching(r"[a-z0-9]+(_[a-z0-9]+)*", "small letters, digits and underscores, in quotes")
# What a condition waits for: a code, or the score of a scale, which may be below nought.
wanted = matching(r"-?[0-9]+|[a-z0-9]+(_[a-z0-9]+)*", "a value or state that is offered")
