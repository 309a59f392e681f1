"""The six stages of a value map as tasks: what is there, and what is missing."""

from dataclasses import dataclass

from flask import url_for

from survey.records.value_map import ValueMap
from survey.reports.value_building import Built
from survey.web.evaluator.standing import counted
from survey.web.evaluator.value_inputs import total
from survey.web.evaluator.value_pages import QUANTITY, address, typed_pounds

IN_WORDS = {"scope": "scope", "activities": "what was done", "involved_how": "who was involved"}
NOT_SAID = "Not said yet"
# Of a task: its name, its page, a hint, and what is there or missing.
Described = tuple[str, str, str, str]


@dataclass(frozen=True)
class ValueTask:
    name: str
    endpoint: str
    hint: str
    status: str
    address: str


def stages(value_map: ValueMap, built: Built) -> dict[str, list[ValueTask]]:
    """The tasks of each stage, in the order of the Guide to SROI."""
    rows = {**_first(value_map), **_middle(built), **_last(value_map)}
    return {
        heading: [ValueTask(*task, _address(value_map, task[1])) for task in tasks]
        for heading, tasks in rows.items()
    }


def _first(value_map: ValueMap) -> dict[str, list[Described]]:
    who = "Who has an effect, or is affected"
    return {
        "1. Scope and stakeholders": [
            (
                "What it covers",
                "value_scope",
                "Whose answers, what was done, who was involved",
                _scope(value_map),
            ),
            ("Stakeholders", "value_stakeholders", who, _stakeholders(value_map)),
            ("What was put in", "value_inputs", "Money and time, with their sources", _inputs(value_map)),
        ],
        "2. Outcomes": [
            ("Outcomes", "value_rows", "What changes for whom, and for how long", _outcomes(value_map)),
            ("Negative and unintended outcomes", "value_negative", "Always asked for", _negative(value_map)),
        ],
    }


def _middle(built: Built) -> dict[str, list[Described]]:
    return {
        "3. Evidence and value": [
            ("How many changed", "value_rows", "From answers, or typed with a source", _evidence(built)),
            ("What a change is worth", "proxies", "A proxy for each outcome", _valued(built)),
        ],
        "4. Impact": [
            (
                "What is not ours to claim",
                "value_filters",
                "What is taken off, and who says so",
                _shares(built),
            ),
        ],
    }


def _last(value_map: ValueMap) -> dict[str, list[Described]]:
    how = "Discounting, prices, and the rule of counting"
    avoided, whatif = _listed(value_map.incidents), _listed(value_map.scenarios)
    return {
        "5. The social return": [
            ("What it comes to", "value_result", "The ratio with its range, and what it hangs on", ""),
            ("How it is worked out", "value_settings", how, value_map.rate_table or "One rate"),
            ("Incidents avoided", "value_incidents", "Beside the ratio, with who judged", avoided),
            ("Scenarios", "value_scenarios", "What if more or fewer people were reached", whatif),
        ],
        "6. Report, use, embed": [
            (
                "Checked, given back, acted on",
                "value_use",
                "How the results were used",
                _telling(value_map),
            ),
            ("Spreadsheet", "value_spreadsheet", "Out with live formulas, and in again", ""),
        ],
    }


def _address(value_map: ValueMap, endpoint: str) -> str:
    """Proxies are shared by all maps of an evaluation; every other page is of one map."""
    if endpoint == "proxies":
        return url_for("evaluator.proxies", evaluation_id=value_map.evaluation_id)
    return address(value_map, endpoint)


def _scope(value_map: ValueMap) -> str:
    missing = [words for name, words in IN_WORDS.items() if not getattr(value_map, name)]
    return f"Missing: {', '.join(missing)}" if missing else "Filled in"


def _stakeholders(value_map: ValueMap) -> str:
    return f"{len(value_map.stakeholders)} listed" if value_map.stakeholders else "None yet"


def _inputs(value_map: ValueMap) -> str:
    return typed_pounds(total(value_map)) if value_map.inputs else "Nothing yet"


def _outcomes(value_map: ValueMap) -> str:
    if not value_map.rows:
        return "None yet"
    out = sum(not row.included for row in value_map.rows)
    return f"{len(value_map.rows)} listed" + (f", {out} left out" if out else "")


def _negative(value_map: ValueMap) -> str:
    return "Asked" if value_map.negative_found else NOT_SAID


def _shares(built: Built) -> str:
    return _count_missing(sum(gap.figure not in ("", QUANTITY) for gap in built.gaps), built)


def _evidence(built: Built) -> str:
    return _count_missing(sum(gap.figure == QUANTITY for gap in built.gaps), built)


def _valued(built: Built) -> str:
    without = sum(row.record.proxy is None for row in built.rows)
    if without:
        return f"{counted(without, 'outcome').capitalize()} without"
    return "Every outcome has one" if built.rows else "No outcome yet"


def _count_missing(missing: int, built: Built) -> str:
    if not built.rows:
        return "No outcome yet"
    return f"{missing} not known yet" if missing else "All known"


def _listed(parts: list) -> str:
    return f"{len(parts)} listed" if parts else "None"


def _telling(value_map: ValueMap) -> str:
    said = sum(bool(getattr(value_map, name)) for name in ("verified_how", "returned_how", "responded_how"))
    return f"{said} of 3 said"
