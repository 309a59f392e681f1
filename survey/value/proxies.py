"""What a change is worth: the small library of values that anybody may use, and their price years."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from survey.value.entries import UNIT_COST, WELLBEING, Deflator, LibraryProxy, entries
from survey.value.model import Row, Wrong
from survey.value.worth import DIGITS

__all__ = [
    "Deflator",
    "LibraryProxy",
    "check_one_per_change",
    "deflators",
    "library",
    "uprated",
    "volunteer_hours",
]

LIBRARY = Path(__file__).parent / "library"


def uprated(value: Decimal, from_year: int, to_year: int, deflator: Deflator) -> Decimal:
    """A value of one price year in the prices of another, by the GDP deflator (The Green Book).

    Raises Wrong, with the price year as its place, where the vintage does not hold a year.
    """
    for year in (from_year, to_year):
        if year not in deflator.index:
            first, last = min(deflator.index), max(deflator.index)
            raise Wrong(f"price year {year}", f"{deflator.name} holds the years from {first} to {last}.")
    with localcontext(prec=DIGITS):
        return value * deflator.index[to_year] / deflator.index[from_year]


def check_one_per_change(rows: Iterable[Row], kinds: Mapping[str, str]) -> None:
    """Raises Wrong where one change of one stakeholder is valued by a unit cost and by wellbeing as well.

    `kinds` gives the kind of proxy by id of row; a row without one is left alone. Several unit costs for the
    parts of one change are fine.
    """
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        kind = kinds.get(row.id)
        if kind not in (UNIT_COST, WELLBEING):
            continue
        by_kind = seen.setdefault((_plain(row.stakeholder), _plain(row.outcome)), {})
        by_kind.setdefault(kind, row.id)
        if len(by_kind) > 1:
            other = next(name for each, name in by_kind.items() if each != kind)
            raise Wrong(
                f"row {row.id}",
                f"the same change is valued in row {other} already, once as a unit cost and once as"
                " wellbeing; keep one of the two.",
            )


@cache
def library() -> Mapping[str, LibraryProxy]:
    """The values that come with Alongside, by id; read once. Raises Wrong for a file that makes no sense."""
    return _by_id(LibraryProxy, "proxies.yaml", "volunteer_hours.yaml")


@cache
def volunteer_hours() -> Mapping[str, LibraryProxy]:
    """What an hour is worth at least, by id, earliest first: the part of the library that is for inputs."""
    return _by_id(LibraryProxy, "volunteer_hours.yaml")


@cache
def deflators() -> Mapping[str, Deflator]:
    """The vintages that come with Alongside, by id; read once. Raises Wrong as `library` does."""
    return _by_id(Deflator, "deflators.yaml")


def _by_id(kind: type, *files: str) -> Mapping:
    found = {}
    for name in files:
        for each in entries(kind, yaml.safe_load((LIBRARY / name).read_text(encoding="utf-8")), name):
            if each.id in found:
                raise Wrong(name, f"{each.id} is there twice.")
            found[each.id] = each
    return MappingProxyType(found)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
