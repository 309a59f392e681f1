"""The first sentence of a page of results: what happened to all the outcomes together."""

from collections.abc import Mapping

from survey.analysis.change import Change
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.intervals import LEAST_PAIRS
from survey.analysis.wording import (
    capitalised,
    change_sentence,
    interval_sentence,
    number,
    per_cent,
    rounded,
)


def headline(changes: Mapping[str, Change], key: str) -> tuple[str, str]:
    """A sentence on all outcomes under one definition, and one on how far chance could move it.

    `changes` holds the figures by the outcome's short name. No outcome is picked out for being the best:
    the smallest and the largest percentage stand side by side. Outcomes that got worse are always named;
    those with fewer than 10 people are left out, and counted, where others have more.
    Raises KeyError for an unknown definition.
    """
    key = DEFINITIONS[key].key
    every = {name: change for name, change in changes.items() if getattr(change, key) is not None}
    enough = {name: change for name, change in every.items() if change.n_pairs >= LEAST_PAIRS}
    said, chance = _said(enough or every, key)
    few = sum(0 < change.n_pairs < LEAST_PAIRS for change in changes.values())
    return said + (_left_out(few) if enough else ""), chance


def _said(known: Mapping[str, Change], key: str) -> tuple[str, str]:
    if not known:
        return "There are no results yet: nobody has given a score both for before and for now.", ""
    if len(known) == 1:
        [(name, change)] = known.items()
        return change_sentence(name, change.better, change, key), interval_sentence(change, key)
    groups = {"better": {}, "worse": {}, "same": {}}
    for name, change in known.items():
        groups[_direction(change)][name] = abs(getattr(change, key))
    return _sentence(groups, len(known), key), _range(known, groups["better"], key)


def _left_out(count: int) -> str:
    if not count:
        return ""
    more = "One more outcome has" if count == 1 else f"{capitalised(number(count))} more outcomes have"
    return f" {more} answers from fewer than {LEAST_PAIRS} people."


def _direction(change: Change) -> str:
    if change.mean_change_points == 0:
        return "same"
    return "better" if (change.mean_change_points > 0) == (change.better == "higher") else "worse"


def _sentence(groups: Mapping[str, Mapping[str, float]], total: int, key: str) -> str:
    better, worse, same = groups["better"], groups["worse"], groups["same"]
    if not better:
        start = f"None of the {number(total)} outcomes moved towards the good end on average."
    else:
        some = (
            ("Both" if total == 2 else f"All {number(total)}")
            if len(better) == total
            else f"{capitalised(number(len(better)))} of {number(total)}"
        )
        start = f"{some} outcomes moved towards the good end on average{_between(better, key)}."
    away = f" {_named(worse)} moved away from it{_between(worse, key)}." if worse else ""
    still = f" {_named(same)} stayed the same." if same else ""
    return start + away + still


def _between(shares: Mapping[str, float], key: str) -> str:
    """ ", by between 30 per cent (Low mood) and 62 per cent (Hope) of their starting level" """
    ordered = sorted(shares.items(), key=lambda item: item[1])
    (least, low), (most, high) = ordered[0], ordered[-1]
    of = DEFINITIONS[key].of.replace("its", "their")
    if least == most:
        return f", by {per_cent(low)} {of}"
    return f", by between {rounded(low, 0)} per cent ({least}) and {rounded(high, 0)} per cent ({most}) {of}"


def _named(shares: Mapping[str, float]) -> str:
    names = list(shares)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _range(known: Mapping[str, Change], better: Mapping[str, float], key: str) -> str:
    """How far chance could move the smallest and the largest of the figures just named."""
    shown = better or {name: abs(getattr(change, key)) for name, change in known.items()}
    ordered = sorted(shown, key=shown.get)
    ends = dict.fromkeys([ordered[0], ordered[-1]])
    told = " ".join(f"{name}: {interval_sentence(known[name], key)}" for name in ends)
    return told + _unsure(known, key)


def _unsure(known: Mapping[str, Change], key: str) -> str:
    """For how many outcomes the interval holds no change at all."""
    intervals = [change.intervals[key] for change in known.values() if change.intervals[key]]
    count = sum(low <= 0 <= high for low, high in intervals)
    if not count:
        return ""
    some = "one outcome" if count == 1 else f"{number(count)} of {number(len(known))} outcomes"
    return f" For {some} chance alone could explain the change."
