"""From tables that may be shown to pictures, and the sentences that say the same."""

from collections.abc import Mapping, Sequence

from survey.analysis.disclosure import RELEASE, SafeTable
from survey.analysis.tables import HIDDEN, is_shown
from survey.analysis.wording import capitalised, number, people, per_cent, rounded
from survey.reports.bars import Answers, diverging
from survey.reports.findings import Findings, OutcomeFinding
from survey.reports.flower import Petal, Words, flower
from survey.reports.moves import moves_bar

# A flower holds no more; further outcomes stand in the table only.
MOST_PETALS = 16
HIDDEN_WORDS = Words(no_before="before hidden", no_now="now hidden", no_answer="hidden")


def flower_of(table: SafeTable, place: int, *, key: bool = True) -> str:
    """The flower of an area as SVG, from its flower table; `place` keeps ids apart on one page."""
    petals = [_petal(row.heading, row.cells) for row in table.rows[:MOST_PETALS]]
    title = f"{table.caption}. {flower_sentence(table)}"
    words = HIDDEN_WORDS if table.kind == RELEASE else None
    return flower(petals, title, id_prefix=f"flower-{place}", words=words, key=key)


def flower_sentence(table: SafeTable) -> str:
    """What the flower shows, in words: how many petals grew, and the longest step."""
    steps = {
        row.heading: (row.cells["before"], row.cells["now"])
        for row in table.rows
        if is_shown(row.cells["before"]) and is_shown(row.cells["now"])
    }
    if not steps and table.kind == RELEASE:
        return "There is nothing to draw: the numbers are small, so they are hidden."
    if not steps:
        return "There are no answers for both before and now yet, so there is nothing to draw."
    about = "about " if table.kind == RELEASE else ""
    most_people = max(row.cells["n_pairs"] for row in table.rows if row.heading in steps)
    counted = f"(up to {about}{people(most_people)} gave both answers)"
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
    """The answers before and now as SVG, titled with what is `said` of them; one for each length of scale.

    Outcomes with a hidden answer are not drawn; nothing at all where none can be.
    """
    by_points: dict[int, list[Answers]] = {}
    for outcome in filter(_can_be_drawn, outcomes):
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
        if row.cells["n_pairs"] and others[row.key]["improved"] is not HIDDEN
    }


def bars_sentence(findings: Findings) -> str:
    """What the bars show, in words, and what they leave out."""
    rows = [row.cells for row in findings.statistics.rows if row.cells["improved"] is not HIDDEN]
    if findings.is_release:
        # Where both are rounded to the same, nobody can say which were more.
        rows = [cells for cells in rows if cells["improved"] != cells["worse"]]
    if not rows:
        return "How many people moved which way is hidden: the numbers are small."
    drawn = sum(_can_be_drawn(outcome) for outcome in findings.outcomes)
    return " ".join(
        filter(None, (_ways(rows, len(findings.statistics.rows)), _drawn(drawn, len(findings.outcomes))))
    )


def _ways(rows: Sequence[Mapping[str, int]], every: int) -> str:
    good = sum(cells["improved"] > cells["worse"] for cells in rows)
    if good == every == 1:
        return "More people moved towards the good end (right) than away from it."
    shown = "" if len(rows) == every else "shown "
    if not good:
        return f"For no outcome {shown}did more people move towards the good end than away from it."
    some = f"all {number(good)}" if good == len(rows) < every else f"{number(good)} of {number(len(rows))}"
    return f"For {some} outcomes {shown}more people moved towards the good end (right) than away from it."


def _drawn(drawn: int, every: int) -> str:
    if not drawn:
        return ""
    both = "Each pair of bars holds the same people, before and now."
    return both if drawn == every else f"{both} Outcomes with hidden answers are not drawn."


def _petal(name: str, cells: Mapping[str, float | None]) -> Petal:
    before, now = (cells[when] / 100 if is_shown(cells[when]) else None for when in ("before", "now"))
    return Petal(name, before, now)


def _can_be_drawn(outcome: OutcomeFinding) -> bool:
    return not any(HIDDEN in row.cells.values() for row in outcome.answers.rows)


def _counts(table: SafeTable, row: int) -> list[int]:
    return [table.rows[row].cells[column.key] for column in table.columns]
