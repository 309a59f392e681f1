"""Sentences about stories, quotations and case studies."""

from collections import Counter
from collections.abc import Iterable, Sequence

from survey.analysis.wording import capitalised, number
from survey.reports.why_not import REASONS

# A person is gone, and their story with them.
ERASED = "erased"
ALL_REASONS = {**REASONS, ERASED: "the person who told it was erased"}
# What brackets and names are, wherever words are quoted.
HOW_TO_READ = (
    "Words in [square brackets] stand for names and places. A name under a quotation is a first name or a "
    "made-up one, as its teller chose."
)
# How a release says that something is left out.
NOT_HERE = (
    "Words are left out where those who told them did not agree to their being published, or no longer do."
)


def readable(n: int) -> str:
    """How many stories the team may learn from today."""
    if n == 1:
        return "There is one story whose teller lets the team read it today."
    return f"There are {number(n)} stories whose tellers let the team read them today."


def chosen(n: int | None, about: str = "") -> str:
    """What quotations were picked from; None where a release hides how many stories there are."""
    if not n:
        return "Chosen by the team from the stories that it may read."
    if n == 1:
        return "Chosen by the team from the one story that it may read."
    return f"Chosen by the team from {about}{number(n)} stories that it may read."


def quotations(count: int) -> str:
    """How many quotations, and the verb."""
    return "one quotation was" if count == 1 else f"{number(count)} quotations were"


def no_longer(gone: Sequence[str]) -> str:
    """How many quotations of a release may be told no more, and why; empty where all may."""
    if not gone:
        return ""
    count = "One quotation" if len(gone) == 1 else f"{capitalised(number(len(gone)))} quotations"
    return f"{count} of this release may not be told any more: {reasons(gone)}."


def do_not_hand_on(count: int, is_newest: bool) -> str:
    """What stands before the downloads of a release of which so many quotations may be told no more."""
    if not count:
        return ""
    which = "one quotation" if count == 1 else f"{number(count)} quotations"
    instead = "Make a new release." if is_newest else "Use the newest release instead."
    return f"Do not hand this on: {which} in it may not be told any more. {instead}"


def what_next(count: int, is_newest: bool) -> str:
    """What becomes of quotations of a release that may be told no more; empty where all may."""
    if not count:
        return ""
    if not is_newest:
        return "Ask whoever has it to use the newest release instead."
    return f"The next release will not hold {'it' if count == 1 else 'them'}."


def reasons(why: Iterable[str]) -> str:
    """Reasons in words; where there are several each with how many: "consent has ended (1), ..."."""
    counts = Counter(why)
    if len(counts) == 1:
        return ALL_REASONS[next(iter(counts))]
    return ", ".join(f"{words} ({counts[key]})" for key, words in ALL_REASONS.items() if key in counts)
