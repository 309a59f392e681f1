"""The parts of a value map as they come out of a spreadsheet: compared, found again, or made."""

import re

from sqlalchemy import select

from survey.engagement.value_import_words import Source, money, same, same_words
from survey.engagement.value_parts import next_position
from survey.records.base import db
from survey.records.value_map import MONEY, MapInput, MapStakeholder, ValueMap
from survey.records.value_row import FIGURES, Proxy, TypedFigure, ValueRow
from survey.value import model

LONGEST_PROXY = 200
UNIT = "one such change for a year"
NUMBERED = re.compile(r" \([0-9]+\)$")
KINDS = {
    model.SOCIAL: "market",
    model.FISCAL_CASHABLE: "unit_cost",
    model.FISCAL_AVOIDED: "unit_cost",
}


def add_input(record: ValueMap, given: model.Input, source: Source) -> None:
    record.inputs.append(
        MapInput(
            stakeholder=stakeholder(record, given.stakeholder),
            description=given.description,
            kind=MONEY,
            value=given.value,
            year=given.year,
            source=source.words,
        )
    )


def add_row(record: ValueMap, given: model.Row, source: Source) -> None:
    """An outcome that is known from the file alone: every figure of it is typed."""
    row = ValueRow(
        position=next_position(record, ValueRow),
        code=given.id,
        stakeholder=stakeholder(record, given.stakeholder),
        description=given.outcome,
        indicator=given.indicator,
        duration_years=given.duration_years,
        duration_source=source.words,
        starts=given.starts,
        kind_of_value=given.column,
        note=given.note,
        proxy=proxy_for(record, given, source),
    )
    record.rows.append(row)
    for name in FIGURES:
        type_in(row, given, name, source)
    db.session.flush()


def move(row: ValueRow, name: str) -> None:
    row.stakeholder = stakeholder(row.value_map, name)


def type_in(row: ValueRow, given: model.Row, name: str, source: Source) -> None:
    """A figure from the file; how many people it stands on only where it is the number of people."""
    kept = row.figure(name)
    if kept is None:
        kept = TypedFigure(name=name)
        row.typed.append(kept)
    is_quantity = name == FIGURES[0]
    kept.value, kept.n = getattr(given, name), given.n if is_quantity else None
    said_in_file = f"{given.source} ({source.words})" if is_quantity and given.source else ""
    kept.source = said_in_file or source.words


def stakeholder(record: ValueMap, name: str) -> MapStakeholder:
    """The stakeholder of this name, who counts from now on; a new one where there is none."""
    for each in record.stakeholders:
        if each.name.casefold() == name.casefold():
            count_again(each, record)
            return each
    made = MapStakeholder(name=name, position=len(record.stakeholders))
    record.stakeholders.append(made)
    return made


def count_again(group: MapStakeholder, record: ValueMap) -> None:
    """Its outcomes were left out with it; they stay so, each by itself, until something else is said."""
    if group.included:
        return
    for row in record.rows:
        if row.stakeholder is group and row.included:
            row.included, row.reason = False, group.reason
    group.included = True


def is_other_proxy(row: ValueRow, given: model.Row, now: object) -> bool:
    """Whether the file values a row with another proxy, or at another sum."""
    if row.proxy is None or not same(now, given.unit_value):
        return True
    # Our own number behind a name that was taken makes it no other one.
    names = {row.proxy.name, NUMBERED.sub("", row.proxy.name)}
    return bool(given.proxy) and not any(same_words(each, given.proxy) for each in names)


def proxy_now(row: ValueRow, now: dict) -> str:
    value = now.get((row.code, "unit_value"))
    return f"{row.proxy.name}, {money(value)}" if row.proxy and value is not None else ""


def proxy_for(record: ValueMap, given: model.Row, source: Source) -> Proxy:
    """A proxy with the same name and sum, or a new one: other rows may use that of the same name."""
    wanted = (given.proxy or given.outcome)[:LONGEST_PROXY]
    query = select(Proxy).where(Proxy.evaluation_id == record.evaluation_id)
    known = {each.name.casefold(): each for each in db.session.scalars(query)}
    name, count = wanted, 1
    while found := known.get(name.casefold()):
        if same(found.value, given.unit_value) and found.price_year == record.price_year:
            return found
        count += 1
        name = f"{wanted[: LONGEST_PROXY - 8]} ({count})"
    made = Proxy(
        evaluation_id=record.evaluation_id,
        name=name,
        **_nature(known.get(wanted.casefold()), given),
        value=given.unit_value,
        price_year=record.price_year,
        source=f"{given.proxy_source} ({source.words})" if given.proxy_source else source.words,
    )
    db.session.add(made)
    db.session.flush()
    return made


def _nature(named: Proxy | None, given: model.Row) -> dict[str, object]:
    """What a proxy is of: another sum under the same name is the same kind of thing."""
    if named is None:
        return {"kind": KINDS[given.column], "unit": UNIT}
    return {each: getattr(named, each) for each in ("kind", "unit", "values_average_move")}
