"""The chapters on who was asked and who was not, and on the story of change."""

from collections.abc import Iterator, Sequence

from survey.analysis.wording import NOTHING
from survey.questionnaires.partners import PARTNER_KINDS
from survey.records.stakeholder import KINDS, Stakeholder
from survey.records.value_map import MapStakeholder
from survey.reports.report_annex import Source, exact
from survey.reports.report_blocks import (
    NUMBER,
    TEXT,
    Block,
    Chapter,
    Grid,
    Heading,
    Points,
    Words,
)
from survey.reports.report_draft import IMPACT, REGISTER, RESULTS, VALUE, Draft
from survey.reports.report_tables import Origin, grid

KIND_NAMES = {**PARTNER_KINDS, "family": "Family members", "councillors": "Councillors", "other": "Others"}
NOT_SAID = "Not said yet."
NOT_ENGAGED = "Not asked yet, and no reason is given."
AS_PRINTED = "whole counts, as printed"
# So many are named with their reasons; the product lists them all.
MOST_NAMED = 12


def who_was_asked(draft: Draft, register: Sequence[Stakeholder]) -> Chapter:
    """Taking part, the groups of the value map, and the register of organisations, each with reasons."""
    answered = Origin("Counted from the answers that were sent", (RESULTS, "Who answered"))
    findings = draft.findings
    return Chapter(
        "Who was asked, and who was not",
        (
            grid(findings.participation, draft.annex, answered),
            grid(findings.helped, draft.annex, answered),
            *_asked_why(draft),
            _groups(draft),
            *_register(draft, register),
            Heading("How they were involved"),
            Words(draft.value.record.involved_how or NOT_SAID),
        ),
    )


def _asked_why(draft: Draft) -> Iterator[Block]:
    asked = draft.findings.impact.asked if draft.findings.impact else ()
    for words in asked:
        source = Source("Who was asked why it changed", AS_PRINTED, "Counted from what was sent", (IMPACT,))
        yield Words(draft.annex.mark(words, source))


def _groups(draft: Draft) -> Grid:
    return Grid(
        "Groups that the programme affects, or that affect it",
        (("Group", TEXT), ("In it", NUMBER), ("Involved", NUMBER), ("In the map", TEXT), ("Why", TEXT)),
        tuple(_group(draft, each) for each in draft.value.record.stakeholders),
        kind="groups",
    )


def _group(draft: Draft, group: MapStakeholder) -> tuple[str, ...]:
    known = (group.size, group.involved)
    source = Source(
        f"{group.name}: people in the group; people involved",
        "; ".join(exact(each) for each in known),
        "Entered by the team",
        (VALUE, "Stakeholders"),
    )
    counts = (NOTHING if each is None else f"{each:,}" for each in known)
    inside = "yes" if group.included else "left out"
    return draft.annex.mark(group.name, source), *counts, inside, group.reason or NOT_SAID


def _register(draft: Draft, register: Sequence[Stakeholder]) -> Iterator[Block]:
    if not register:
        yield Words("No organisation stands in the register of stakeholders.")
        return
    kinds = [kind for kind in KINDS if any(line.kind == kind for line in register)]
    yield Grid(
        f"Organisations in the register of stakeholders{_where(draft)}",
        (("Kind", TEXT), ("Listed", NUMBER), ("Answered", NUMBER)),
        tuple(_of_kind(draft, kind, [line for line in register if line.kind == kind]) for kind in kinds),
        kind="register",
    )
    silent = [line for line in register if not _has_answered(line)]
    if silent:
        yield Heading("Who did not answer, and why")
        yield Points(tuple((line.organisation, _why(line)) for line in silent[:MOST_NAMED]))
    if len(silent) > MOST_NAMED:
        yield Words("More did not answer; the page of stakeholders names them all.", "note")


def _where(draft: Draft) -> str:
    area = draft.value.record.area
    return f": those of {area.name}, and those of all areas" if area else ""


def _of_kind(draft: Draft, kind: str, lines: Sequence[Stakeholder]) -> tuple[str, ...]:
    name, counts = KIND_NAMES[kind], (len(lines), sum(map(_has_answered, lines)))
    source = Source(
        f"{name}: organisations listed; answered",
        "; ".join(map(str, counts)),
        "Counted from the register of stakeholders",
        (REGISTER,),
    )
    return draft.annex.mark(name, source), *map(str, counts)


def _has_answered(line: Stakeholder) -> bool:
    return line.response is not None and line.response.submitted_at is not None


def _why(line: Stakeholder) -> str:
    return " ".join(filter(None, (line.engaged_how, line.why_not))) or NOT_ENGAGED
