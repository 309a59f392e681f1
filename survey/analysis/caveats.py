"""What the figures cannot tell, in plain words: the caveats that apply to what is shown, and no others."""

from collections.abc import Callable, Mapping

from survey.analysis.change import LARGEST_PER_CENT_AT_AN_END, Change
from survey.analysis.intervals import LEAST_PAIRS
from survey.analysis.wording import number

LARGEST_SILENT_PER_CENT = (
    20  # our own line: above it, those who stayed can no longer stand for those who left
)

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


def caveats(changes: Mapping[str, Change], before: str, has_comparison: bool = False) -> tuple[str, ...]:
    """The caveats that apply to outcomes shown together, as sentences to stand under the table.

    `changes` holds the figures by the outcome's short name; `before` is the kind of before: "asked" (at the
    time), "recalled" or "estimated" (by staff). Raises KeyError for another kind. Source: section 3.4 of the
    method.
    """
    found = [None if has_comparison else NO_COMPARISON, KINDS_OF_BEFORE[before]]
    found += [_about(changes, applies, text) for applies, text in ABOUT_OUTCOMES]
    found.append(_many_tests(changes))
    return tuple(text for text in found if text)


def _is_small(change: Change) -> bool:
    return change.n_pairs < LEAST_PAIRS


def _is_silent(change: Change) -> bool:
    asked = change.n_pairs + change.n_before_only
    return 100 * change.n_before_only > LARGEST_SILENT_PER_CENT * asked


def _crowds(end: str, when: str) -> Callable[[Change], bool]:
    """Whether more than the allowed share stood at the "best" or the "worst" end "before" or "after"."""

    def applies(change: Change) -> bool:
        is_top = (end == "best") == (change.better == "higher")
        return f"{'ceiling' if is_top else 'floor'}_{when}" in change.crowded_ends

    return applies


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
    (
        _crowds("best", "before"),
        f"Little room to improve: more than {LARGEST_PER_CENT_AT_AN_END} per cent of people started at "
        "the best answer, for {names}. Their score could only stay or get worse.",
    ),
    (
        _crowds("best", "after"),
        f"Top of the scale: more than {LARGEST_PER_CENT_AT_AN_END} per cent of people are now at "
        "the best answer, for {names}. The scale cannot show any further improvement.",
    ),
    (
        _crowds("worst", "before"),
        f"Little room to get worse: more than {LARGEST_PER_CENT_AT_AN_END} per cent of people started at "
        "the worst answer, for {names}. Their score could only stay or improve.",
    ),
    (
        _crowds("worst", "after"),
        f"Bottom of the scale: more than {LARGEST_PER_CENT_AT_AN_END} per cent of people are now at "
        "the worst answer, for {names}. The scale cannot show if things got worse still.",
    ),
)


def _about(changes: Mapping[str, Change], applies: Callable[[Change], bool], text: str) -> str | None:
    names = [name for name, change in changes.items() if applies(change)]
    if not names:
        return None
    is_every = len(names) == len(changes) > 2
    return text.format(names="every outcome" if is_every else _listed(names))


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _many_tests(changes: Mapping[str, Change]) -> str | None:
    tested = sum(change.wilcoxon_p is not None for change in changes.values())
    if tested < 2:
        return None
    return (
        f"Many tests: {number(tested)} outcomes were tested and the p values are not adjusted for that. "
        "By chance alone, about one test in 20 would look like a change."
    )
