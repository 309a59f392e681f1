"""The sheet of quotations: what each speaks of, the words, and under which name they are told."""

from survey.reports.findings import Findings
from survey.reports.grids import Grid, Sheet
from survey.reports.own_words import grouped
from survey.reports.stories import checked, teller

WIDTHS = (30, 96, 30)


def own_words(findings: Findings) -> tuple[Sheet, ...]:
    """One sheet; none where there is no quotation. Raises TypeError for words that were not let out."""
    said = findings.stories
    if said is None or not checked(said.quotations, findings.kind):
        return ()
    rows = tuple(
        (about, told.words, teller(told))
        for about, group in grouped(said, [outcome.id for outcome in findings.outcomes]).items()
        for told in group
    )
    grid = Grid(("About", "In their own words", "Who says so"), rows)
    notes = (said.sentence, said.note, said.left_out_of_files(findings.is_release))
    return (Sheet("Own words", "In people’s own words", (grid,), tuple(filter(None, notes)), widths=WIDTHS),)
