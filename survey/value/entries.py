"""The entries of the library: what each says, and how it is read from a file."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from survey.value.model import Wrong

# A unit cost is what a service spends; market, stated and wellbeing are ways to value a change to a person.
UNIT_COST, WELLBEING, MARKET, STATED = KINDS = ("unit_cost", "wellbeing", "market", "stated")


@dataclass(frozen=True)
class LibraryProxy:
    """A value in pounds of `price_year` for one `unit`, with where it is from and who may use it.

    `values_average_move` says that it is the value of a move of a set size, so that it is never multiplied by
    a distance moved. `low` and `high` are its own published range. `note` says how the figure was checked.
    `only_for` names the question that it stands for, where it stands for no other.
    """

    id: str
    name: str
    value: Decimal
    unit: str
    price_year: int
    source: str
    licence: str
    kind: str
    values_average_move: bool
    note: str = ""
    only_for: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class Deflator:
    """A price index of one vintage, by calendar year; it is never changed once published."""

    id: str
    name: str
    source: str
    licence: str
    index: Mapping[int, Decimal]
    note: str = ""


def entries(kind: type, document: object, name: str) -> list:
    """The entries of a file of the library, each a `kind`. Raises Wrong naming file, entry and key."""
    if not isinstance(document, list):
        raise Wrong(name, "this is a list of entries.")
    return [_entry(kind, each, f"{name}, entry {number}") for number, each in enumerate(document, 1)]


def _entry(kind: type, given: object, place: str) -> LibraryProxy | Deflator:
    if not isinstance(given, dict):
        raise Wrong(place, "this is keys and values.")
    known = {each.name: each for each in fields(kind)}
    for key in given.keys() - known.keys():
        raise Wrong(place, f"{key} is not known; known are {', '.join(known)}.")
    needed = [name for name in known if name not in ("note", "only_for", "low", "high")]
    for key in needed:
        if key not in given:
            raise Wrong(place, f"{key} is missing.")
    return kind(**{key: _value(key, value, place) for key, value in given.items()})


def _value(key: str, value: object, place: str) -> object:
    if key == "index":
        if not isinstance(value, dict) or not all(type(year) is int for year in value):
            raise Wrong(place, "index is amounts by year.")
        return MappingProxyType({year: _amount(f"index {year}", each, place) for year, each in value.items()})
    if key in ("value", "low", "high"):
        return _amount(key, value, place)
    expected = {"price_year": int, "values_average_move": bool}.get(key, str)
    if type(value) is not expected:
        raise Wrong(place, f"{key} is {_CALLED[expected]}.")
    if key == "kind" and value not in KINDS:
        raise Wrong(place, f"kind is one of {', '.join(KINDS)}.")
    return value


_CALLED = {int: "a year", bool: "true or false", str: "words"}


def _amount(key: str, value: object, place: str) -> Decimal:
    """Amounts stand in quotes, so that no binary fraction comes between."""
    try:
        found = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or found <= 0:
        raise Wrong(place, f'{key} is an amount above nought in quotes, such as "13000".')
    return found
