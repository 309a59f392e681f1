"""Which figures a release hides: small ones, and those that would give small ones away. Rules on counts."""

from collections.abc import Mapping

from survey.analysis.bases import Bases

COUNTS_TO = 5


def is_small(bases: Bases, threshold: int) -> bool:
    """Whether a figure stands on fewer people than the threshold anywhere. Nobody at all is few, too."""
    return any(count < threshold for count in bases)


def parts_to_hide(
    parts: Mapping[str, Bases], threshold: int, already: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Which parts of a published whole to hide, so that whole less parts gives nothing small away.

    Small parts are hidden. What can be worked out is what all hidden parts have together; while that is
    small itself, the smallest part still shown is hidden with them. `already` names parts that are hidden
    for another reason. Source: complementary suppression (UK LLC guidebook: mask rows and columns so that
    nothing can be subtracted out), with the hidden whole held to the same threshold.
    """
    hidden = {name for name, bases in parts.items() if name in already or is_small(bases, threshold)}
    shown = sorted((name for name in parts if name not in hidden), key=lambda name: (min(parts[name]), name))
    while hidden and shown and is_small(_together(parts[name] for name in hidden), threshold):
        hidden.add(shown.pop(0))
    return frozenset(hidden)


def _together(bases) -> Bases:
    return tuple(sum(counts) for counts in zip(*bases, strict=True))
