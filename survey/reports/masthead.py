"""What a paper made from findings says of itself at its head and on every page."""

from dataclasses import dataclass

from survey.reports.findings import Findings
from survey.reports.marking import day, marking, period


@dataclass(frozen=True)
class Masthead:
    """What every page says; the papers themselves add what stands on them.

    `period`, `filters` and `made_on` are words ("April 2024 to March 2025", "All areas, Level 2",
    "3 May 2025"); `made_on_iso` is the same day for the file's own record. `marking` says whom the paper is
    for ("Internal: for the team, not for publication", "Release 3").
    """

    council: str
    evaluation: str
    period: str
    filters: str
    made_on: str
    made_on_iso: str
    marking: str
    made_up: bool


def masthead(findings: Findings) -> dict[str, object]:
    """The fields of a masthead, for the paper that is made of these findings."""
    return {
        "council": findings.council,
        "evaluation": findings.name,
        "period": period(findings),
        "filters": findings.filters,
        "made_on": day(findings.made_at),
        "made_on_iso": findings.made_at.date().isoformat(),
        "marking": marking(findings),
        "made_up": findings.made_up,
    }
