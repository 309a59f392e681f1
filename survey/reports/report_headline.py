"""The first chapter: the ratio with its range, what it is of, and who gains."""

from collections.abc import Iterator

from survey.reports.report_annex import Source, exact
from survey.reports.report_blocks import (
    Beside,
    Block,
    Chapter,
    Contents,
    Drawing,
    Points,
    Words,
)
from survey.reports.report_draft import VALUE, Draft
from survey.reports.report_glance import glance
from survey.reports.value_pictures import pictures
from survey.reports.value_results import Results
from survey.reports.value_words import CAVEAT, NO_RANGE, between, range_words

RULE = (
    "Present value of all rows, divided by what was put in; the range is the middle 95 per cent of the draws"
)
OF_STAKEHOLDERS = "The present values of each stakeholder’s rows, added up"
NO_RATIO = "There is no ratio yet. This is what the value map still lacks:"


def headline(draft: Draft) -> Chapter:
    """What it all comes to, or what is missing before that can be said."""
    title, found = "What it comes to", draft.value.results
    if found is None:
        gaps = tuple(("", gap.words) for gap in draft.value.gaps)
        return Chapter(title, (Words(NO_RATIO, "range"), Points(gaps), Contents()), breaks=False)
    return Chapter(title, tuple(_blocks(draft, found)), breaks=False)


def ratio_source(found: Results) -> Source:
    """Where the ratio and its range come from."""
    drawn = found.simulated
    is_known = between(drawn) != NO_RANGE
    ends = f"from {exact(drawn.low)} to {exact(drawn.high)}" if is_known else NO_RANGE
    figures = f"{exact(drawn.base)}; {ends}"
    rows = f"{len(found.worth.rows)} rows; {drawn.draws:,} draws, seed {drawn.seed}"
    return Source("The ratio and its range", figures, RULE, (VALUE, "Results"), rows)


def _blocks(draft: Draft, found: Results) -> Iterator[Block]:
    source = ratio_source(found)
    who = pictures(draft.value)["who"]
    each = "; ".join(f"{name}: {exact(money)}" for name, money in found.by_stakeholder)
    gains = Source("Present value by stakeholder", each, OF_STAKEHOLDERS, (VALUE, "Results", "Who gains"))
    yield Words(draft.annex.mark(draft.value.headline, source), "headline")
    yield Words(draft.annex.mark(draft.value.sentence, source), "range")
    yield Words(CAVEAT)
    yield glance(draft, found)
    yield Beside(
        (
            (Drawing(who.svg, draft.annex.mark(who.sentence, gains)),),
            (Words(draft.annex.mark(range_words(found.simulated), source)), Contents()),
        )
    )
