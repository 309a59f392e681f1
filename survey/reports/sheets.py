"""The tables of a set of findings, before they go through the one door."""

from collections.abc import Mapping, Sequence

import pandas as pd

from survey.analysis.change import Change
from survey.analysis.definitions import DEFINITIONS, FROM_BEFORE, SHARE_OF_SCALE
from survey.analysis.intervals import LEAST_PAIRS
from survey.analysis.tables import Column, Row, Table
from survey.analysis.wording import MINUS, NOTHING, p_value, rounded
from survey.questionnaires.model import Question

ALWAYS_SHOWN = (FROM_BEFORE.key, SHARE_OF_SCALE.key)
HELPED = {
    "nobody": "On their own",
    "family_or_friend": "Helped by family or a friend",
    "coordinator_helped": "Helped by the coordinator",
    "coordinator_filled_in": "Filled in by the coordinator for them",
    "someone_else": "Helped by someone else",
    "brought_in": "Collected elsewhere and brought in from a file",
    None: "Not said",
}


def change_table(
    outcomes: Sequence[Question], changes: Mapping[str, Change], headline: str, of: str
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
    name = DEFINITIONS[headline].name
    return Table(
        name="change",
        caption=f"{name.capitalize()}, by outcome: {of}",
        row_heading="Outcome",
        columns=columns,
        rows=tuple(_change_row(outcome, changes[outcome.id], columns) for outcome in outcomes),
        notes=(
            f"{name.capitalize()} is {DEFINITIONS[headline].formula_in_words}, of people with both scores. "
            "Means are of the score as stored; where lower is better, a fall is the good news. "
            "Rounding comes last, so a change can differ a little from the means shown.",
            *_few(outcomes, changes),
        ),
    )


def _few(outcomes: Sequence[Question], changes: Mapping[str, Change]) -> tuple[str, ...]:
    names = [each.short_name for each in outcomes if 0 < changes[each.id].n_pairs < LEAST_PAIRS]
    if not names:
        return ()
    return (
        f"Fewer than {LEAST_PAIRS} people gave both scores for: {', '.join(names)}. Read these with care.",
    )


def statistics_table(outcomes: Sequence[Question], changes: Mapping[str, Change], headline: str) -> Table:
    """Everything else that section 3 of the method asks to be said of each outcome."""
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


def six_ways_table(outcomes: Sequence[Question], changes: Mapping[str, Change]) -> Table:
    """The six things that "percentage change" can mean, side by side, and who stood at the ends before."""
    columns = (
        *(Column(key, meant.name.capitalize(), "per cent", 1) for key, meant in DEFINITIONS.items()),
        Column("at_floor_before", "At the lowest score before", "people"),
        Column("at_ceiling_before", "At the highest score before", "people"),
    )
    rows = tuple(
        Row(
            each.id,
            each.short_name,
            {column.key: getattr(changes[each.id], column.key) for column in columns},
        )
        for each in outcomes
    )
    return Table("six_ways", "The same change in six ways, by outcome", columns, rows, "Outcome")


def answers_table(outcome: Question, change: Change) -> Table:
    """How many people gave each answer before and now, from the worst answer to the best."""
    worst_first = range(len(outcome.choices))
    columns = tuple(Column(f"p{place}", outcome.choices[place].text, "people") for place in worst_first)
    counts = {"before": change.before_counts, "now": change.after_counts}
    turned = {when: got if outcome.better == "higher" else got[::-1] for when, got in counts.items()}
    rows = tuple(
        Row(when, heading, {f"p{place}": turned[when][place] for place in worst_first})
        for when, heading in (("before", "Before"), ("now", "Now"))
    )
    caption = f"{outcome.short_name}: answers of the {change.n_pairs} people who gave both"
    return Table(f"answers_{outcome.id}", caption, columns, rows, "When")


def flower_table(outcomes: Sequence[Question], changes: Mapping[str, Change], area: str) -> Table:
    """How far each outcome stands towards its good end, before and now: what the flower draws."""
    columns = (
        Column("n_pairs", "With both", "people"),
        Column("before", "Before, share of the way to the best answer", "per cent"),
        Column("now", "Now, share of the way to the best answer", "per cent"),
    )
    rows = tuple(_flower_row(outcome, changes[outcome.id]) for outcome in outcomes)
    return Table(f"flower_{area}", f"The flower of {area}", columns, rows, "Outcome")


def participation_table(frame: pd.DataFrame, supported: int | None) -> Table:
    """Who was asked, who began and who sent answers, by wave, with the response rate."""
    columns = (
        Column("added", "People added", "people"),
        Column("started", "Began", "people"),
        Column("sent", "Sent answers", "people"),
        Column("rate", "Sent, of those added", "per cent"),
        Column("of_supported", "Sent, of all people supported", "per cent"),
    )
    rows = tuple(
        Row(
            str(number),
            wave.name_,
            {
                "added": wave.added,
                "started": wave.started,
                "sent": wave.sent,
                "rate": _per_cent(wave.sent, wave.added),
                "of_supported": _per_cent(wave.sent, supported),
            },
        )
        for number, wave in zip(
            frame.index, frame.rename(columns={"name": "name_"}).itertuples(), strict=True
        )
    )
    unknown = (
        "Not every area and level shown has its number of people supported, so their share is not known."
    )
    return Table("participation", "Who answered", columns, rows, "Wave", () if supported else (unknown,))


def helped_table(frame: pd.DataFrame, wave: str) -> Table:
    """How the answers of the wave were given: alone, with help, or through the coordinator."""
    counts = {None if pd.isna(helped) else helped: n for helped, n in zip(frame.helped, frame.n, strict=True)}
    total = sum(counts.values())
    rows = tuple(
        Row(key or "not_said", words, {"n": counts[key], "share": _per_cent(counts[key], total)})
        for key, words in HELPED.items()
        if key in counts
    )
    columns = (Column("n", "People", "people"), Column("share", "Of those who sent answers", "per cent"))
    return Table("helped", f"How people answered: {wave}", columns, rows, "How")


def _change_row(outcome: Question, change: Change, columns: Sequence[Column]) -> Row:
    cells = {column.key: getattr(change, column.key) for column in columns}
    if change.share_improved is not None:
        cells["share_improved"] = 100 * change.share_improved
    direction = "" if outcome.better == "higher" else " (lower is better)"
    return Row(outcome.id, outcome.short_name + direction, cells)


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


def _flower_row(outcome: Question, change: Change) -> Row:
    means = {"before": change.mean_before, "now": change.mean_after}
    shares = {when: _towards_good(outcome, mean) for when, mean in means.items()}
    return Row(outcome.id, outcome.short_name, {"n_pairs": change.n_pairs, **shares})


def _towards_good(outcome: Question, mean: float | None) -> float | None:
    if mean is None:
        return None
    share = (mean - outcome.lowest) / (outcome.highest - outcome.lowest)
    return 100 * (share if outcome.better == "higher" else 1 - share)


def _span(interval: tuple[float, float] | None, times: int) -> str:
    if interval is None:
        return NOTHING
    return " to ".join(rounded(times * end, 0) for end in interval)


def _per_cent(part: int, whole: int | None) -> float | None:
    return 100 * part / whole if whole else None
