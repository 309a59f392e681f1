"""The summary on paper: two pages, one each on impact and of own words where there are any, and an annex."""

from collections.abc import Mapping

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import ROUNDED, SafeTable
from survey.analysis.tables import HIDDEN, is_shown
from survey.analysis.wording import capitalised, number, rounded
from survey.records.change import BEFORE_KINDS
from survey.reports import pictures
from survey.reports.findings import ALL_AREAS, Findings
from survey.reports.impact_page import impact_page
from survey.reports.marking import day, marking
from survey.reports.masthead import masthead
from survey.reports.own_words import own_words
from survey.reports.pdf import to_pdf
from survey.reports.rendering import render
from survey.reports.sheets import ALWAYS_SHOWN
from survey.reports.summary import AreaFlower, Fact, Summary

MOST_AREAS = 2


def pdf(findings: Findings) -> bytes:
    """The summary of these findings as a tagged PDF."""
    return to_pdf(render("report/summary.html", summary=summary(findings)))


def summary(findings: Findings) -> Summary:
    """The words, tables and pictures of the paper."""
    return Summary(
        **masthead(findings),
        stamp=stamp(findings),
        headline=findings.headline,
        headline_range=findings.headline_range,
        table=findings.change,
        flowers=flowers(findings.flowers),
        sentences=tuple(outcome.sentence for outcome in findings.outcomes),
        bars=pictures.bars_of(findings.outcomes, pictures.bars_sentence(findings)),
        bars_sentence=pictures.bars_sentence(findings),
        asked=_asked(findings),
        caveats=(*((findings.note,) if findings.note else ()), *findings.caveats),
        definitions=definitions(findings),
        moves=pictures.moves_of(findings.change, findings.statistics),
        impact=impact_page(findings),
        words=own_words(findings),
        value=findings.value,
        annex=(*findings.parts, findings.statistics, findings.six_ways),
    )


def definitions(findings: Findings) -> tuple[Fact, ...]:
    """What each percentage of the table means, the headline's first."""
    return tuple(
        Fact(DEFINITIONS[key].name, f"{DEFINITIONS[key].formula_in_words}; {DEFINITIONS[key].bound}.")
        for key in dict.fromkeys((findings.headline_key, *ALWAYS_SHOWN))
    )


def stamp(findings: Findings) -> str:
    """Which answers the figures were made from, and when."""
    if findings.is_release and not findings.number:
        return f"{marking(findings)}. {ROUNDED}"
    if findings.is_release:
        return (
            f"{marking(findings)}, made on {day(findings.made_at)} from the answers held that day. Its "
            f"figures never change, whatever is added, corrected or erased later. {ROUNDED}"
        )
    until = f", the newest of {day(findings.data_until)}" if findings.data_until else ""
    return (
        f"Made on {day(findings.made_at)}, when the evaluation held {number(findings.responses)} sets of "
        f"answers{until}. The figures change when answers are added, corrected or erased."
    )


def flowers(tables: Mapping[str, SafeTable]) -> tuple[AreaFlower, ...]:
    """The flowers that paper has room for: one or two areas, else all areas in one."""
    areas = [name for name in tables if name != ALL_AREAS]
    shown = areas if len(areas) <= MOST_AREAS else [ALL_AREAS]
    return tuple(
        AreaFlower(
            area,
            pictures.flower_of(tables[area], place, key=False),
            pictures.flower_sentence(tables[area]),
        )
        for place, area in enumerate(shown)
    )


def _asked(findings: Findings) -> tuple[Fact, ...]:
    waves = tuple(
        Fact(row.heading, _answered(row.cells, findings.is_release))
        for row in findings.participation.rows
        if row.cells["sent"]
    )
    helped = "; ".join(
        f"{row.heading.lower()} {number(row.cells['n'])}"
        for row in findings.helped.rows
        if row.cells["n"] is not HIDDEN
    )
    hidden = any(row.cells["n"] is HIDDEN for row in findings.helped.rows)
    rest = "; the rest hidden" if helped else "hidden"
    before = BEFORE_KINDS[findings.before_kind]
    asked = f"{_outcomes(len(findings.outcomes))}, every answer in words. The before was {before}."
    return (
        Fact("What was asked", asked),
        *waves,
        Fact("How they answered", f"{helped}{rest}." if hidden else f"{helped or 'no answers yet'}."),
    )


def _outcomes(count: int) -> str:
    return "One outcome" if count == 1 else f"{capitalised(number(count))} outcomes"


def _answered(cells: Mapping[str, object], about: bool) -> str:
    if cells["sent"] is HIDDEN:
        return "how many sent answers is hidden."
    about = "about " if about else ""
    words = f"{about}{number(cells['sent'])} sent answers, of {about}{number(cells['added'])} people added"
    if is_shown(cells["rate"]):
        words += f" ({rounded(cells['rate'], 0)} per cent)"
    if is_shown(cells["of_supported"]):
        words += f", {rounded(cells['of_supported'], 0)} per cent of all people supported"
    return f"{words}."
