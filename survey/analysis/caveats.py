"""What the figures cannot tell, in plain words: the caveats that apply to what is shown, and no others."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from survey.analysis.change import LARGEST_PER_CENT_AT_AN_END, Change
from survey.analysis.intervals import LEAST_PAIRS
from survey.analysis.wording import number

LARGEST_SILENT_PER_CENT = (
    20  # our own line: above it, those who stayed can no longer stand for those who left
)

# The names of outcomes whose answers "before" and "after" are hidden.
Hidden = Mapping[str, Collection[str]]
MOST_NAMES = 3

NO_COMPARISON = (
    "No comparison group: nobody without a coordinator was asked. People often meet a coordinator at a "
    "low point, and some would have felt better with time anyway. These figures show what changed, "
    "not why it changed."
)
KINDS_OF_BEFORE = {
    "asked": None,
    "recalled": (
        "Recalled before: people were asked now to think back to how things were. Memory is not exact, "
        "and being asked to think back can itself raise the score that people give for now."
    ),
    "estimated": (
        "Estimated before: staff put down how things were, not the people themselves. "
        "Staff may have seen things differently."
    ),
}


def caveats(
    changes: Mapping[str, Change],
    before: str,
    has_comparison: bool = False,
    hidden: Hidden = MappingProxyType({}),
) -> tuple[str, ...]:
    """The caveats that apply to outcomes shown together, as sentences to stand under the table.

    `changes` holds the figures by the outcome's short name; `before` is the kind of before: "asked" (at the
    time), "recalled" or "estimated" (by staff). Raises KeyError for another kind. `hidden` names the outcomes
    whose answers "before" and "after" a release hides, so that no caveat seems to clear them. Source: section
    3.4 of the method.
    """
    found = [None if has_comparison else NO_COMPARISON, KINDS_OF_BEFORE[before]]
    found += [_about(changes, applies, text) for applies, text in ABOUT_OUTCOMES]
    found += [_at_an_end(changes, each, hidden) for each in AT_ENDS]
    found.append(_cannot_be_said(changes, hidden))
    found.append(_many_tests(changes))
    return tuple(text for text in found if text)


def _is_small(change: Change) -> bool:
    return change.n_pairs < LEAST_PAIRS


def _is_silent(change: Change) -> bool:
    asked = change.n_pairs + change.n_before_only
    return 100 * change.n_before_only > LARGEST_SILENT_PER_CENT * asked


ABOUT_OUTCOMES = (
    (
        _is_small,
        f"Small numbers: fewer than {LEAST_PAIRS} people gave both scores for {{names}}. "
        "A few answers more or fewer could turn the picture round.",
    ),
    (
        _is_silent,
        f"Many stayed silent: more than {LARGEST_SILENT_PER_CENT} per cent of the people who gave a score "
        "for before gave none for now, for {names}. Those who did not answer may have fared differently.",
    ),
)


@dataclass(frozen=True)
class _End:
    """An end of the scale at which many may stand before or after, and what that means."""

    end: str
    when: str
    label: str
    stood: str
    means: str

    def applies(self, change: Change) -> bool:
        """Whether more than the allowed share stood there."""
        is_top = (self.end == "best") == (change.better == "higher")
        return f"{'ceiling' if is_top else 'floor'}_{self.when}" in change.crowded_ends


AT_ENDS = (
    _End(
        *("best", "before", "Little room to improve", "started at the best answer"),
        "Their score could only stay or get worse.",
    ),
    _End(
        *("best", "after", "Top of the scale", "are now at the best answer"),
        "The scale cannot show any further improvement.",
    ),
    _End(
        *("worst", "before", "Little room to get worse", "started at the worst answer"),
        "Their score could only stay or improve.",
    ),
    _End(
        *("worst", "after", "Bottom of the scale", "are now at the worst answer"),
        "The scale cannot show if things got worse still.",
    ),
)
MANY = f"more than {LARGEST_PER_CENT_AT_AN_END} per cent of people"


def _at_an_end(changes: Mapping[str, Change], end: _End, hidden: Hidden) -> str | None:
    names = [name for name, change in changes.items() if end.applies(change)]
    if not names:
        return None
    whom = f"for {_named(names, len(changes))}"
    if unknown := [name for name in hidden.get(end.when, ()) if name not in names]:
        is_all_others = not {*changes} - {*names, *unknown}
        rest = "the others" if is_all_others else _some(unknown)
        whom = f"at least for {_listed(names)}; for {rest} the answers are hidden, so it cannot be said"
    return f"{end.label}: {MANY} {end.stood}, {whom}. {end.means}"


def _cannot_be_said(changes: Mapping[str, Change], hidden: Hidden) -> str | None:
    """What no caveat speaks of because the answers are hidden: nobody may take it for cleared."""
    silent = [end for end in AT_ENDS if not any(map(end.applies, changes.values()))]
    found: dict[str, list[str]] = {}
    for end in silent:
        if names := list(hidden.get(end.when, ())):
            is_every = not {*changes} - {*names}
            found.setdefault("any outcome" if is_every else _some(names), []).append(end.stood)
    said = [f"of {names} whether many {_listed(stood, 'or')}" for names, stood in found.items()]
    return f"Hidden answers: it cannot be said {', nor '.join(said)}." if said else None


def _about(changes: Mapping[str, Change], applies: Callable[[Change], bool], text: str) -> str | None:
    names = [name for name, change in changes.items() if applies(change)]
    if not names:
        return None
    return text.format(names=_named(names, len(changes)))


def _named(names: list[str], of: int) -> str:
    return "every outcome" if len(names) == of > 2 else _listed(names)


def _some(names: list[str]) -> str:
    """A few by name; more would fill the paper, and their tables show which they are."""
    return _listed(names) if len(names) <= MOST_NAMES else f"{number(len(names))} outcomes"


def _listed(names: list[str], last: str = "and") -> str:
    return f" {last} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _many_tests(changes: Mapping[str, Change]) -> str | None:
    tested = sum(change.wilcoxon_p is not None for change in changes.values())
    if tested < 2:
        return None
    return (
        f"Many tests: {number(tested)} outcomes were tested and the p values are not adjusted for that. "
        "By chance alone, about one test in 20 would look like a change."
    )
