"""What share of each change is due to the programme, in the full report: in tables and in the annex."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from survey.analysis import disclosure
from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import APART, OF_NET
from survey.analysis.said import WHOLE
from survey.analysis.tables import Column, Row
from survey.analysis.wording import capitalised
from survey.reports.impact import Impact, OutcomeImpact
from survey.reports.impact_words import SHORT_NAMES
from survey.reports.report_annex import Annex, Figure, Source, exact
from survey.reports.report_draft import IMPACT

SHARE = Column("share", "Share of the change", "per cent")
OF_WHAT_IS_LEFT = (
    "All of the change, less the shares of it that would have happened anyway, were displaced or came from "
    "others, each taken from what the others leave"
)
TWO_FIGURES = (
    "Two figures say how much is due to the programme. “Due to the programme” is the net change: what is "
    "left of the change itself, in its own unit. “Share of the change” says what part of the change "
    "that is: the first sentence of this chapter speaks of these shares."
)
OF_MEDIANS = f"The median of what each voice said; they disagree from {APART} points between them"


def with_shares(table: SafeTable) -> SafeTable:
    """The team's table of what is due, with the share of the change beside the net change."""
    columns = [
        each for column in table.columns for each in ((column, SHARE) if column.key == "net" else (column,))
    ]
    rows = tuple(replace(row, cells={**row.cells, SHARE.key: _share(row)}) for row in table.rows)
    return disclosure.internal(replace(table.table, columns=tuple(columns), rows=rows))


def shares_source(tables: Sequence[SafeTable]) -> Source:
    """Where the range of the first sentence comes from: the share of every outcome, unrounded."""
    known = [(row.heading, _share(row)) for table in tables for row in table.rows]
    said = (f"{capitalised(name)}: {exact(share)}" for name, share in known if share is not None)
    return Source(
        "Share of each change that is due to the programme, per cent",
        "; ".join(said) or "no figure",
        OF_WHAT_IS_LEFT,
        (IMPACT, "First sentence"),
    )


def disagreements(said: Impact, annex: Annex) -> Iterator[tuple[str, Figure]]:
    """Outcome by outcome, where residents and partners disagree, each with the two medians in the annex."""
    for outcome in said.outcomes:
        by_filter = {SHORT_NAMES[row.key]: row for row in outcome.filters.rows}
        for words in outcome.disagreements:
            row = by_filter[words.split(":")[0]]
            yield capitalised(outcome.name), annex.mark(words, _medians(outcome, row))


def _medians(outcome: OutcomeImpact, row: Row) -> Source:
    name, cells = SHORT_NAMES[row.key], row.cells
    return Source(
        f"{capitalised(outcome.name)}, {name.lower()}: medians of residents and of partners, per cent",
        f"{exact(cells['residents'])}; {exact(cells['partners'])}",
        OF_MEDIANS,
        (IMPACT, capitalised(outcome.name), name),
        f"{exact(cells['residents_n'])} people; {exact(cells['partners_n'])} organisations",
    )


def _share(row: Row) -> float | None:
    """None where there is no change, or not all of what is taken off is known."""
    if not row.cells.get("gross") or row.cells.get("net") is None:
        return None
    share = Fraction(WHOLE)
    for name in OF_NET:
        # What is counted in another filter has no figure of its own.
        share *= 1 - Fraction(row.cells.get(name) or 0) / WHOLE
    return float(share)
