"""The tables of change, before they go through the one door."""

from collections.abc import Mapping, Sequence

from survey.analysis import bases
from survey.analysis.change import Change
from survey.analysis.definitions import DEFINITIONS, FROM_BEFORE, SHARE_OF_SCALE
from survey.analysis.intervals import LEAST_PAIRS
from survey.analysis.tables import Column, Row, Table
from survey.analysis.wording import MINUS, NOTHING, p_value, rounded
from survey.questionnaires.model import Question

ALWAYS_SHOWN = (FROM_BEFORE.key, SHARE_OF_SCALE.key)


def change_table(
    outcomes: Sequence[Question],
    changes: Mapping[str, Change],
    headline: str,
    of: str,
    name: str = "change",
) -> Table:
    """The percentage-change table: people, both means, points, and the percentages, headline first."""
    keys = list(dict.fromkeys((headline, *ALWAYS_SHOWN)))
    columns = (
        Column("n_pairs", "With both", "people"),
        Column("mean_before", "Before (mean)", "score"),
        Column("mean_after", "Now (mean)", "score"),
        Column("mean_change_points", "Change", "points"),
        *(Column(key, DEFINITIONS[key].name.capitalize(), "per cent") for key in keys),
        Column("share_improved", "Improved", "per cent"),
    )
    meant = DEFINITIONS[headline]
    return Table(
        name=name,
        caption=f"{meant.name.capitalize()}, by outcome: {of}",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(_change_row(outcome, changes[outcome.id], columns) for outcome in outcomes),
        notes=(
            f"{meant.name.capitalize()} is {meant.formula_in_words}, of people with both scores. "
            "Means are of the score as stored; where lower is better, a fall is the good news. "
            "Rounding comes last, so a change can differ a little from the means shown.",
        ),
        team_notes=_few(outcomes, changes),
    )


def _few(outcomes: Sequence[Question], changes: Mapping[str, Change]) -> tuple[str, ...]:
    names = [each.short_name for each in outcomes if 0 < changes[each.id].n_pairs < LEAST_PAIRS]
    if not names:
        return ()
    return (
        f"Fewer than {LEAST_PAIRS} people gave both scores for: {', '.join(names)}. Read these with care.",
    )


def statistics_table(outcomes: Sequence[Question], changes: Mapping[str, Change], headline: str) -> Table:
    """Everything else that section 3 of the method asks to be said of each outcome; for the team."""
    columns = (
        Column("n_before_only", "Before only", "people"),
        Column("n_after_only", "Now only", "people"),
        Column("median_change", "Median change", "points"),
        Column("interval", f"{DEFINITIONS[headline].name.capitalize()}: 95% interval, per cent", "text"),
        Column("improved_interval", "Improved: 95% interval, per cent", "text"),
        Column("improved", "Improved", "people"),
        Column("same", "Same", "people"),
        Column("worse", "Worse", "people"),
        Column("wilcoxon_W_plus", "Signed-rank W+", "score"),
        Column("wilcoxon_W_minus", f"Signed-rank W{MINUS}", "score"),
        Column("p", "Signed-rank p", "text"),
        Column("rank_biserial", "Rank-biserial", "score", 2),
    )
    rows = tuple(_statistics_row(outcome, changes[outcome.id], headline) for outcome in outcomes)
    return Table("statistics", "How sure we are, by outcome", columns, rows, "Outcome")


def spread_table(outcomes: Sequence[Question], changes: Mapping[str, Change], headline: str) -> Table:
    """How sure we are, as far as a release may say it: intervals, and how many moved which way."""
    name = DEFINITIONS[headline].name.capitalize()
    columns = (
        Column("n_before_only", "Before only", "people"),
        Column("n_after_only", "Now only", "people"),
        Column("low", f"{name}: 95% interval, from", "per cent"),
        Column("high", f"{name}: 95% interval, to", "per cent"),
        Column("improved", "Improved", "people"),
        Column("same", "Same", "people"),
        Column("worse", "Worse", "people"),
    )
    rows = tuple(_spread_row(outcome, changes[outcome.id], headline) for outcome in outcomes)
    return Table("spread", "How sure we are, by outcome", columns, rows, "Outcome")


def six_ways_table(outcomes: Sequence[Question], changes: Mapping[str, Change]) -> Table:
    """The six things that "percentage change" can mean, side by side, and who stood at the ends before."""
    columns = (
        *(
            # With the other four, an average of each person's own percentage would tell who moved from where.
            Column(key, meant.name.capitalize(), "per cent", 1, released=not meant.per_person)
            for key, meant in DEFINITIONS.items()
        ),
        Column("at_floor_before", "At the lowest score before", "people", released=False),
        Column("at_ceiling_before", "At the highest score before", "people", released=False),
    )
    rows = tuple(
        Row(
            each.id,
            each.short_name,
            {column.key: getattr(changes[each.id], column.key) for column in columns},
            {key: bases_of(key, changes[each.id]) for key in DEFINITIONS},
        )
        for each in outcomes
    )
    return Table(
        "six_ways", "The same change, measured in several ways, by outcome", columns, rows, "Outcome"
    )


def bases_of(key: str, change: Change) -> bases.Bases:
    """What a figure of the table of change stands on."""
    return SPECIAL_BASES.get(key, bases.of_means)(change)


SPECIAL_BASES = {
    "n_pairs": bases.of_people,
    "share_improved": bases.of_improved,
}


def _change_row(outcome: Question, change: Change, columns: Sequence[Column]) -> Row:
    cells = {column.key: getattr(change, column.key) for column in columns}
    if change.share_improved is not None:
        cells["share_improved"] = 100 * change.share_improved
    direction = "" if outcome.better == "higher" else " (lower is better)"
    stands_on = {column.key: bases_of(column.key, change) for column in columns}
    return Row(outcome.id, outcome.short_name + direction, cells, stands_on)


def _spread_row(outcome: Question, change: Change, headline: str) -> Row:
    low, high = change.intervals.get(headline) or (None, None)
    # The width of an interval tells how alike people moved; that there is none, that they are few.
    interval_on = (*bases.of_means(change), *bases.of_improved(change)) if low is not None else (0,)
    moves_on = bases.of_moves(change)
    cells = {
        "n_before_only": (change.n_before_only, (change.n_before_only,)),
        "n_after_only": (change.n_after_only, (change.n_after_only,)),
        "low": (low, interval_on),
        "high": (high, interval_on),
        "improved": (change.improved, moves_on),
        "same": (change.same, moves_on),
        "worse": (change.worse, moves_on),
    }
    values = {key: value for key, (value, _) in cells.items()}
    return Row(outcome.id, outcome.short_name, values, {key: on for key, (_, on) in cells.items()})


def _statistics_row(outcome: Question, change: Change, headline: str) -> Row:
    direct = (
        "wilcoxon_W_plus",
        "wilcoxon_W_minus",
        "n_before_only",
        "n_after_only",
        "median_change",
        "improved",
        "same",
        "worse",
        "rank_biserial",
    )
    cells = {key: getattr(change, key) for key in direct}
    cells["interval"] = _span(change.intervals.get(headline), 1)
    cells["improved_interval"] = _span(change.improved_interval, 100)
    cells["p"] = NOTHING if change.wilcoxon_p is None else p_value(change.wilcoxon_p)
    return Row(outcome.id, outcome.short_name, cells)


def _span(interval: tuple[float, float] | None, times: int) -> str:
    if interval is None:
        return NOTHING
    return " to ".join(rounded(times * end, 0) for end in interval)
