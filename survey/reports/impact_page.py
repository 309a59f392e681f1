"""The page of the paper that says how much of the change is due to the programme, as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from survey.analysis.disclosure import SafeTable
from survey.analysis.impact import GRADES
from survey.analysis.wording import capitalised
from survey.reports.findings import Findings
from survey.reports.impact import Impact
from survey.reports.impact_tables import GRADED
from survey.reports.impact_words import GRADE_MEANINGS


@dataclass(frozen=True)
class ImpactPage:
    """What stands on the page; figures only in sentences and tables that disclosure has let out.

    Each table has its notes beside it, but none that was said before. `sentences` are by outcome; `grades`
    explain the letters of the tables, where they have any.
    """

    headline: str
    missing: str
    asked: tuple[str, ...]
    tables: tuple[tuple[SafeTable, tuple[str, ...]], ...]
    sentences: tuple[str, ...]
    disagreements: tuple[str, ...]
    grades: Mapping[str, str]

    def __post_init__(self) -> None:
        if not all(isinstance(table, SafeTable) for table, _ in self.tables):
            raise TypeError("Paper shows only a table that survey.analysis.disclosure has let out")


def impact_page(findings: Findings) -> ImpactPage | None:
    """The page of these findings, a release's too; None where nothing was said of it."""
    said = findings.impact
    if said is None or said.is_silent:
        return None
    tables = tuple(table for table in (said.change, said.counted) if table and table.rows)
    has_grades = any(GRADED in table.notes for table in tables)
    return ImpactPage(
        headline=f"{said.headline}.",
        missing=said.missing,
        asked=said.asked,
        tables=tuple(_with_notes(tables)),
        sentences=tuple(each.sentence for each in said.outcomes if not each.counted),
        disagreements=_disagreements(said),
        grades=_grades() if has_grades else {},
    )


def _with_notes(tables: Sequence[SafeTable]) -> Iterator[tuple[SafeTable, tuple[str, ...]]]:
    said = {GRADED}
    for table in tables:
        yield table, tuple(note for note in table.notes if note not in said)
        said |= set(table.notes)


def _disagreements(said: Impact) -> tuple[str, ...]:
    """Where the two voices differ, with the outcome's name before each."""
    return tuple(
        f"{capitalised(each.name)}: {disagreement[:1].lower()}{disagreement[1:]}"
        for each in said.outcomes
        for disagreement in each.disagreements
    )


def _grades() -> dict[str, str]:
    return {letter: GRADE_MEANINGS[grade] for grade, letter in GRADES.items()}
