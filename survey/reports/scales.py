"""Tables about the scale itself: the answers given, and how far they stand towards the good end."""

from collections.abc import Mapping, Sequence

from survey.analysis import bases
from survey.analysis.change import Change
from survey.analysis.tables import Column, Row, Table
from survey.questionnaires.model import Question


def answers_table(outcome: Question, change: Change) -> Table:
    """How many of those who gave both scores gave each answer, from the worst answer to the best."""
    worst_first = range(len(outcome.choices))
    columns = tuple(Column(f"p{place}", outcome.choices[place].text, "people") for place in worst_first)
    counts = {"before": change.before_counts, "now": change.after_counts}
    turned = {when: got if outcome.better == "higher" else got[::-1] for when, got in counts.items()}
    rows = tuple(
        Row(when, heading, dict(zip(keys(columns), given, strict=True)), each_alone(columns, given))
        for when, heading, given in (("before", "Before", turned["before"]), ("now", "Now", turned["now"]))
    )
    return Table(
        name=f"answers_{outcome.id}",
        caption=f"{outcome.short_name}: answers of the people who gave both",
        columns=columns,
        rows=rows,
        row_heading="When",
        team_notes=(f"{change.n_pairs} with both.",),
        adds_up="across",
    )


def keys(columns: Sequence[Column]) -> list[str]:
    return [column.key for column in columns]


def each_alone(columns: Sequence[Column], counts: Sequence[int]) -> dict[str, bases.Bases]:
    """The bases of counts: each stands on itself."""
    return {column.key: (count,) for column, count in zip(columns, counts, strict=True)}


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
