"""The proxies of a value map as they come out of a spreadsheet; one that others use is never changed."""

import re
from collections.abc import Callable
from dataclasses import replace

from survey.engagement import value_proxies
from survey.engagement.value_import_words import Source, money, same, same_name, same_source
from survey.records.base import db
from survey.records.value_map import ValueMap
from survey.records.value_row import Proxy, ValueRow
from survey.value import model

LONGEST_PROXY = 200
UNIT = "one such change for a year"
IN = r"([^()]|\([^()]*\))*"
NUMBERED = re.compile(r" \([0-9]+\)$")
OF_WHAT = re.compile(
    rf" \({IN}, (in [0-9]{{4}} prices|brought from [0-9]{{4}} to [0-9]{{4}} prices by {IN})\)$"
)
KINDS = {
    model.SOCIAL: "market",
    model.FISCAL_CASHABLE: "unit_cost",
    model.FISCAL_AVOIDED: "unit_cost",
}
NATURE = ("kind", "unit", "values_average_move")
# What is as true of a proxy when its source is put right.
KEPT = (*NATURE, "value", "low", "high", "price_year", "licence", "library_id")


def is_other_proxy(row: ValueRow, given: model.Row, now: object) -> bool:
    """Whether the file values a row with another proxy, or at another sum."""
    if row.proxy is None or not same(now, given.unit_value):
        return True
    # Our own number behind a name that was taken makes it no other one.
    return bool(given.proxy) and not any(same_name(each, given.proxy) for each in _names(row.proxy))


def has_other_source(row: ValueRow, given: model.Row) -> bool:
    """Whether the file names a source of a row's proxy, and another one than is kept."""
    return bool(row.proxy and given.proxy_source) and not same_source(row.proxy.source, given.proxy_source)


def proxy_now(row: ValueRow, now: dict) -> str:
    value = now.get((row.code, "unit_value"))
    return f"{row.proxy.name}, {money(value)}" if row.proxy and value is not None else ""


def as_kept(given: model.Row, proxy: Proxy | None) -> model.Row:
    """A row of the file with no more than the source of its proxy, and with its name where it has none."""
    if proxy is None:
        return given
    name = given.proxy or NUMBERED.sub("", proxy.name)
    return replace(given, proxy=name, proxy_source=_source(given.proxy_source, proxy))


def proxy_for(record: ValueMap, given: model.Row, source: Source) -> Proxy:
    """A proxy with the same name, sum and source, or a new one: other rows may use that of the same name."""
    wanted = (given.proxy or given.outcome)[:LONGEST_PROXY]

    def fits(each: Proxy) -> bool:
        said = _source(given.proxy_source, each)
        is_same = same(each.value, given.unit_value) and each.price_year == record.price_year
        return is_same and (not said or same_source(each.source, said))

    named, found, name = _called(record, wanted, fits)
    return found or _added(
        record,
        name=name,
        **{each: getattr(named, each) for each in NATURE}
        if named
        else {"kind": KINDS[given.column], "unit": UNIT},
        value=given.unit_value,
        price_year=record.price_year,
        source=source.behind(_source(given.proxy_source, named)),
    )


def put_right(row: ValueRow, given: model.Row, source: Source) -> None:
    """Another source of a row's proxy. Where others use it, the row gets one of its own beside it."""
    known, record = row.proxy, row.value_map

    def fits(each: Proxy) -> bool:
        is_same = all(getattr(each, name) == getattr(known, name) for name in KEPT)
        return is_same and same_source(each.source, given.proxy_source)

    said = source.behind(given.proxy_source)
    _, found, name = _called(record, NUMBERED.sub("", known.name), fits)
    if found:
        row.proxy = found
    elif value_proxies.rows_of(known) == [row]:
        value_proxies.change(known, {"source": said})
    else:
        kept = {each: getattr(known, each) for each in KEPT}
        row.proxy = _added(record, name=name, source=said, **kept)


def _called(
    record: ValueMap, wanted: str, fits: Callable[[Proxy], bool]
) -> tuple[Proxy | None, Proxy | None, str]:
    """That of a name; that of the name, or of it and a number of ours, which fits; and else a free name."""
    known = {each.name.casefold(): each for each in value_proxies.of(record.evaluation)}
    name, count = wanted, 1
    while found := known.get(name.casefold()):
        if fits(found):
            return known.get(wanted.casefold()), found, name
        count += 1
        name = f"{wanted[: LONGEST_PROXY - 8]} ({count})"
    return known.get(wanted.casefold()), None, name


def _added(record: ValueMap, **details: object) -> Proxy:
    made = Proxy(evaluation_id=record.evaluation_id, **details)
    db.session.add(made)
    db.session.flush()
    return made


def _names(proxy: Proxy) -> tuple[str, str]:
    return proxy.name, NUMBERED.sub("", proxy.name)


def _source(said: str, proxy: Proxy | None) -> str:
    """The source alone: behind it our own spreadsheet says of what and in whose prices it is."""
    for how in ("in", "brought from") if proxy else ():
        before, found, rest = said.rpartition(f" ({proxy.unit}, {how} ")
        if found and rest.endswith(")"):
            return before
    # Behind that of a proxy that was another one before.
    return OF_WHAT.sub("", said)
