"""The chapter on how sure the ratio is: its range, what it hangs on, and what is out of the ordinary."""

from collections.abc import Iterator
from decimal import Decimal

from survey.analysis.money import ratio
from survey.analysis.wording import capitalised
from survey.reports.report_annex import Source, exact
from survey.reports.report_blocks import (
    NUMBER,
    TEXT,
    Beside,
    Block,
    Chapter,
    Drawing,
    Grid,
    Heading,
    Points,
    Words,
)
from survey.reports.report_draft import VALUE, Draft
from survey.reports.report_headline import ratio_source
from survey.reports.report_tables import Origin, grid
from survey.reports.report_worth import NONE_YET
from survey.reports.value_pictures import named, pictures
from survey.reports.value_ranges import USUAL
from survey.reports.value_results import Results
from survey.reports.value_tables import SWINGS
from survey.reports.value_words import NO_RANGE, between

ONE_AT_A_TIME = f"One figure changed, all others as they are. {USUAL}"


def how_sure(draft: Draft) -> Chapter:
    """What the ratio hangs on, where it would be 1, its range, and what looks out of the ordinary."""
    found = draft.value.results
    blocks = _blocks(draft, found) if found else (Words(NONE_YET),)
    return Chapter("How much hangs on each figure", tuple(blocks), breaks=False)


def _blocks(draft: Draft, found: Results) -> Iterator[Block]:
    yield Words(draft.annex.mark(draft.value.headline, ratio_source(found)), "range")
    if not found.swings:
        yield from _side(draft, found)
        return
    hangs = pictures(draft.value)["swings"]
    drawn = Drawing(hangs.svg, draft.annex.mark(hangs.sentence, _widest(draft, found)))
    yield Beside(((drawn,), _side(draft, found)))
    yield grid(draft.value.table(SWINGS), draft.annex, Origin(ONE_AT_A_TIME, (VALUE, "Results", "Swings")))


def _side(draft: Draft, found: Results) -> tuple[Block, ...]:
    blocks = [_ranges(draft, found)]
    if found.remarks:
        remarks = tuple((capitalised(each.place), each.message) for each in found.remarks)
        blocks += [Heading("Out of the ordinary"), Points(remarks)]
    hang = {each.assumption.row for each in found.swings}
    rows = tuple((row.code, row.record.description) for row in draft.value.built.rows if row.code in hang)
    return (*blocks, Heading("Which row is which"), Points(rows)) if rows else tuple(blocks)


def _widest(draft: Draft, found: Results) -> Source:
    swing = found.swings[0]
    return Source(
        f"The widest swing, {named(draft.value.built, swing.assumption)}: ratio at its low and high",
        f"{exact(swing.ratio_low)}; {exact(swing.ratio_high)}",
        ONE_AT_A_TIME,
        (VALUE, "Results", "Swings"),
    )


def _ranges(draft: Draft, found: Results) -> Grid:
    rows = tuple(
        (name, draft.mark(ratio(value), f"Ratio: {name.lower()}", value, rule, "Results", "Range"), rule)
        for name, value, rule in _others(found)
    )
    return Grid(
        "The ratio under other assumptions", (("Assumption", TEXT), ("Ratio", NUMBER), ("How", TEXT)), rows
    )


def _others(found: Results) -> Iterator[tuple[str, Decimal, str]]:
    drawn, (low, base, high) = found.simulated, found.joint
    draws = f"{drawn.draws:,} draws of every figure with a spread, seed {drawn.seed}"
    yield "As it is", base, "Every figure as the value map has it"
    if between(drawn) != NO_RANGE:
        yield "Low end of the range", drawn.low, f"2.5th percentile of {draws}"
        yield "High end of the range", drawn.high, f"97.5th percentile of {draws}"
    yield "Everything cautious at once", low, "Every figure at the end that lowers the ratio"
    yield "Everything hopeful at once", high, "Every figure at the end that raises the ratio"
    if found.without_largest:
        name, left = found.without_largest
        yield f"Without the largest row, {name}", left, "The row with the largest present value left out"
