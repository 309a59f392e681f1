"""What a comparison hangs on: how each side asked, counted and hid."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """How an outcome was asked about: its words, its scale, and which end is the good one."""

    name: str
    question: str
    lowest: int
    highest: int
    better: str


@dataclass(frozen=True)
class Side:
    """One release, or an area of it, by what a comparison hangs on. A figure may be hidden.

    `definitions` are the keys that its table of change holds. `at_level_two` and the shares of `helped` are
    in per cent; None, or a way that is missing, means that it is not told. `people` is of which release and
    area of the programme. `tells_due`: whether it is told how much of a change is due to the programme.
    """

    name: str
    programme: tuple[str, str]
    before: str
    headline: str
    definitions: frozenset[str]
    outcomes: Mapping[str, Asked]
    wave: str = ""
    months: int = 12
    threshold: int = 10
    made_up: bool = False
    people: tuple[int, str] = (1, "")
    at_level_two: object = None
    helped: Mapping[str, object] = field(default_factory=dict)
    partners: object = None
    tells_due: bool = True

    @property
    def is_area(self) -> bool:
        """Whether this is an area of a release: much is told of all areas together only."""
        return bool(self.people[1])


def told(sides: Iterable[Side], words: Callable[[Side], str]) -> str:
    """What each side says, by its name."""
    return "; ".join(f"{side.name}: {words(side)}" for side in sides)


def may_share_people(one: Side, other: Side) -> bool:
    """Whether somebody may be in both: in two releases of a programme, or in all of it and an area."""
    if one.programme != other.programme:
        return False
    (release, area), (other_release, other_area) = one.people, other.people
    return release != other_release or not area or not other_area or area == other_area
