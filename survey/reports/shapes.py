"""Whether plain values from a file have the shape that they should: each check names the place it refuses."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

# A check takes a value and its place, and raises Misshapen.
Check = Callable[[object, str], None]

# Nothing that anyone types (lines and tabs apart); PostgreSQL keeps no NUL, and half a sign cannot be sent.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
YEARS = range(1990, 2101)


class Misshapen(ValueError):
    """What stands at a place is not what should stand there."""

    def __init__(self, place: str, problem: str):
        super().__init__(f"{place}: {problem}")
        self.place = place


def words(most: int = 2000, least: int = 0) -> Check:
    """Text of so many signs."""

    def check(value: object, place: str) -> None:
        if not isinstance(value, str):
            raise Misshapen(place, "text belongs here")
        if not least <= len(value) <= most:
            raise Misshapen(place, "the text is too long" if value else "text is missing")
        if CONTROL.search(value):
            raise Misshapen(place, "the text holds signs that cannot be read")

    return check


def whole(lowest: int, highest: int) -> Check:
    """A whole number from one to another."""

    def check(value: object, place: str) -> None:
        if type(value) is not int or not lowest <= value <= highest:
            raise Misshapen(place, f"a whole number from {lowest} to {highest} belongs here")

    return check


def figure(value: object, place: str) -> None:
    """Any number that is not beyond all measure."""
    is_number = type(value) in (int, float) and math.isfinite(value) and abs(value) <= 1e12
    if not is_number:
        raise Misshapen(place, "a number belongs here")


def one_of(*known: object) -> Check:
    """One of some values, of the same type: 1 is not True."""

    def check(value: object, place: str) -> None:
        if not any(type(value) is type(each) and value == each for each in known):
            raise Misshapen(place, "this is not one of the values that belong here")

    return check


def maybe(check: Check) -> Check:
    """Nothing, or what passes the check."""
    return lambda value, place: None if value is None else check(value, place)


def listed(check: Check, most: int = 200, least: int = 0) -> Check:
    """A list of so many, each of which passes the check."""

    def check_all(value: object, place: str) -> None:
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise Misshapen(place, f"a list of {least} to {most} belongs here")
        for number, each in enumerate(value, 1):
            check(each, f"{place}, {number}")

    return check_all


def mapped(check: Check, most: int = 200, keys: Check | None = None) -> Check:
    """Named values, each of which passes the check."""
    named = keys or words(200)

    def check_all(value: object, place: str) -> None:
        if not isinstance(value, dict) or len(value) > most:
            raise Misshapen(place, f"up to {most} named values belong here")
        for name, each in value.items():
            named(name, place)
            check(each, f"{place}, {name}")

    return check_all


def record(fields: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """Named values of which each is known, and none is missing but what is optional."""
    known = {**fields, **(optional or {})}

    def check_all(value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise Misshapen(place, "named values belong here")
        for name in fields.keys() - value.keys():
            raise Misshapen(place, f"{name} is missing")
        for name, each in value.items():
            if name not in known:
                raise Misshapen(place, "it holds something that is not known here")
            known[name](each, f"{place}, {name}")

    return check_all


def day(value: object, place: str) -> None:
    """A date as 2026-04-01."""
    _of_time(date.fromisoformat, value, place)


def moment(value: object, place: str) -> None:
    """A date and time without a zone."""
    found = _of_time(datetime.fromisoformat, value, place)
    if found.tzinfo:
        raise Misshapen(place, "a time without a zone belongs here")


def _of_time(read: Callable, value: object, place: str):
    words(40)(value, place)
    try:
        found = read(value)
    except ValueError:
        raise Misshapen(place, "a date belongs here") from None
    if found.year not in YEARS:
        raise Misshapen(place, f"the year should be from {YEARS[0]} to {YEARS[-1]}")
    return found
