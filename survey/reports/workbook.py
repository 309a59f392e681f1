"""Findings as a workbook: tables to read and print, each figure on a row of its own, and what it means."""

import io
from collections.abc import Mapping, Sequence

from survey.analysis.disclosure import ROUNDED, SafeTable
from survey.reports import long_form, story_sheet
from survey.reports.about import about, definitions
from survey.reports.codebook import codebook
from survey.reports.findings import Findings
from survey.reports.grids import Grid, Sheet, sheet_of
from survey.reports.looks import Looks
from survey.reports.marking import is_published, mark, period
from survey.reports.worksheet import Page, clean

# Name on the tab, title, and what the first sheet says of it.
FIGURES = (
    ("Change", "What changed, by outcome", "The table of change: everyone, then each area and each level"),
    (
        "Impact",
        "How much of this is due to the programme",
        "What would have happened anyway, what came from others, and what that leaves",
    ),
    (
        "Value",
        "What the change is worth",
        "Ratios of value to what was put in, what they count and who gains",
    ),
    (
        "How sure",
        "How sure we are, by outcome",
        "How far chance could move the figures, and who moved which way",
    ),
    ("Other ways", "The same change in other ways", "What else percentage change can mean, side by side"),
    (
        "Answers",
        "Answers given, from the worst to the best",
        "How many people gave each answer, before and now",
    ),
    ("Flower", "The flower: how far towards the best answer", "What the flowers draw, for all and by area"),
    (
        "Who answered",
        "Who answered, and how",
        "How many people were asked, how many answered, and with whose help",
    ),
    (
        "Stories",
        "What people’s stories are about, and what groups said",
        "How many stories are about what, which way it went, themes, and votes of groups",
    ),
)
OWN_WORDS = {"Own words": "Quotations of stories, as those who told them agreed"}
WORDS = {
    "Values": "Every figure on a row of its own, for those who calculate; headings in row five",
    "Codebook": "What was asked, the scores that are stored, and what each column means",
    "Definitions": "How each percentage is worked out, and the rules on rounding, hiding and missing scores",
}


def xlsx(findings: Findings) -> bytes:
    """The workbook as bytes; the same findings give the same. Raises TypeError for a table not let out."""
    # It takes a third of a second to import: only those who make a workbook wait for it.
    import xlsxwriter

    sheets = contents(findings)
    made = io.BytesIO()
    # In memory every part of the file is dated alike.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as workbook:
        workbook.set_properties(_properties(findings))
        kind = "release" if is_published(findings) else "internal"
        looks = Looks(workbook)
        for sheet in sheets:
            page = Page(workbook.add_worksheet(sheet.name), sheet, looks)
            page.write(kind, f"{findings.name}, {period(findings)}", mark(findings))
    return made.getvalue()


def contents(findings: Findings) -> tuple[Sheet, ...]:
    """Every sheet of the workbook, in order."""
    tables = by_sheet(findings)
    said = {name: words for name, _, words in FIGURES if tables[name]}
    quoted = story_sheet.own_words(findings)
    said |= OWN_WORDS if quoted else {}
    also = (ROUNDED,) if findings.is_release else ()
    figures = tuple(sheet_of(name, title, tables[name], also) for name, title, _ in FIGURES if tables[name])
    return (
        about(findings, {**said, **WORDS}),
        *figures,
        *quoted,
        _values(findings),
        codebook(findings, tables),
        definitions(findings),
    )


def by_sheet(findings: Findings) -> Mapping[str, Sequence[SafeTable]]:
    """Which tables stand on which sheet: each on one."""
    return {
        "Change": (findings.change, *findings.parts),
        "Impact": findings.impact.tables if findings.impact else (),
        "Value": tuple(table for each in findings.value for table in each.tables),
        "How sure": (findings.statistics,),
        "Other ways": (findings.six_ways,),
        "Answers": tuple(outcome.answers for outcome in findings.outcomes),
        "Flower": tuple(findings.flowers.values()),
        "Who answered": (findings.participation, findings.helped),
        "Stories": findings.stories.tables if findings.stories else (),
    }


def _values(findings: Findings) -> Sheet:
    rows = tuple(tuple(row) for row in long_form.figures(findings))
    return Sheet(
        "Values", "Every figure on a row of its own", (Grid(long_form.OF_THE_FIGURE, rows),), raw=True
    )


def _properties(findings: Findings) -> dict:
    return {
        "title": clean(findings.name),
        "subject": clean(findings.filters),
        "company": clean(findings.council),
        "status": mark(findings),
        "comments": mark(findings),
        "created": findings.made_at,
    }
