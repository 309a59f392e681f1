"""The chapters on what changed, and on how much of that is due to the programme."""

from collections.abc import Iterator
from dataclasses import replace

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.wording import NOTHING, capitalised
from survey.reports.briefing import flowers
from survey.reports.findings import Findings
from survey.reports.impact_page import ImpactPage, impact_page
from survey.reports.report_annex import Source, exact
from survey.reports.report_blocks import Beside, Block, Chapter, Drawing, Heading, Points, Words
from survey.reports.report_draft import IMPACT, RESULTS, Draft
from survey.reports.report_shares import TWO_FIGURES, disagreements, shares_source, with_shares
from survey.reports.report_tables import Origin, grid

NOT_ASKED = "Nobody has been asked yet how much of the change is due to the programme."
WHAT_IS_LEFT = (
    "The change, less what would have happened anyway, what was displaced and what came from others, each "
    "taken from what the others leave; of each voice’s median the larger"
)
INTERVAL = "Percentile bootstrap of pairs, 95 per cent, with a fixed seed; to whole per cents"
OF_THE_WAY = "How far the average score is from the worst towards the best answer of the scale, in per cent"
PETALS = (
    "Petals are numbered as in the table. The more of a petal is filled, the nearer people are to the best "
    "answer; the outline is before, the fill is now."
)


def what_changed(draft: Draft) -> Chapter:
    """The table of percentage change, the flower, and what nobody knows."""
    findings = draft.findings
    meant = DEFINITIONS[findings.headline_key]
    rule = f"{capitalised(meant.name)}: {meant.formula_in_words}, of people with both scores"
    origin = Origin(rule, (RESULTS,))
    first = Source("First sentence on change", _headline_figures(findings), rule, (RESULTS, "First sentence"))
    return Chapter(
        "What changed",
        (
            Words(draft.annex.mark(findings.headline, first), "range"),
            Words(draft.annex.mark(findings.headline_range, _interval(findings))),
            grid(findings.change, draft.annex, origin, numbered=True),
            *_drawn(tuple(_flowers(draft))),
        ),
        breaks=False,
    )


def due_to_the_programme(draft: Draft) -> Chapter:
    """What is taken off each change and why, and where residents and partners disagree."""
    due = impact_page(draft.findings)
    title = "How much is due to the programme"
    if due is None:
        return Chapter(title, (Words(NOT_ASKED),), breaks=False)
    return Chapter(title, tuple(_due(draft, due)), breaks=False)


def _due(draft: Draft, due: ImpactPage) -> Iterator[Block]:
    origin = Origin(WHAT_IS_LEFT, (IMPACT,))
    first = shares_source([table for table, _ in due.tables])
    yield Words(draft.annex.mark(due.headline, first), "range")
    if due.missing:
        yield Words(draft.annex.mark(due.missing, first))
    yield Words(TWO_FIGURES, "note")
    for table, notes in due.tables:
        yield replace(grid(with_shares(table), draft.annex, origin, kind="rows"), notes=())
        yield from (Words(note, "note") for note in notes)
    if due.disagreements:
        yield Heading("Where residents and partners disagree")
        yield Points(tuple(disagreements(draft.findings.impact, draft.annex)))
    if due.grades:
        yield Heading("How good the evidence is")
        yield Points(tuple(due.grades.items()))


def _headline_figures(findings: Findings) -> str:
    """The unrounded percentages that the first sentence is chosen from."""
    figures = (row.cells.get(findings.headline_key) for row in findings.change.rows)
    return "; ".join(exact(value) for value in figures)


def _drawn(drawn: tuple[Drawing, ...]) -> Iterator[Block]:
    """Flowers side by side; one alone has its words beside it."""
    how = Words(PETALS, "note")
    if len(drawn) == 1:
        yield Beside(((replace(drawn[0], sentence=""),), (Words(drawn[0].sentence), how)))
        return
    yield Beside(tuple((each,) for each in drawn))
    yield how


def _flowers(draft: Draft) -> Iterator[Drawing]:
    for each in flowers(draft.findings.flowers):
        said = f"{each.area}. {each.sentence}"
        yield Drawing(each.picture, draft.annex.mark(said, _flower(draft.findings, each.area)))


def _flower(findings: Findings, area: str) -> Source:
    """How far each petal is filled."""
    table = findings.flowers[area]
    shares = (
        f"{row.heading}: {exact(row.cells['before'])} to {exact(row.cells['now'])}" for row in table.rows
    )
    what = f"The flower of {area}: from before to now, per cent of the way to the best answer"
    return Source(what, "; ".join(shares), OF_THE_WAY, (RESULTS, "Flower"))


def _interval(findings: Findings) -> Source:
    """How far chance alone could move the figures of the first sentence."""
    said = "; ".join(str(row.cells.get("interval") or NOTHING) for row in findings.statistics.rows)
    return Source(
        "Interval of each outcome, in the order of the table", said, INTERVAL, (RESULTS, "How sure we are")
    )
