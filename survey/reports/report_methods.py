"""The chapters on method: settings, what is left out and why, what got worse, the eight principles."""

from collections.abc import Iterator

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.money import pounds
from survey.analysis.wording import capitalised
from survey.records.change import BEFORE_KINDS
from survey.reports.briefing import stamp
from survey.reports.findings import Findings
from survey.reports.report_blocks import TEXT, Block, Chapter, Grid, Heading, Points, Words, sentence
from survey.reports.report_draft import Draft
from survey.reports.value import ValueFound
from survey.settings import USUAL_THRESHOLD

NOTHING_LEFT_OUT = "Nothing is left out."
NOT_LOOKED_FOR = "Whether anything changed for the worse, or that nobody meant to, is not said yet."


def methods(draft: Draft) -> Chapter:
    """Settings, what is left out, and what changed for the worse."""
    findings, value = draft.findings, draft.value
    return Chapter(
        "How it was worked out",
        (
            Grid(
                "Settings that every figure hangs on",
                (("Setting", TEXT), ("As it is here", TEXT)),
                tuple(_settings(findings, value)),
                kind="settings",
            ),
            Heading("Left out, and why"),
            Points(tuple(_left_out(draft)) or (("", NOTHING_LEFT_OUT),)),
            Heading("What changed for the worse, or was not meant"),
            *_worse(value),
            Heading("What we do not know"),
            Points(tuple(("", caveat) for caveat in findings.caveats)),
            Heading("Which answers this was made from"),
            Words(stamp(findings)),
        ),
        breaks=False,
    )


def _settings(findings: Findings, value: ValueFound) -> Iterator[tuple[str, str]]:
    meant = DEFINITIONS[findings.headline_key]
    yield from value.settings
    yield "Percentage change", f"{capitalised(meant.name)}: {meant.formula_in_words}"
    yield "Kind of before", f"The before was {BEFORE_KINDS[findings.before_kind]}; kinds are never mixed"
    yield (
        "Small numbers",
        "This report is internal and hides nothing. A release hides what stands on few people: fewer than "
        f"{USUAL_THRESHOLD}, unless the council has set another number",
    )
    yield "As printed", "Ratios to two decimals, money to the pound, shares to the whole per cent"


def _left_out(draft: Draft) -> Iterator[tuple[str, str]]:
    value = draft.value
    for group in value.record.stakeholders:
        if not group.included:
            yield group.name, group.reason
    for row in value.built.left_out:
        why = row.reason or f"{row.stakeholder.name} is left out of the map."
        yield f"{row.code} {row.description}", why
    for given in value.built.inputs_left_out:
        what = f"Input left out: {given.description}, year {given.year}"
        money = draft.mark(pounds(given.worth), what, given.worth, given.source, "Inputs", given.description)
        words = f"{{money}} in year {given.year} is not counted among the inputs."
        yield given.description, sentence(words, money=money)


def _worse(value: ValueFound) -> Iterator[Block]:
    yield Words(value.record.negative_found or NOT_LOOKED_FOR)
    rows = [*(row.record for row in value.built.rows), *value.built.left_out]
    named = tuple(
        (f"{row.code} {row.description}", "; ".join(filter(None, (_worse_word(row), _unmeant_word(row)))))
        for row in rows
        if row.of_worse or row.unintended
    )
    if named:
        yield Points(named)


def _worse_word(row) -> str:
    return "counts those for whom it got worse" if row.of_worse else ""


def _unmeant_word(row) -> str:
    return "was not meant to happen" if row.unintended else ""
