"""What a file of findings is and who it is for: the words that it is marked with everywhere."""

from datetime import date, datetime

from survey.reports.findings import Findings

INTERNAL = "Internal: for the team, not for publication"
PREVIEW = "Preview of a release: not for publication"
MADE_UP = "Made-up answers: example only"


def marking(findings: Findings) -> str:
    """What these findings are: a numbered release, the preview of one, or the team's own."""
    if not findings.is_release:
        return INTERNAL
    return f"Release {findings.number}" if findings.number else PREVIEW


def is_published(findings: Findings) -> bool:
    """Whether these findings may leave the building: numbered releases alone."""
    return findings.is_release and bool(findings.number)


def mark(findings: Findings) -> str:
    """The line that stands on every sheet and under every printed page."""
    date = f", {day(findings.made_at)}" if findings.is_release else ""
    return f"{marking(findings)}{date}" + (f". {MADE_UP}" if findings.made_up else "")


def day(when: date | datetime) -> str:
    """A day as people write it: 3 May 2026."""
    return f"{when.day} {when:%B %Y}"


def period(findings: Findings) -> str:
    """The time that is evaluated."""
    start, end = findings.period
    return f"{day(start)} to {day(end)}"
