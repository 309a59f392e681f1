"""A value map as a JSON document: read with the place of whatever is wrong, and written again."""

from dataclasses import fields

from survey.value import parts
from survey.value.discounting import HIGHEST, TABLES, Rates, flat
from survey.value.exact_json import parsed, written
from survey.value.model import Assumptions, Input, Row, ValueMap, Wrong

MOST_ROWS = 1000
OF_ASSUMPTIONS = {
    "discount_rate": parts.amount,
    "rate_table": parts.words,
    "discounting": parts.words,
    "inputs_discounted": parts.yes_or_no,
    "kind": parts.words,
    "price_year": parts.whole,
}
OF_INPUT = {
    "stakeholder": parts.note,
    "input": parts.note,
    "description": parts.note,
    "value": parts.amount,
    "year": parts.whole,
}
_WHOLE = dict.fromkeys(("duration_years", "starts", "n"), parts.whole)
_WORDS = dict.fromkeys(("id", "proxy", "column"), parts.words)
_NOTES = dict.fromkeys(("stakeholder", "outcome", "indicator", "proxy_source", "source", "note"), parts.note)
OF_ROW = (
    _WHOLE
    | _WORDS
    | _NOTES
    | {each.name: parts.amount for each in fields(Row) if each.name not in _WHOLE | _WORDS | _NOTES}
)
NEEDED_OF_ROW = ("id", "quantity", "proxy", "unit_value", "duration_years")


def from_json(text: str) -> ValueMap:
    """The value map that a document describes, every number exactly as it stands there.

    Filters that are not given are nought; an outcome starts in year 1, an input is of year 1. Raises Wrong
    with the place for anything missing, misspelt or senseless.
    """
    document = parsed(text)
    if not isinstance(document, dict):
        raise Wrong("file", 'this is an object with "assumptions", "inputs" and "rows".')
    for key in ("assumptions", "inputs", "rows"):
        if document.get(key) is None:
            raise Wrong(key, "these are missing.")
    rows = parts.each_of(document["rows"], "rows", MOST_ROWS)
    inputs = parts.each_of(document["inputs"], "inputs", MOST_ROWS)
    return ValueMap(
        inputs=tuple(_input(each, f"input {number}") for number, each in enumerate(inputs, 1)),
        rows=tuple(_row(each, number) for number, each in enumerate(rows, 1)),
        assumptions=_assumptions(document["assumptions"]),
        title=parts.note(document.get("title") or "", "title", "title"),
    )


def to_json(value_map: ValueMap) -> str:
    """The document of a value map, exactly; `from_json` gives the same map back."""
    return written(
        {
            "title": value_map.title,
            "assumptions": said(value_map.assumptions),
            "inputs": [
                {
                    "stakeholder": each.stakeholder,
                    "input": each.description,
                    "value": each.value,
                    "year": each.year,
                }
                for each in value_map.inputs
            ],
            "rows": [{each.name: getattr(row, each.name) for each in fields(Row)} for row in value_map.rows],
        }
    )


def said(assumptions: Assumptions) -> dict[str, object]:
    """The assumptions as a document says them. Raises ValueError for rates without a name."""
    rates = assumptions.rates
    named = TABLES.get(rates.name) == rates
    if not named and len(rates.bands) > 1:
        raise ValueError(f"{rates.name} is not one of the rate tables that are known by name.")
    return {
        **({"rate_table": rates.name} if named else {"discount_rate": rates.bands[0][1]}),
        "discounting": assumptions.timing,
        "inputs_discounted": assumptions.inputs_discounted,
        "kind": assumptions.kind,
    }


def _assumptions(given: object) -> Assumptions:
    found = parts.take(given, OF_ASSUMPTIONS, (), "assumptions")
    more = {key: found[key] for key in ("inputs_discounted", "kind") if key in found}
    if "discounting" in found:
        more["timing"] = found["discounting"]
    return Assumptions(_rates(found), **more)


def _rates(found: dict[str, object]) -> Rates:
    rate, table = found.get("discount_rate"), found.get("rate_table")
    if (rate is None) == (table is None):
        raise Wrong("assumptions", "these need either discount_rate or rate_table, one of the two.")
    if table is not None:
        if table not in TABLES:
            raise Wrong("assumptions", f"rate_table is one of: {'; '.join(TABLES)}.")
        return TABLES[table]
    if not 0 <= rate <= HIGHEST:
        raise Wrong(
            "assumptions", f"discount_rate is a share from 0 to {HIGHEST}, such as 0.035: not {rate:f}."
        )
    return flat(rate)


def _input(given: object, place: str) -> Input:
    found = parts.take(given, OF_INPUT, ("value",), place)
    called = found.get("input") or found.get("description", "")
    return Input(found.get("stakeholder", ""), called, found["value"], found.get("year", 1))


def _row(given: object, number: int) -> Row:
    named = given.get("id") if isinstance(given, dict) else None
    called = " ".join(named.split())[:60] if isinstance(named, str) else ""
    place = f"row {called or number}"
    found = parts.take(given, OF_ROW, NEEDED_OF_ROW, place)
    return Row(**{"stakeholder": "", "outcome": ""} | found)
