"""The keys of a document, one by one: each read by its own small rule, and refused with its place."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from difflib import get_close_matches

from survey.value.model import Wrong

Reader = Callable[[object, str, str], object]
# Amounts beyond these are slips, and would take long to print.
LARGEST, MOST_DECIMALS, LONGEST_WORDS, ALIKE = Decimal("1e15"), 30, 2000, 0.6


def take(
    given: object, readers: Mapping[str, Reader], needed: tuple[str, ...], place: str
) -> dict[str, object]:
    """The values of the keys that are known, each through its reader; a null is as if it were not there.

    Other keys are left aside, but not one that looks like a known key misspelt. Raises Wrong for that, for a
    missing key and for a value that makes no sense.
    """
    if not isinstance(given, dict):
        raise Wrong(place, "this is an object with keys and values.")
    for key in given.keys() - readers.keys():
        for meant in get_close_matches(key, readers, 1, ALIKE):
            raise Wrong(place, f"the key {key[:60]!r} is not known; is {meant} meant?")
    for key in needed:
        if given.get(key) is None:
            raise Wrong(place, f"{key} is missing.")
    return {
        key: readers[key](value, place, key)
        for key, value in given.items()
        if key in readers and value is not None
    }


def amount(value: object, place: str, key: str) -> Decimal:
    """A number, exactly as it stands. Raises Wrong for words, NaN, and numbers that are out of this world."""
    if isinstance(value, str):
        raise Wrong(place, f"{key} is a number, without quotes or signs of money: not {value[:60]!r}.")
    if not isinstance(value, Decimal) or not value.is_finite():
        raise Wrong(place, f"{key} is not a number.")
    # Not abs(), which rounds, and so stumbles over what is larger than its context.
    if value.copy_abs() > LARGEST or value.as_tuple().exponent < -MOST_DECIMALS:
        raise Wrong(place, f"{key} is larger or finer than any amount in a value map.")
    return value


def whole(value: object, place: str, key: str) -> int:
    """A whole number. Raises Wrong for any other."""
    found = amount(value, place, key)
    if found != found.to_integral_value():
        raise Wrong(place, f"{key} is a whole number, not {found:f}.")
    return int(found)


def words(value: object, place: str, key: str) -> str:
    """Words, without spaces around them. Raises Wrong for none and for very many."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong(place, f"{key} is missing: it needs words in quotes.")
    if len(value) > LONGEST_WORDS:
        raise Wrong(place, f"{key} is longer than {LONGEST_WORDS:,} characters.")
    return " ".join(value.split())


def note(value: object, place: str, key: str) -> str:
    """Words that may be left empty. Raises Wrong as `words` does."""
    return "" if value == "" else words(value, place, key)


def yes_or_no(value: object, place: str, key: str) -> bool:
    """True or false. Raises Wrong for anything else."""
    if not isinstance(value, bool):
        raise Wrong(place, f"{key} is true or false, without quotes.")
    return value


def each_of(value: object, place: str, most: int) -> list:
    """The entries of a list. Raises Wrong for no list and for a very long one."""
    if not isinstance(value, list):
        raise Wrong(place, "this is a list.")
    if len(value) > most:
        raise Wrong(place, f"there are {len(value):,}; the most is {most:,}.")
    return value
