"""What a spreadsheet would change in the outcomes of a value map, each change with what makes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from survey.engagement import value_import_parts as parts
from survey.engagement import value_import_proxies as proxies
from survey.engagement.value_import_words import (
    Source,
    figure,
    is_of_answers,
    money,
    same,
    same_name,
    same_source,
    same_words,
    shown,
)
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_places import Places
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES, ValueRow
from survey.value import map_columns, model

# What a map has now, by the code of a row and the name of a figure; "unit_value" among them, and of the
# number of people "n" and "source".
Figures = Mapping[tuple[str, str], object]
EVERYWHERE = Places()
NAMES = {each.name: each.heading for each in map_columns.MAP_COLUMNS}
DETAILS = {
    "outcome": "description",
    "indicator": "indicator",
    "duration_years": "duration_years",
    "starts": "starts",
    "column": "kind_of_value",
    "note": "note",
}
# Where a file has no such column, what is kept stays.
OPTIONAL = ("indicator", "note")


@dataclass(frozen=True)
class Change:
    """One thing that would be different: where, what, as it is now, and as it stands in the file."""

    where: str
    what: str
    now: str
    then: str


@dataclass(frozen=True)
class Step:
    """A change and what makes it."""

    change: Change
    make: Callable[[], object]


def known_again(record: ValueMap, read: Read) -> Iterator[model.Row]:
    """The rows of a file. One without an ID is the outcome that is called the same, or else a new one."""
    known = {row.id for row in read.value_map.rows} - read.unnamed
    codes = {row.code for row in record.rows} | known
    left = [row for row in record.rows if row.code not in known]
    for given in read.value_map.rows:
        code = given.id
        if code in read.unnamed:
            found = next((row for row in left if _is_called(row, given)), None)
            if found is not None:
                left.remove(found)
            code = found.code if found else next(n for n in map("R{}".format, count(1)) if n not in codes)
            codes.add(code)
        yield replace(given, id=code)


def _is_called(row: ValueRow, given: model.Row) -> bool:
    texts = ((row.description, given.outcome), (row.stakeholder.name, given.stakeholder))
    return all(same_words(*each) for each in texts)


def of_rows(
    record: ValueMap, rows: Iterable[model.Row], now: Figures, source: Source, places: Places = EVERYWHERE
) -> Iterator[Step]:
    """What would change, row by row; `places` says which columns the file has."""
    rows, kept = tuple(rows), {row.code: row for row in record.rows}
    for given in rows:
        row = kept.get(given.id)
        if row is None:
            change = Change(given.id, "New outcome", "", given.outcome)
            yield Step(change, lambda given=given: parts.add_row(record, given, source))
        else:
            yield from _row(row, _as_kept(row, given, places), now, source)
    named = {given.id for given in rows}
    for gone in record.rows:
        # What was left out of the sum never stood in the file.
        if gone.code not in named and gone.is_counted:
            change = Change(gone.code, "Outcome", gone.description, "taken out")
            yield Step(change, lambda gone=gone: record.rows.remove(gone))


def _row(row: ValueRow, given: model.Row, now: Figures, source: Source) -> Iterator[Step]:
    code = row.code
    if not row.is_counted:
        yield Step(Change(code, "Counts", "left out", "counted"), lambda: setattr(row, "included", True))
    if not same_name(row.stakeholder.name, given.stakeholder):
        change = Change(code, NAMES["stakeholder"], row.stakeholder.name, given.stakeholder)
        yield Step(change, lambda: parts.move(row, given.stakeholder))
    for name, kept_as in DETAILS.items():
        before, after = _detail(row, kept_as), getattr(given, name)
        if before != after and not same_words(str(before), str(after)):
            change = Change(code, NAMES[name], shown(before), shown(after))
            yield Step(change, lambda kept_as=kept_as, after=after: _set(row, kept_as, after, source))
    yield from _of_proxy(row, given, now, source)
    for name in FIGURES:
        before, after = now.get((code, name)), getattr(given, name)
        if not same(before, after) or _has_to_be_said(row, given, name):
            change = Change(code, NAMES[name], figure(name, before), figure(name, after))
            yield Step(change, lambda name=name: parts.type_in(row, given, name, source))
    yield from _of_typed(row, given, now, source)


def _as_kept(row: ValueRow, given: model.Row, places: Places) -> model.Row:
    """A row of the file, with what it has no columns for as it is, and without what only we said."""
    missing = {name: _detail(row, name) for name in OPTIONAL if not places.has(name)}
    if is_of_answers(given.source):
        missing["source"] = ""
    return proxies.as_kept(replace(given, **missing), row.proxy)


def _detail(row: ValueRow, name: str) -> object:
    kept = getattr(row, name)
    return "" if kept is None else kept


def _set(row: ValueRow, name: str, value: object, source: Source) -> None:
    setattr(row, name, value)
    if name == "duration_years":
        row.duration_source = source.words


def _of_proxy(row: ValueRow, given: model.Row, now: Figures, source: Source) -> Iterator[Step]:
    is_other = proxies.is_other_proxy(row, given, now.get((row.code, "unit_value")))
    if is_other:
        then = f"{given.proxy}, {money(given.unit_value)}"
        change = Change(row.code, "Proxy", proxies.proxy_now(row, now), then)
        made = partial(proxies.proxy_for, row.value_map, given, source)
        yield Step(change, lambda: setattr(row, "proxy", made()))
    if proxies.has_other_source(row, given):
        change = Change(row.code, NAMES["proxy_source"], row.proxy.source, given.proxy_source)
        # Another proxy is made with it.
        yield Step(change, (lambda: None) if is_other else (lambda: proxies.put_right(row, given, source)))


def _of_typed(row: ValueRow, given: model.Row, now: Figures, source: Source) -> Iterator[Step]:
    """Where a typed number comes from, and how many people it stands on, may be put right by itself."""
    typed, stays = row.figure(FIGURES[0]), same(now.get((row.code, FIGURES[0])), given.quantity)
    is_typed = typed is not None or not stays
    said = typed.source if typed else now.get((row.code, "source")) or ""
    if is_typed and given.source and not same_source(said, given.source):
        change = Change(row.code, NAMES["source"], said, given.source)
        yield Step(change, lambda: parts.type_in(row, given, FIGURES[0], source))
    if typed and given.n not in (None, typed.n) and stays:
        change = Change(row.code, NAMES["n"], "" if typed.n is None else str(typed.n), str(given.n))
        yield Step(change, lambda: parts.type_in(row, given, FIGURES[0], source))


def _has_to_be_said(row: ValueRow, given: model.Row, name: str) -> bool:
    """Drop-off was not needed for one year, and is for more."""
    return name == "drop_off" and row.duration_years == 1 < given.duration_years and not row.figure(name)
