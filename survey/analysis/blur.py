"""Whether a published sum leaves open what it is made of: figures that nobody but the team may know."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Unknown:
    """A figure that is not published, by how far it moves a sum that is; all in the unit of the sum.

    `need` is how far the sum moves while the figure goes as far as has to stay open; nought where anything
    may be known of it. `up` and `down` are how far the figure can move the sum either way, for all that a
    reader knows.
    """

    name: str
    need: Decimal
    up: Decimal
    down: Decimal


def given_away(unknowns: Iterable[Unknown], step: Decimal) -> tuple[str, ...]:
    """The figures of which a sum that is published to the nearest `step` would tell too much.

    A figure stays open where it can go as far as it has to, one way or the other, while the others move the
    sum back to within a step. With one figure alone, the step has to hide all of it.
    """
    every = list(unknowns)
    all_up, all_down = (sum((getattr(each, way) for each in every), Decimal(0)) for way in ("up", "down"))
    return tuple(
        each.name
        for each in every
        if each.need
        and not (
            (each.down >= each.need and all_up - each.up + step >= each.need)
            or (each.up >= each.need and all_down - each.down + step >= each.need)
        )
    )
