"""Differences between sides that do not forbid to compare them, and have to be said: in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from survey.analysis.compared import Side, may_share_people, told
from survey.analysis.tables import is_shown
from survey.analysis.wording import number, rounded

# So many points of a hundred apart are another mix of people, or another way of recording.
APART = 10
SAME_PEOPLE = "Two of these are of one programme, so the same people may be in both."
NOT_KNOWN = "It is not known how alike they are."
DUE = "Deadweight, attribution and the programme’s share"
OF_ALL = "A release tells this of all areas together only."
MAY_BE_LEVELS = (
    "People at the two levels may change differently, so a difference between areas may be one between "
    "levels."
)
MAY_BE_CHANCE = "So a difference that an area is part of may be chance."
FEW_PARTNERS = (
    "because a release tells them of all areas together only: few partners know an area, and beside what is "
    "said of all areas single answers could be worked out. Choose all areas to see them."
)


@dataclass(frozen=True)
class Label:
    """What a difference is about, and which side says what."""

    about: str
    words: str


def labels(sides: Sequence[Side]) -> tuple[Label, ...]:
    """Every difference that has to stand beside a comparison of these sides."""
    return (*_of_what(sides), *_of_whom(sides), *_of_how(sides))


def _of_what(sides: Sequence[Side]) -> Iterator[Label]:
    if len({side.made_up for side in sides}) > 1:
        yield Label("Made up", f"{told(sides, lambda side: 'made up' if side.made_up else 'real answers')}.")
    if len({(side.wave, side.months) for side in sides}) > 1:
        when = told(sides, lambda side: f"{side.wave}, in a period of {_months(side.months)}")
        yield Label("When people were asked", f"{when}.")
    if len({side.threshold for side in sides}) > 1:
        few = told(sides, lambda side: f"what stands on fewer than {number(side.threshold)} people")
        yield Label("What is hidden", f"{few}.")


def _of_whom(sides: Sequence[Side]) -> Iterator[Label]:
    if any(may_share_people(*two) for two in combinations(sides, 2)):
        yield Label("The same people", SAME_PEOPLE)
    if words := _shares(sides, lambda side: side.at_level_two):
        why = f" {OF_ALL} {MAY_BE_LEVELS}" if _areas(sides) else ""
        yield Label("Level mix: people at level 2", f"{words}{why}")


def _of_how(sides: Sequence[Side]) -> Iterator[Label]:
    yield from _who_recorded(sides)
    yield from _what_is_due(sides)
    if areas := _areas(sides):
        words = f"Not told of {_names(areas)}. {OF_ALL} {MAY_BE_CHANCE}"
        yield Label("How far chance could move a change", words)


def _who_recorded(sides: Sequence[Side]) -> Iterator[Label]:
    telling = [side for side in sides if side.helped]
    for way in dict.fromkeys(way for side in telling for way in side.helped):
        words = _shares(telling, lambda side, way=way: side.helped.get(way))
        if words and len(telling) > 1:
            yield Label(f"Who recorded the answers: {way[:1].lower()}{way[1:]}", words)
    if silent := [side for side in sides if not side.helped]:
        why = f" {OF_ALL}" if _areas(silent) else ""
        yield Label("Who recorded the answers", f"Not told of {_names(silent)}. {NOT_KNOWN}{why}")


def _what_is_due(sides: Sequence[Side]) -> Iterator[Label]:
    areas = _areas(sides)
    silent = [side for side in sides if not side.tells_due and not side.is_area]
    reasons = (f"Not told of {_names(areas)}, {FEW_PARTNERS}" if areas else "", _says_nothing(silent))
    if any(reasons):
        yield Label(DUE, " ".join(filter(None, reasons)))
    told_of_all = {str(side.partners) for side in sides if not side.is_area}
    if len(told_of_all) > 1 or (areas and told_of_all):
        yield Label("Partners that are counted", f"{told(sides, _partners)}.")


def _says_nothing(silent: Sequence[Side]) -> str:
    return f"Not told of {_names(silent)}, because that release says nothing of them." if silent else ""


def _areas(sides: Sequence[Side]) -> list[Side]:
    return [side for side in sides if side.is_area]


def _names(sides: Sequence[Side]) -> str:
    return "; ".join(side.name for side in sides)


def _shares(sides: Sequence[Side], share: Callable[[Side], object]) -> str:
    """Which side has what share, where that differs or is not told; empty where it is much alike."""
    values = [share(side) for side in sides]
    known = [value for value in values if is_shown(value)]
    if values.count(None) == len(values):
        return f"Not told of any of these. {NOT_KNOWN}"
    if not known and None not in values:
        return "Hidden everywhere, so it is not known how alike."
    if len(known) == len(values) and max(known) - min(known) < APART:
        return ""
    unknown = f" {NOT_KNOWN}" if None in values else ""
    return f"{told(sides, lambda side: _per_cent(share(side)))}.{unknown}"


def _per_cent(value: object) -> str:
    if value is None:
        return "not told"
    return f"{rounded(value, 0)} per cent" if is_shown(value) else str(value)


def _partners(side: Side) -> str:
    if side.is_area:
        return "not told of an area"
    if side.partners is None:
        return "none"
    return number(side.partners) if is_shown(side.partners) else str(side.partners)


def _months(count: int) -> str:
    return "one month" if count == 1 else f"{number(count)} months"
