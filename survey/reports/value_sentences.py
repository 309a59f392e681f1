"""What each chart of value says, in a sentence: for those who cannot see it, and for the text beside it."""

from collections.abc import Sequence
from decimal import Decimal

from survey.analysis.money import amount, per_cent_of, pounds, ratio
from survey.analysis.wording import number

NOTHING = "There is nothing to draw yet."

# (name, low, base, high); an end that is not known is None.
Ranged = tuple[str, Decimal | None, Decimal, Decimal | None]


def of_distribution(shares: Sequence[tuple[str, Decimal]]) -> str:
    """To whom most of the value falls, what part of the whole that is, and who is worse off."""
    if not shares:
        return NOTHING
    total = sum(value for _, value in shares)
    name, most = max(shares, key=lambda each: each[1])
    worse = [other for other, value in shares if value < 0]
    if most <= 0:
        return f"Nobody is better off: together it comes to {pounds(total)}."
    # A gain is no share of a sum that losses are taken from.
    share = f" ({per_cent_of(most / total)} of {pounds(total)})" if not worse and len(shares) > 1 else ""
    first = f"The largest part is that of {name}, {pounds(most)}{share}."
    lost = f" Worse off, to the left of the line: {listed(worse)}." if worse else ""
    return first + lost


def of_tornado(swings: Sequence[tuple[str, Decimal, Decimal]], base: Decimal) -> str:
    """Which figure the ratio hangs on most; each swing is a label and the ratio at its low and high."""
    if not swings:
        return NOTHING
    label, *ends = max(swings, key=lambda each: abs(each[2] - each[1]))
    if ends[0] == ends[1]:
        return f"The ratio stays at {ratio(base)} whichever of these figures is changed."
    low, high = sorted(ends)
    moved = f"it alone moves it from {ratio(low)} to {ratio(high)}"
    return f"The ratio of {ratio(base)} hangs most on {label}: {moved}."


def of_years(years: Sequence[tuple[str, Decimal, Decimal]]) -> str:
    """What the years come to, and what that is worth today; each is a name, value and present value."""
    if not years:
        return NOTHING
    value, present = (sum(year[place] for year in years) for place in (1, 2))
    span = years[0][0] if len(years) == 1 else f"{years[0][0]} to {years[-1][0]}"
    return f"{span}: {pounds(value)} in the money of each year, which is worth {pounds(present)} today."


def of_groups(groups: Sequence[Ranged], unit: str) -> str:
    """Which is highest and which is lowest, and whether their ranges meet."""
    if not groups:
        return NOTHING
    if len(groups) == 1:
        return f"{groups[0][0]}: {ranged(groups[0], unit)}."
    most, least = max(groups, key=_base), min(groups, key=_base)
    if most[2] == least[2]:
        return f"All {number(len(groups))} stand at {told(most[2], unit)}."
    apart = " Their ranges meet." if _meet(most, least) else ""
    ends = f"{most[0]} is highest with {ranged(most, unit)}, {least[0]} lowest with {ranged(least, unit)}"
    return f"{ends}.{apart}"


def ranged(group: Ranged, unit: str) -> str:
    """The figure with its range beside it: "62 per cent (55 to 70)"."""
    _, low, base, high = group
    if low is None or high is None:
        return told(base, unit)
    low_words, high_words = (told(each, unit).removesuffix(f" {unit}") for each in (low, high))
    return f"{told(base, unit)} ({low_words} to {high_words})"


def told(value: Decimal, unit: str) -> str:
    """A figure of this unit: "pounds", "ratio", "per cent" (62 is 62 per cent), else the unit's own word."""
    if unit == "pounds":
        return pounds(value)
    if unit == "ratio":
        return ratio(value)
    return per_cent_of(value / 100) if unit == "per cent" else f"{amount(value, 1)} {unit}"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence holds them: "this, that and the other"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _base(group: Ranged) -> Decimal:
    return group[2]


def _meet(most: Ranged, least: Ranged) -> bool:
    return most[1] is not None and least[3] is not None and most[1] <= least[3]
