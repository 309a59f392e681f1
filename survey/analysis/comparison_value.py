"""Which ratios of value may stand side by side, and what has to be said of those that do; in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from survey.analysis.comparison_labels import Label
from survey.analysis.wording import number

# Settings under which a ratio is another kind of figure, and those that only move it; as they are printed.
REFUSED = ("Kind", "Quantity rule", "Discounting", "Inputs discounted")
LABELLED = ("Rate and years", "Price year", "Volunteers’ time", "Whose answers")
WHY = "A ratio that is worked out otherwise is another figure, so these ratios cannot stand side by side."
ANOTHER_BEFORE = "How many changed is counted from another kind of before, so these are other figures."


@dataclass(frozen=True)
class ValueSide:
    """A value map of a release, by what its ratio hangs on: settings and proxies as they are told."""

    name: str
    before: str
    settings: Mapping[str, str]
    proxies: frozenset[str]


def refusals(sides: Sequence[ValueSide]) -> tuple[str, ...]:
    """Why these ratios cannot stand side by side; nothing where they can."""
    return tuple(_refusals(sides))


def alike(sides: Sequence[ValueSide]) -> tuple[tuple[int, ...], ...]:
    """Which ratios may stand together, by their places: those that are worked out in the same way."""
    found: dict[tuple, list[int]] = {}
    for place, side in enumerate(sides):
        way = (side.before, *(side.settings.get(setting) for setting in REFUSED))
        found.setdefault(way, []).append(place)
    return tuple(map(tuple, found.values()))


def labels(sides: Sequence[ValueSide]) -> tuple[Label, ...]:
    """Every difference that has to stand beside these ratios."""
    return (*_of_settings(sides), *_of_proxies(sides))


def _refusals(sides: Sequence[ValueSide]) -> Iterator[str]:
    if len({side.before for side in sides}) > 1:
        told = "; ".join(f"{side.name}: before {side.before}" for side in sides)
        yield f"{told}. {ANOTHER_BEFORE}"
    for setting in REFUSED:
        if _differs(sides, setting):
            yield f"{setting}. {_told(sides, setting)}. {WHY}"


def _of_settings(sides: Sequence[ValueSide]) -> Iterator[Label]:
    for setting in LABELLED:
        if _differs(sides, setting):
            yield Label(setting, f"{_told(sides, setting)}.")


def _of_proxies(sides: Sequence[ValueSide]) -> Iterator[Label]:
    common = frozenset.intersection(*(side.proxies for side in sides))
    own = [(side.name, len(side.proxies - common)) for side in sides]
    if any(count for _, count in own):
        told = "; ".join(f"{name}: {_so_many(count)} of its own" for name, count in own)
        is_or_are = "are" if len(common) > 1 else "is"
        yield Label("Proxies", f"{_so_many(len(common)).capitalize()} {is_or_are} the same in all; {told}.")


def _so_many(count: int) -> str:
    return number(count) if count else "none"


def _differs(sides: Sequence[ValueSide], setting: str) -> bool:
    return len({side.settings.get(setting) for side in sides}) > 1


def _told(sides: Sequence[ValueSide], setting: str) -> str:
    return "; ".join(f"{side.name}: {side.settings.get(setting, 'not told')}" for side in sides)
