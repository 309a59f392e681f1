"""The bases of a figure: the counts of people that it stands on and would give away if they were small.

Bases of separate groups can be added up, and a base never falls when people are added. So what can be told of
a group can also be told of every larger group that holds it. (Halves are rounded down: that only hides more.)
"""

from collections.abc import Sequence

from survey.analysis.change import Change

Bases = tuple[int, ...]


def of_people(change: Change) -> Bases:
    """For the number of people with both scores."""
    return (change.n_pairs,)


def of_means(change: Change) -> Bases:
    """For means, and for what is worked out from them: the people, and how far they are from each end.

    An average close to an end of the scale tells how few people stood elsewhere: with one point in all
    between ten people and the lowest score, one of them stood one point higher and nobody anywhere else.
    The points from an end are counted as people half a scale away, two points at least; then the number of
    people at the other end can be anything over a range of half the threshold or more.
    """
    counts = (change.before_counts, change.after_counts)
    return (change.n_pairs, *(people for each in counts for people in _away_from_the_ends(each)))


def of_improved(change: Change) -> Bases:
    """For the share that improved: those who did, and those who did not."""
    return of_share(change.improved, change.n_pairs)


def of_moves(change: Change) -> Bases:
    """For the three counts of improved, same and worse, which add up to all."""
    return (change.improved, change.same, change.worse)


def of_share(part: int, whole: int) -> Bases:
    """For a share of a whole: its part, and the rest."""
    return (part, whole - part)


def _away_from_the_ends(counts: Sequence[int]) -> Bases:
    last = len(counts) - 1
    from_lowest = sum(place * count for place, count in enumerate(counts))
    from_highest = last * sum(counts) - from_lowest
    half = max(2, last // 2)
    return (from_lowest // half, from_highest // half)
