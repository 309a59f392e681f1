"""What of several releases may stand side by side, what needs a label, and what is refused; in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey.analysis.compared import Side, told
from survey.analysis.comparison_labels import Label, labels
from survey.analysis.definitions import DEFINITIONS

# Said over every comparison, as the councils themselves say it of theirs.
INDICATION = (
    "Figures of two programmes are never wholly comparable: quantities, ways of recording and assumptions "
    "differ. They give an overall indication, and no ranking."
)


@dataclass(frozen=True)
class Refusal:
    """Why an outcome, or with an empty name all of them, cannot stand side by side."""

    outcome: str
    words: str


@dataclass(frozen=True)
class Verdict:
    """`definition` is None where changes are refused; `offers` are the definitions that every side holds."""

    definition: str | None
    offers: tuple[str, ...]
    refusals: tuple[Refusal, ...]
    labels: tuple[Label, ...]
    outcomes: tuple[str, ...]


def guard(sides: Sequence[Side], wanted: str | None = None) -> Verdict:
    """What of these sides may be compared, by the definition of percentage change that is wanted.

    Without one, by the one that all of them use for their headlines. Raises ValueError for fewer than two.
    """
    if len(sides) < 2:
        raise ValueError("one release alone is not compared")
    common = frozenset.intersection(*(side.definitions for side in sides))
    offers = tuple(key for key in DEFINITIONS if key in common)
    definition, refusals = _definition(sides, wanted, offers)
    if len({side.before for side in sides}) > 1:
        definition, offers = None, ()
        kinds = told(sides, lambda side: f"before is {side.before}")
        refusals = [Refusal("", f"{kinds}. {PEOPLE_THINK_BACK}")]
    outcomes, not_alike = _outcomes(sides)
    return Verdict(
        definition=definition,
        offers=offers,
        refusals=(*refusals, *not_alike),
        labels=labels(sides),
        outcomes=outcomes if definition else (),
    )


PEOPLE_THINK_BACK = (
    "People who think back rate their start otherwise than they would have at the time, so these changes "
    "cannot stand side by side."
)


def _definition(
    sides: Sequence[Side], wanted: str | None, offers: Sequence[str]
) -> tuple[str | None, list[Refusal]]:
    keys = {side.headline for side in sides}
    key = wanted or (keys.pop() if len(keys) == 1 else None)
    if key in offers:
        return key, []
    names = told(sides, lambda side: f"headlines are {DEFINITIONS[side.headline].name}")
    return None, [Refusal("", f"{names}. They measure different things, so they cannot stand side by side.")]


def _outcomes(sides: Sequence[Side]) -> tuple[tuple[str, ...], list[Refusal]]:
    """The outcomes that two sides or more ask about alike, in the order of the first that asks."""
    alike, refused = [], []
    for outcome in dict.fromkeys(name for side in sides for name in side.outcomes):
        asking = [side for side in sides if outcome in side.outcomes]
        why = _not_alike(asking, outcome)
        if why:
            refused.append(Refusal(asking[0].outcomes[outcome].name, why))
        else:
            alike.append(outcome)
    return tuple(alike), refused


def _not_alike(asking: Sequence[Side], outcome: str) -> str:
    if len(asking) == 1:
        return f"only {asking[0].name} asks about it."
    for words, value in (
        ("it is asked in other words", lambda asked: f"“{asked.question}”"),
        ("its scale is another", lambda asked: f"from {asked.lowest} to {asked.highest}"),
        ("another end of its scale is the good one", lambda asked: f"{asked.better} is better"),
    ):
        if len({value(side.outcomes[outcome]) for side in asking}) > 1:
            return f"{words}. {told(asking, lambda side, value=value: value(side.outcomes[outcome]))}."
    return ""
