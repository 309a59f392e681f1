"""A release's findings as text to be kept, and back again: the very same."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime

from survey.access import telling
from survey.analysis.disclosure import freeze, reopen
from survey.reports import released_value
from survey.reports.findings import Findings, OutcomeFinding
from survey.reports.impact import Impact, OutcomeImpact
from survey.reports.stories import Stories

# Raise this when the shape changes, and teach `from_text` the old one: what was released is never lost.
FORMAT = 4
KNOWN = (1, 2, 3, FORMAT)
# What a release says of impact: tables, and words.
OF_IMPACT, OF_OUTCOME = ("change", "counted"), ("filters", "kinds")
SAID, SAID_OF_OUTCOME = (
    ("headline", "missing", "asked"),
    ("id", "name", "counted", "sentence", "disagreements"),
)
TABLES = ("change", "statistics", "six_ways", "participation", "helped")


def to_text(findings: Findings) -> str:
    """The findings of a release as JSON. Raises ValueError for internal ones."""
    plain = {field.name: getattr(findings, field.name) for field in fields(findings)}
    plain |= {name: freeze(plain[name]) for name in TABLES}
    plain["parts"] = [freeze(table) for table in findings.parts]
    plain["flowers"] = {area: freeze(table) for area, table in findings.flowers.items()}
    plain["outcomes"] = [
        vars(outcome) | {"answers": freeze(outcome.answers)} for outcome in findings.outcomes
    ]
    plain["impact"] = _plain_impact(findings.impact)
    plain["stories"] = _plain_stories(findings.stories)
    plain["value"] = [released_value.plain(each) for each in findings.value]
    plain["period"] = [day.isoformat() for day in findings.period]
    plain["made_at"] = findings.made_at.isoformat()
    return json.dumps({"format": FORMAT, "findings": plain}, ensure_ascii=False)


def from_text(text: str) -> Findings:
    """The findings that were kept. Raises ValueError for a format that is not known here."""
    kept = json.loads(text)
    if kept["format"] not in KNOWN:
        raise ValueError(f"a release of format {kept['format']} cannot be read here")
    return Findings(**_thawed(kept["findings"]))


def _plain_impact(impact: Impact | None) -> dict | None:
    if impact is None:
        return None
    outcomes = [_frozen(each, SAID_OF_OUTCOME, OF_OUTCOME) for each in impact.outcomes]
    return {**_frozen(impact, SAID, OF_IMPACT), "outcomes": outcomes}


def _frozen(holder: Impact | OutcomeImpact, words: Sequence[str], tables: Sequence[str]) -> dict:
    found = {name: getattr(holder, name) for name in tables}
    plain = {name: getattr(holder, name) for name in words}
    return plain | {name: table and freeze(table) for name, table in found.items()}


def _thawed(plain: Mapping) -> dict:
    return {
        **plain,
        **{name: reopen(plain[name]) for name in TABLES},
        "parts": tuple(reopen(table) for table in plain["parts"]),
        "flowers": {area: reopen(table) for area, table in plain["flowers"].items()},
        "outcomes": tuple(
            OutcomeFinding(**{**outcome, "answers": reopen(outcome["answers"])})
            for outcome in plain["outcomes"]
        ),
        "caveats": tuple(plain["caveats"]),
        "period": tuple(date.fromisoformat(day) for day in plain["period"]),
        "made_at": datetime.fromisoformat(plain["made_at"]),
        # Older formats hold none: the first no impact, the second no stories, the third no value.
        "impact": _thawed_impact(plain.get("impact")),
        "stories": _thawed_stories(plain.get("stories")),
        "value": tuple(map(released_value.thawed, plain.get("value", ()))),
    }


def _plain_stories(stories: Stories | None) -> dict | None:
    if stories is None:
        return None
    return {
        **vars(stories),
        "quotations": [telling.freeze(told) for told in stories.quotations],
        "tables": [freeze(table) for table in stories.tables],
        "outcomes": dict(stories.outcomes),
    }


def _thawed_stories(plain: Mapping | None) -> Stories | None:
    if plain is None:
        return None
    return Stories(
        **{
            **plain,
            "quotations": tuple(telling.reopen(told) for told in plain["quotations"]),
            "left_out": tuple(plain["left_out"]),
            "tables": tuple(reopen(table) for table in plain["tables"]),
        }
    )


def _thawed_impact(plain: Mapping | None) -> Impact | None:
    if plain is None:
        return None
    outcomes = [
        OutcomeImpact(**{**each, **_opened(each, OF_OUTCOME), "disagreements": tuple(each["disagreements"])})
        for each in plain["outcomes"]
    ]
    kept = {**plain, **_opened(plain, OF_IMPACT), "asked": tuple(plain["asked"])}
    return Impact(**{**kept, "outcomes": tuple(outcomes)})


def _opened(kept: Mapping, names: Sequence[str]) -> dict:
    return {name: kept[name] and reopen(kept[name]) for name in names}
