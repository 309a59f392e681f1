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
        yield Label("Level mix: people at level 2", words)


def _of_how(sides: Sequence[Side]) -> Iterator[Label]:
    for way in dict.fromkeys(way for side in sides for way in side.helped):
        if words := _shares(sides, lambda side, way=way: side.helped.get(way)):
            yield Label(f"Who recorded the answers: {way[:1].lower()}{way[1:]}", words)
    if len({str(side.partners) for side in sides}) > 1:
        yield Label("Partners that are counted", f"{told(sides, lambda side: _partners(side.partners))}.")


def _shares(sides: Sequence[Side], share: Callable[[Side], object]) -> str:
    """Which side has what share, where that differs or is not told; empty where it is much alike."""
    values = [share(side) for side in sides]
    known = [value for value in values if is_shown(value)]
    if values.count(None) == len(values):
        return ""
    if not known and None not in values:
        return "Hidden everywhere, so it is not known how alike."
    if len(known) == len(values) and max(known) - min(known) < APART:
        return ""
    return f"{told(sides, lambda side: _per_cent(share(side)))}."


def _per_cent(value: object) -> str:
    if value is None:
        return "not told"
    return f"{rounded(value, 0)} per cent" if is_shown(value) else str(value)


def _partners(value: object) -> str:
    if value is None:
        return "none"
    return number(value) if is_shown(value) else str(value)


def _months(count: int) -> str:
    return "one month" if count == 1 else f"{number(count)} months"
