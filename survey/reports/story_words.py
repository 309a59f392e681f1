"""Sentences about stories, quotations and case studies."""

from collections import Counter
from collections.abc import Iterable, Sequence

from survey.analysis.wording import capitalised, number
from survey.reports.why_not import REASONS

# A person is gone, and their story with them.
ERASED = "erased"
ALL_REASONS = {**REASONS, ERASED: "the person who told it was erased"}
# How a release says that something is left out.
NOT_HERE = (
    "Words are left out where those who told them did not agree to their being published, or no longer do."
)


def readable(n: int) -> str:
    """How many stories the team may learn from today."""
    if n == 1:
        return "There is one story whose teller lets the team read it today."
    return f"There are {number(n)} stories whose tellers let the team read them today."


def quotations(count: int) -> str:
    """How many quotations, and the verb."""
    return "one quotation was" if count == 1 else f"{number(count)} quotations were"


def no_longer(gone: Sequence[str]) -> str:
    """How many quotations of a release may be told no more, and why; empty where all may."""
    if not gone:
        return ""
    count = "One quotation" if len(gone) == 1 else f"{capitalised(number(len(gone)))} quotations"
    return f"{count} of this release may not be told any more: {reasons(gone)}."


def reasons(why: Iterable[str]) -> str:
    """Reasons in words; where there are several each with how many: "consent has ended (1), ..."."""
    counts = Counter(why)
    if len(counts) == 1:
        return ALL_REASONS[next(iter(counts))]
    return ", ".join(f"{words} ({counts[key]})" for key, words in ALL_REASONS.items() if key in counts)
