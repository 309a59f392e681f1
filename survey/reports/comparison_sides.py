"""What a comparison hangs on, read from releases: the whole of one, or one of its areas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from survey.analysis.compared import Asked, Side
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import HIDDEN, is_shown
from survey.questionnaires.characteristics import LEVELS
from survey.records.change import BEFORE_KINDS
from survey.reports.findings import Findings

AREA, LEVEL = (re.compile(rf"change_{part}_\d{{1,3}}") for part in ("area", "level"))
EVERYONE = "all areas"
# Ways of answering that leave somebody else's mark on the answers.
RECORDED = ("family_or_friend", "coordinator_helped", "coordinator_filled_in", "someone_else", "brought_in")


@dataclass(frozen=True)
class Chosen:
    """A release to be compared; `part` is the name of the table of one of its areas, empty for all of it.

    `whose` says whose release it is.
    """

    whose: str
    findings: Findings
    part: str = ""

    @property
    def change(self) -> SafeTable:
        if not self.part:
            return self.findings.change
        return next(table for table in self.findings.parts if table.name == self.part)

    @property
    def name(self) -> str:
        return f"{self.whose}, {named(self.change) if self.part else EVERYONE}"


def choices(whose: str, findings: Findings) -> Iterator[Chosen]:
    """The whole of a release, and each of its areas."""
    yield Chosen(whose, findings)
    for table in findings.parts:
        if AREA.fullmatch(table.name):
            yield Chosen(whose, findings, table.name)


def named(table: SafeTable) -> str:
    """The area or level that a table of change is about: the end of its caption."""
    return table.caption.partition(": ")[2] or table.caption


def side(chosen: Chosen, name: str = "") -> Side:
    """A release by what a comparison hangs on; another name than its own tells two alike apart."""
    findings = chosen.findings
    first, last = findings.period
    return Side(
        name=name or chosen.name,
        programme=(findings.council, findings.name),
        before=BEFORE_KINDS[findings.before_kind],
        headline=findings.headline_key,
        definitions=frozenset(DEFINITIONS) & {column.key for column in chosen.change.columns},
        outcomes=_asked(chosen),
        wave=named(findings.helped),
        months=12 * (last.year - first.year) + last.month - first.month + 1,
        threshold=findings.threshold,
        made_up=findings.made_up,
        people=(findings.number, chosen.part),
        **({"tells_due": False} if chosen.part else _of_all(findings)),
    )


def _of_all(findings: Findings) -> dict[str, object]:
    """What a release tells of all areas together, and of none of them alone."""
    return {
        "at_level_two": _at_level_two(findings),
        "helped": {
            row.heading: row.cells.get("share") for row in findings.helped.rows if row.key in RECORDED
        },
        "partners": _partners(findings),
        "tells_due": findings.impact is not None,
    }


def _asked(chosen: Chosen) -> dict[str, Asked]:
    here = {row.key for row in chosen.change.rows}
    return {
        each.id: Asked(
            each.name, each.question, each.lowest, each.lowest + len(each.answers.columns) - 1, each.better
        )
        for each in chosen.findings.outcomes
        if each.id in here
    }


def _at_level_two(findings: Findings) -> object:
    """Of the people with both scores, how many per cent are at level 2, where a release tells both levels."""
    counts = {}
    for table in findings.parts:
        if LEVEL.fullmatch(table.name):
            counts[named(table)] = _most(row.cells.get("n_pairs") for row in table.rows)
    if len(counts) < len(LEVELS):
        return None
    told = list(counts.values())
    if not all(map(is_shown, told)):
        return HIDDEN
    return 100 * counts[LEVELS["two"]] / sum(told) if LEVELS["two"] in counts and sum(told) else None


def _partners(findings: Findings) -> object:
    """The most partners that are counted for anything; None where none were asked."""
    tables = [each.filters for each in findings.impact.outcomes] if findings.impact else []
    return _most(row.cells.get("partners_n") for table in tables for row in table.rows)


def _most(values) -> object:
    """The largest that is shown; hidden where there are none but hidden ones, None where there is nothing."""
    told = [value for value in values if value is not None]
    return max((value for value in told if value is not HIDDEN), default=HIDDEN if told else None)
