"""From tables that may be shown to pictures, and the sentences that say the same."""

from collections.abc import Mapping, Sequence

from survey.analysis.disclosure import SafeTable
from survey.analysis.wording import capitalised, number, people, per_cent, rounded
from survey.reports.bars import Answers, diverging
from survey.reports.findings import Findings, OutcomeFinding
from survey.reports.flower import Petal, flower
from survey.reports.moves import moves_bar

# A flower holds no more; further outcomes stand in the table only.
MOST_PETALS = 16


def flower_of(table: SafeTable, place: int, *, key: bool = True) -> str:
    """The flower of an area as SVG, from its flower table; `place` keeps ids apart on one page."""
    petals = [_petal(row.heading, row.cells) for row in table.rows[:MOST_PETALS]]
    title = f"{table.caption}. {flower_sentence(table)}"
    return flower(petals, title, id_prefix=f"flower-{place}", key=key)


def flower_sentence(table: SafeTable) -> str:
    """What the flower shows, in words: how many petals grew, and the longest step."""
    steps = {
        row.heading: (row.cells["before"], row.cells["now"])
        for row in table.rows
        if row.cells["before"] is not None and row.cells["now"] is not None
    }
    if not steps:
        return "There are no answers for both before and now yet, so there is nothing to draw."
    counted = f"(up to {people(max(row.cells['n_pairs'] for row in table.rows))} gave both answers)"
    most = max(steps, key=lambda name: steps[name][1] - steps[name][0])
    before, now = steps[most]
    way = f"from {rounded(before, 0)} to {per_cent(now)} of the way to the best answer {counted}."
    if len(steps) == 1:
        verb = "grew" if now > before else "shrank" if now < before else "stayed as it was"
        return f"The one petal, {most}, {verb}: {way}"
    grew = sum(now > before for before, now in steps.values())
    if not grew:
        return f"None of {number(len(steps))} petals grew {counted}."
    some = (
        ("Both" if grew == 2 else f"All {number(grew)}")
        if grew == len(steps)
        else f"{capitalised(number(grew))} of {number(len(steps))}"
    )
    return f"{some} petals grew. The petal of {most} grew most: {way}"


def bars_of(outcomes: Sequence[OutcomeFinding], said: str) -> str:
    """The answers before and now as SVG, titled with what is `said` of them; one for each length of scale."""
    by_points: dict[int, list[Answers]] = {}
    for outcome in outcomes:
        before, now = (_counts(outcome.answers, row) for row in (0, 1))
        by_points.setdefault(len(now), []).append(Answers(outcome.name, before, now))
    return "".join(
        diverging(rows, f"How people answered. {said}", id_prefix=f"answers-{points}")
        for points, rows in by_points.items()
    )


def moves_of(change: SafeTable, statistics: SafeTable) -> Mapping[str, str]:
    """By outcome, the small bar of how many improved, stayed the same and got worse."""
    others = {row.key: row.cells for row in statistics.rows}
    return {
        row.key: moves_bar(*(others[row.key][way] for way in ("improved", "same", "worse")))
        for row in change.rows
        if row.cells["n_pairs"]
    }


def bars_sentence(findings: Findings) -> str:
    """What the bars show, in words."""
    moved = [(row.cells["improved"], row.cells["worse"]) for row in findings.statistics.rows]
    good = sum(improved > worse for improved, worse in moved)
    if good == len(moved) == 1:
        return "More people moved towards the good end (right) than away from it."
    if not good:
        return "For no outcome did more people move towards the good end than away from it."
    return (
        f"For {number(good)} of {number(len(moved))} outcomes more people moved towards "
        "the good end (right) than away from it. Each pair of bars holds the same people, before and now."
    )


def _petal(name: str, cells: Mapping[str, float | None]) -> Petal:
    before, now = (None if cells[when] is None else cells[when] / 100 for when in ("before", "now"))
    return Petal(name, before, now)


def _counts(table: SafeTable, row: int) -> list[int]:
    return [table.rows[row].cells[column.key] for column in table.columns]
