"""Tables about the scale itself: the answers given, and how far they stand towards the good end."""

from collections.abc import Mapping, Sequence

from survey.analysis import bases
from survey.analysis.change import Change
from survey.analysis.tables import Column, Row, Table
from survey.questionnaires.model import Question


def answers_table(outcome: Question, change: Change, parts: Sequence[Change] = ()) -> Table:
    """How many of those who gave both scores gave each answer, from the worst answer to the best.

    A row stands on each of its counts, and on those of all `parts` of the whole: the averages of parts and
    the other answers would tell a small one.
    """
    columns = tuple(
        Column(f"p{place}", choice.text, "people") for place, choice in enumerate(outcome.choices)
    )
    worst_first = slice(None) if outcome.better == "higher" else slice(None, None, -1)
    everyone = (change, *parts)
    given = (
        ("before", "Before", [each.before_counts[worst_first] for each in everyone]),
        ("now", "Now", [each.after_counts[worst_first] for each in everyone]),
    )
    return Table(
        name=f"answers_{outcome.id}",
        caption=f"{outcome.short_name}: answers of the people who gave both",
        columns=columns,
        rows=tuple(_answers_row(key, heading, columns, counts) for key, heading, counts in given),
        row_heading="When",
        team_notes=(f"{change.n_pairs} with both.",),
    )


def _answers_row(key: str, heading: str, columns: Sequence[Column], counts: Sequence[Sequence[int]]) -> Row:
    keys = [column.key for column in columns]
    stands_on = tuple(count for each in counts for count in each)
    return Row(key, heading, dict(zip(keys, counts[0], strict=True)), dict.fromkeys(keys, stands_on))


def flower_table(outcomes: Sequence[Question], changes: Mapping[str, Change], area: str) -> Table:
    """How far each outcome stands towards its good end, before and now: what the flower draws."""
    columns = (
        Column("n_pairs", "With both", "people"),
        Column("before", "Before, share of the way to the best answer", "per cent"),
        Column("now", "Now, share of the way to the best answer", "per cent"),
    )
    rows = tuple(_flower_row(outcome, changes[outcome.id]) for outcome in outcomes)
    return Table(f"flower_{area}", f"The flower of {area}", columns, rows, "Outcome")


def _flower_row(outcome: Question, change: Change) -> Row:
    means = {"before": change.mean_before, "now": change.mean_after}
    shares = {when: _towards_good(outcome, mean) for when, mean in means.items()}
    means_on = dict.fromkeys(shares, bases.of_means(change))
    return Row(
        outcome.id,
        outcome.short_name,
        {"n_pairs": change.n_pairs, **shares},
        {"n_pairs": bases.of_people(change), **means_on},
    )


def _towards_good(outcome: Question, mean: float | None) -> float | None:
    if mean is None:
        return None
    share = (mean - outcome.lowest) / (outcome.highest - outcome.lowest)
    return 100 * (share if outcome.better == "higher" else 1 - share)
