"""The full evaluation report: about a dozen pages for a steering group or a finance director."""

from collections.abc import Callable
from dataclasses import dataclass

from survey.reports.findings import Findings
from survey.reports.masthead import Masthead, masthead
from survey.reports.pdf import to_pdf
from survey.reports.rendering import render
from survey.reports.report_annex import Annex, Line
from survey.reports.report_blocks import Chapter
from survey.reports.report_change import due_to_the_programme, what_changed
from survey.reports.report_checklist import checklist
from survey.reports.report_draft import Draft
from survey.reports.report_headline import headline
from survey.reports.report_map import value_map
from survey.reports.report_methods import methods
from survey.reports.report_people import who_was_asked
from survey.reports.report_register import register
from survey.reports.report_story import story_of_change
from survey.reports.report_sure import how_sure
from survey.reports.report_what_if import what_if
from survey.reports.report_worth import comes_to
from survey.reports.value import ValueFound


@dataclass(frozen=True)
class Report(Masthead):
    """All that stands on the paper: chapters of blocks, a line for each figure in them, and the rules."""

    chapters: tuple[Chapter, ...]
    rules: tuple[str, ...]
    lines: tuple[Line, ...]
    addresses: tuple[tuple[str, str], ...]


def pdf(findings: Findings, value: ValueFound, progress: Callable[[str], None]) -> bytes:
    """The report as a tagged PDF; `progress` is told in words what is being done.

    Raises ValueError for released findings: this report is the team's own, and exact.
    """
    progress("Writing the chapters and drawing the charts")
    page = render("report/evaluation.html", report=report(findings, value))
    progress("Setting the pages")
    made = to_pdf(page)
    progress("The report is ready")
    return made


def report(findings: Findings, value: ValueFound) -> Report:
    """The words, tables and pictures of the paper. Raises ValueError for released findings."""
    if findings.is_release:
        raise ValueError("The full report is made from the team's own findings alone")
    draft = Draft(findings, value, Annex())
    # Chapters are made in the order of reading: figures are numbered as they are printed.
    chapters = (
        headline(draft),
        who_was_asked(draft, register(value.record.evaluation, value.record.area)),
        story_of_change(draft),
        what_changed(draft),
        due_to_the_programme(draft),
        comes_to(draft),
        how_sure(draft),
        what_if(draft),
        methods(draft),
        checklist(value),
        # On its side, as the annex is: among upright pages it would leave the one before it half empty.
        value_map(draft),
    )
    return Report(
        **masthead(findings),
        chapters=chapters,
        rules=draft.annex.rules,
        lines=draft.annex.lines,
        addresses=draft.addresses,
    )
