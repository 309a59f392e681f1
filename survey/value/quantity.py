"""How many people changed: from a table of moves to the quantity of a row, by a rule that is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from survey.value.model import Wrong
from survey.value.worth import DIGITS

# Counted: people who changed (the standard). Distance: the share of the scale that people moved (cautious).
COUNTED, DISTANCE = "counted", "distance"
RULES = (COUNTED, DISTANCE)
HIGHER, LOWER = "higher", "lower"


@dataclass(frozen=True)
class Rule:
    """When somebody counts as changed, decided once for a whole map.

    `points` is how many points better at least, `at_least` the score that it must come to, read so that
    higher is better (on a scale of 1 to 5 where lower is better, 2 is read as 4). With `net_of_worse`, those
    who came out `points` worse are taken off. Distance looks at none of these. Raises Wrong for a rule that
    nobody knows.
    """

    kind: str = COUNTED
    points: int = 1
    at_least: int = 3
    net_of_worse: bool = True

    def __post_init__(self) -> None:
        if self.kind not in RULES:
            raise Wrong("quantity rule", f"this is one of {', '.join(RULES)}.")
        if self.points < 1:
            raise Wrong("quantity rule", "somebody changed who moved by one point at least.")


@dataclass(frozen=True)
class Quantity:
    """A quantity and what it is of.

    `n` people have a score before and now; `changed` of them are better and `worse` are worse, by the points
    of the rule. `quantity` is for all `supported` people, or for those asked where `supported` is None; it
    is None where nobody has both scores. `contributions` says, for (what one person adds, how many people
    add it), what the quantity is the scaled sum of.
    """

    rule: Rule
    n: int
    changed: int
    worse: int
    supported: int | None
    quantity: Decimal | None
    contributions: tuple[tuple[Decimal, int], ...]

    @property
    def scale(self) -> Decimal:
        """What one asked person stands for; 1 where the quantity is of those asked alone."""
        if self.supported is None or not self.n:
            return Decimal(1)
        with localcontext(prec=DIGITS):
            return Decimal(self.supported) / self.n


def quantity(
    moves: Sequence[Sequence[int]], lowest: int, highest: int, better: str, rule: Rule, supported: int | None
) -> Quantity:
    """How many people changed, gross, scaled from those asked to those supported (SVI note, October 2017).

    `moves[i][j]` counts people with score lowest + i before and lowest + j now; `better` is "higher" or
    "lower". Raises ValueError where table, scale or direction do not fit, or fewer were supported than asked.
    """
    counts = _counts(moves, lowest, highest, better)
    n = sum(sum(row) for row in counts)
    if supported is not None and supported < n:
        raise ValueError(f"{supported} people supported are fewer than the {n} who answered.")
    added: dict[Decimal, int] = {}
    for before, row in enumerate(counts):
        for now, people in enumerate(row):
            if people:
                each = _adds(lowest + before, lowest + now, highest - lowest, rule)
                added[each] = added.get(each, 0) + people
    changed, worse = (_moved(counts, lowest, rule, sign) for sign in (1, -1))
    return Quantity(
        rule, n, changed, worse, supported, _scaled(added, n, supported), tuple(sorted(added.items()))
    )


def check_rule(rule: Rule, values_average_move: bool, place: str = "quantity rule") -> None:
    """Raises Wrong where distance meets a proxy that values an average move already: it would count twice."""
    if rule.kind == DISTANCE and values_average_move:
        raise Wrong(
            place,
            "its proxy values an average move already, so that the distance moved would be taken twice;"
            " count people, or choose a proxy for the whole change.",
        )


def _counts(moves: Sequence[Sequence[int]], lowest: int, highest: int, better: str) -> list[list[int]]:
    """The table, turned where lower is better, so that further down and right is better."""
    if better not in (HIGHER, LOWER):
        raise ValueError(f"better is {HIGHER} or {LOWER}, not {better!r}.")
    counts = [[int(people) for people in row] for row in moves]
    points = highest - lowest + 1
    if points < 2 or len(counts) != points or any(len(row) != points for row in counts):
        raise ValueError(f"A scale from {lowest} to {highest} needs a square table of {points} rows.")
    if any(people < 0 for row in counts for people in row):
        raise ValueError("A table of moves counts people, so that nothing in it is below nought.")
    return counts if better == HIGHER else [row[::-1] for row in counts[::-1]]


def _moved(counts: list[list[int]], lowest: int, rule: Rule, sign: int) -> int:
    return sum(
        people
        for before, row in enumerate(counts)
        for now, people in enumerate(row)
        if _direction(lowest + before, lowest + now, rule) == sign
    )


def _direction(before: int, now: int, rule: Rule) -> int:
    """1 for better, -1 for worse, 0 for neither, by the points of the rule."""
    if now - before >= rule.points and now >= rule.at_least:
        return 1
    return -1 if before - now >= rule.points else 0


def _adds(before: int, now: int, width: int, rule: Rule) -> Decimal:
    if rule.kind == DISTANCE:
        with localcontext(prec=DIGITS):
            return Decimal(now - before) / width
    direction = _direction(before, now, rule)
    return Decimal(direction if rule.net_of_worse else max(direction, 0))


def _scaled(added: dict[Decimal, int], n: int, supported: int | None) -> Decimal | None:
    if not n:
        return None
    with localcontext(prec=DIGITS):
        total = sum(each * people for each, people in added.items())
        return total if supported is None else total * supported / n
