"""The shape of released findings that somebody else made: nothing is believed before it is checked."""

from collections.abc import Iterable, Mapping

from survey.analysis import disclosure
from survey.analysis.definitions import FROM_BEFORE, HEADLINE_KEYS, SHARE_OF_SCALE
from survey.analysis.leaving import check_may_leave, released_decimals, released_value
from survey.analysis.tables import HIDDEN, ORGANISATIONS, PEOPLE, UNITS, Column
from survey.records.change import BEFORE_KINDS
from survey.reports.released_value import TABLES
from survey.reports.shapes import (
    Misshapen,
    day,
    figure,
    listed,
    mapped,
    maybe,
    moment,
    one_of,
    record,
    whole,
    words,
)
from survey.value.model import KINDS

LONGEST_TEXT = 20_000
SOME, NAME, ANY = words(), words(200, least=1), words(LONGEST_TEXT)

_column = record(
    {"key": NAME, "heading": words(300), "unit": one_of(*UNITS), "decimals": one_of(None, 1)},
    {"released": one_of(True), "of": one_of(PEOPLE, ORGANISATIONS)},
)


def _row(value: object, place: str) -> None:
    if not isinstance(value, list) or len(value) != 3:
        raise Misshapen(place, "a row has a key, a heading and figures")
    key, heading, cells = value
    NAME(key, place)
    words(300)(heading, place)
    mapped(_cell, 60)(cells, place)


def _cell(value: object, place: str) -> None:
    if isinstance(value, str):
        words(40)(value, place)
    elif value is not None:
        figure(value, place)


def _pair(value: object, place: str) -> None:
    listed(SOME, 2, least=2)(value, place)


_table = record(
    {
        "name": NAME,
        "caption": SOME,
        "row_heading": words(200),
        "notes": listed(SOME, 40),
        "columns": listed(_column, 60, least=1),
        "rows": listed(_row, 500),
    }
)
_outcome = record(
    {
        "id": NAME,
        "name": NAME,
        "question": SOME,
        "lowest": whole(-100, 100),
        "better": one_of("higher", "lower"),
        "sentence": SOME,
        "certainty": SOME,
        "improved": SOME,
        "answers": _table,
    }
)
_of_impact = record(
    {
        "id": NAME,
        "name": NAME,
        "counted": one_of(True, False),
        "sentence": SOME,
        "disagreements": listed(SOME, 20),
        "filters": _table,
        "kinds": maybe(_table),
    }
)
_impact = record(
    {
        "change": _table,
        "counted": maybe(_table),
        "headline": SOME,
        "missing": SOME,
        "asked": listed(SOME, 20),
        "outcomes": listed(_of_impact),
    }
)
_pairs = listed(_pair)
_value = record(
    {
        "name": NAME,
        "kind": one_of(*KINDS),
        "headline": SOME,
        "sentence": SOME,
        "settings": _pairs,
        "proxies": _pairs,
        "figures": _table,
        "rows": _table,
        "who": maybe(_table),
    }
)
_findings = record(
    {
        "kind": one_of(disclosure.RELEASE),
        "council": NAME,
        "name": NAME,
        "period": listed(day, 2, least=2),
        "made_up": one_of(True, False),
        "note": ANY,
        "filters": SOME,
        "headline_key": one_of(*HEADLINE_KEYS),
        "before_kind": one_of(*BEFORE_KINDS),
        "made_at": moment,
        # What is released holds no exact count.
        "data_until": one_of(None),
        "responses": one_of(None),
        "headline": SOME,
        "headline_range": SOME,
        "change": _table,
        "statistics": _table,
        "six_ways": _table,
        "participation": _table,
        "helped": _table,
        "outcomes": listed(_outcome),
        "flowers": mapped(_table),
        "caveats": listed(ANY, 40),
        "number": whole(1, 10**6),
        "threshold": whole(5, 1000),
        "parts": listed(_table),
    },
    {"impact": maybe(_impact), "value": listed(_value, 40)},
)
# The one kind of words that a release keeps and no file holds: what people told in their own.
LEFT_OUT = "stories"
# Without these, nothing could be laid beside another release.
NEEDED = {"n_pairs": "people", FROM_BEFORE.key: "per cent", SHARE_OF_SCALE.key: "per cent"}
NEEDED_OF_VALUE = dict.fromkeys(("ratio", "ratio_low", "ratio_high"), "£ for each £1")


def check(findings: object) -> None:
    """Raises Misshapen unless this is what a release keeps, with figures rounded as a release rounds them."""
    _findings(findings, "the release")
    if findings["period"][0] > findings["period"][1]:
        raise Misshapen("the release, period", "it ends before it begins")
    for table in _tables(findings):
        _check_figures(table, findings["threshold"])
    for table in (findings["change"], *findings["parts"]):
        _check_columns(table, NEEDED)
    for each in findings.get("value", ()):
        _check_columns(each["figures"], NEEDED_OF_VALUE)
        if len(each["figures"]["rows"]) != 1:
            raise Misshapen(f"the table {each['figures']['name']}", "one row belongs here")
    _check_unique((each["id"] for each in findings["outcomes"]), "the outcomes")
    _check_unique((table["name"] for table in findings["parts"]), "the parts")


def _tables(findings: dict) -> Iterable[dict]:
    names = ("change", "statistics", "six_ways", "participation", "helped")
    impact = findings.get("impact")
    told = impact["outcomes"] if impact else ()
    every = (
        *(findings[name] for name in names),
        *findings["parts"],
        *findings["flowers"].values(),
        *(each["answers"] for each in findings["outcomes"]),
        *((impact["change"], impact["counted"]) if impact else ()),
        *(table for each in told for table in (each["filters"], each["kinds"])),
        *(each[name] for each in findings.get("value", ()) for name in TABLES),
    )
    return (table for table in every if table)


def _check_columns(table: dict, needed: Mapping[str, str]) -> None:
    units = {column["key"]: column["unit"] for column in table["columns"]}
    for key, unit in needed.items():
        if units.get(key) != unit:
            raise Misshapen(f"the table {table['name']}", f"{key} is missing")


def _check_figures(table: dict, threshold: int) -> None:
    place = f"the table {table['name']}"
    columns = {each["key"]: Column(**each) for each in table["columns"]}
    if any(each.decimals != released_decimals(each) for each in columns.values()):
        raise Misshapen(place, "a column has decimals that no release has")
    if len(columns) != len(table["columns"]):
        raise Misshapen(place, "two columns have the same key")
    _check_unique((key for key, _, _ in table["rows"]), place)
    try:
        for column in columns.values():
            check_may_leave(table["name"], column)
    except ValueError:
        raise Misshapen(place, "it holds what a release never tells") from None
    for key, _, cells in table["rows"]:
        for name, value in cells.items():
            where = f"{place}, row {key}"
            if name not in columns:
                raise Misshapen(where, "a figure has no column")
            _check_released(value, columns[name], threshold, where)


def _check_released(value: object, column: Column, threshold: int, place: str) -> None:
    if value == str(HIDDEN) or value is None:
        return
    if isinstance(value, str) and column.unit != "band":
        raise Misshapen(place, "a number belongs here")
    try:
        is_rounded = released_value(value, column, threshold) == value
    except (ValueError, TypeError):
        is_rounded = False
    if not is_rounded:
        raise Misshapen(place, "a figure is not rounded as a release rounds it")


def _check_unique(names: Iterable[str], place: str) -> None:
    names = list(names)
    if len(set(names)) != len(names):
        raise Misshapen(place, "the same name stands there twice")
