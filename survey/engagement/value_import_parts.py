"""The parts of a value map as they come out of a spreadsheet: compared, found again, or made."""

from survey.engagement.value_import_proxies import proxy_for
from survey.engagement.value_import_words import Source, same_name
from survey.engagement.value_parts import next_position
from survey.records.base import db
from survey.records.value_map import MONEY, MapInput, MapStakeholder, ValueMap
from survey.records.value_row import FIGURES, TypedFigure, ValueRow
from survey.value import model


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
    kept.source = source.behind(given.source) if is_quantity else source.words


def stakeholder(record: ValueMap, name: str) -> MapStakeholder:
    """The stakeholder of this name, who counts from now on; a new one where there is none."""
    for each in record.stakeholders:
        if same_name(each.name, name):
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
