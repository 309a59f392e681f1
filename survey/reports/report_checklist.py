"""The chapter with the eight principles of social value, one by one, and how results went back."""

from survey.reports.report_blocks import TEXT, Chapter, Grid, Heading, Points
from survey.reports.report_principles import principles, returned
from survey.reports.value import ValueFound


def checklist(value: ValueFound) -> Chapter:
    """The eight principles, one by one, and how results went back."""
    rows = tuple(
        (f"{each.number}. {each.name}", "yes" if each.is_met else "not yet", said)
        for each, said in principles(value)
    )
    return Chapter(
        "The eight principles of social value",
        (
            Grid(
                "What there is to show for each",
                (("Principle", TEXT), ("Shown", TEXT), ("How", TEXT)),
                rows,
                (
                    "The principles are those of Social Value International. This list is the team’s own: no "
                    "assurer has looked at it.",
                ),
                kind="settings",
            ),
            Heading("How results went back"),
            Points(tuple(("", each) for each in returned(value))),
        ),
        breaks=False,
    )
