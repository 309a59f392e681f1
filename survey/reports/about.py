"""The sheets of words: what a file is, and what its figures mean."""

from collections.abc import Mapping

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import ROUNDED, why_hidden
from survey.analysis.impact import FILTERS, GRADES
from survey.analysis.wording import capitalised
from survey.reports.briefing import stamp
from survey.reports.findings import Findings
from survey.reports.grids import Grid, Sheet
from survey.reports.impact_words import GRADE_MEANINGS, MEANINGS, SHORT_NAMES, grade_words
from survey.reports.marking import MADE_UP, day, is_published, mark, period
from survey.reports.release_impact_words import IN_BANDS, WHO_IS_COUNTED

INTERNAL = "Internal: exact figures, for the team only, not for publication"
EXACT = (
    "Nothing is hidden or rounded: cells hold exact figures and show them shortened. Small numbers can tell "
    "what one person answered, so this file stays with the team. Publish a release instead."
)
NOBODY = "No real person gave these answers. They show what Alongside does, and nothing about any programme."
DUE = (
    "The change, less deadweight, less displacement, less attribution to others; each is taken from what the "
    "others leave. Of what residents and partners say the larger figure is used, which claims less, unless "
    "an evaluator entered one. What is not known is never read as nought."
)
WIDTHS = (26, 110)

MISSING = (
    ("n", "With both (people) is n: the people who gave a score for both before and now."),
    ("Missing scores", "People without both scores are left out of every mean, change and percentage."),
    ("Empty cell", "The figure is not defined, was not asked, or nobody answered. It never means nought."),
    (
        "Per cent",
        "A percentage is written as the number before the words per cent: 53 means 53 per cent, not 0.53.",
    ),
    (
        "Lower is better",
        "Means are of the score as stored. For some outcomes, such as isolation, 5 is the worst answer: "
        "there a fall is the good news. The codebook says which end is better.",
    ),
)


def about(findings: Findings, sheets: Mapping[str, str]) -> Sheet:
    """The first sheet; `sheets` says of each of the others what it shows."""
    grids = (
        _said("What this is", *_what(findings)),
        _said("What changed", ("Headline", findings.headline), ("How sure", findings.headline_range)),
        _said("What we do not know", *(_labelled(each) for each in findings.caveats)),
        _said("How figures are shown", *_shown(findings)),
        _said("The sheets of this file", *sheets.items()),
    )
    return Sheet("About", "About this file", tuple(grid for grid in grids if grid.rows), widths=WIDTHS)


def definitions(findings: Findings) -> Sheet:
    """The six things that "percentage change" can mean, and the rules that all figures keep."""
    rows = tuple(
        (capitalised(each.name), capitalised(each.formula_in_words), capitalised(each.bound), key)
        for key, each in DEFINITIONS.items()
    )
    headings = ("Name", "Formula in words", "Bound", "Column")
    headline = ("Headline", capitalised(DEFINITIONS[findings.headline_key].name))
    grids = (
        Grid(headings, rows, "Six meanings of percentage change"),
        _said("How much is due to the programme", *_of_impact(findings)),
        _said("Rules", headline, *MISSING, *_shown(findings)),
    )
    shown = tuple(grid for grid in grids if grid.rows)
    return Sheet("Definitions", "Definitions and rules", shown, widths=(30, 70, 50, 30))


def _of_impact(findings: Findings) -> tuple[tuple[str, str], ...]:
    if not findings.impact or findings.impact.is_silent:
        return ()
    names = ((SHORT_NAMES[name], capitalised(f"{MEANINGS[name]}.")) for name in FILTERS)
    grades = (
        (f"Evidence {grade_words(grade)}", capitalised(f"{GRADE_MEANINGS[grade]}.")) for grade in GRADES
    )
    bands = (("Bands", IN_BANDS), ("Who is counted", WHO_IS_COUNTED)) if findings.is_release else ()
    return (*names, ("Due to the programme", DUE), *grades, *bands)


def _said(caption: str, *lines: tuple[str, str]) -> Grid:
    return Grid((), tuple(line for line in lines if line[1]), caption)


def _labelled(caveat: str) -> tuple[str, str]:
    """A caveat begins with what it is about."""
    label, colon, rest = caveat.partition(": ")
    return (label, capitalised(rest)) if colon else ("", caveat)


def _what(findings: Findings) -> tuple[tuple[str, str], ...]:
    made_up = ("Made up", f"{MADE_UP}. {NOBODY}") if findings.made_up else ("", "")
    as_of = ("", "") if findings.is_release else ("As of", stamp(findings))
    return (
        ("Programme", findings.name),
        ("Council", findings.council),
        ("Period", period(findings)),
        ("What it shows", findings.filters),
        ("Status", mark(findings) if findings.is_release else INTERNAL),
        made_up,
        ("Note", findings.note),
        ("Made on", day(findings.made_at)),
        as_of,
    )


def _shown(findings: Findings) -> tuple[tuple[str, str], ...]:
    if not findings.is_release:
        return (("Rounding and hiding", EXACT),)
    frozen = "The figures of a release never change again, whatever is corrected or erased later."
    return (
        ("Rounding", ROUNDED),
        ("Hidden", why_hidden(findings.threshold, bool(findings.impact), bool(findings.stories))),
        ("Release", frozen if is_published(findings) else ""),
    )
