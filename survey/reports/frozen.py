"""A release's findings as text to be kept, and back again: the very same."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime

from survey.analysis.disclosure import freeze, reopen
from survey.reports.findings import Findings, OutcomeFinding

# Raise this when the shape changes, and teach `from_text` the old one: what was released is never lost.
FORMAT = 1
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
    plain["period"] = [day.isoformat() for day in findings.period]
    plain["made_at"] = findings.made_at.isoformat()
    return json.dumps({"format": FORMAT, "findings": plain}, ensure_ascii=False)


def from_text(text: str) -> Findings:
    """The findings that were kept. Raises ValueError for a format that is not known here."""
    kept = json.loads(text)
    if kept["format"] != FORMAT:
        raise ValueError(f"a release of format {kept['format']} cannot be read here")
    return Findings(**_thawed(kept["findings"]))


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
    }
