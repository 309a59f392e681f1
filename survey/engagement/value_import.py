"""Taking a value map from a spreadsheet into the records: what would change is said first, then done."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from survey.access import trail
from survey.analysis.wording import number
from survey.engagement import value_import_left, value_maps
from survey.engagement import value_import_parts as parts
from survey.engagement.value_import_rows import Change, Figures, Step, known_again, of_rows
from survey.engagement.value_import_settings import of_settings
from survey.engagement.value_import_words import Source, money, same, same_name, same_words
from survey.engagement.value_sheet import Read
from survey.engagement.value_sheet_problems import Problem
from survey.engagement.value_sheet_values import said
from survey.records.base import db
from survey.records.value_map import MONEY, MapInput, MapStakeholder, ValueMap
from survey.value import model


def plan(record: ValueMap, read: Read, now: Figures, source: Source) -> tuple[Step, ...]:
    """Every difference between a map and a file, in order; none where they say the same.

    Figures that are the same to 15 figures stay as they are, so that what comes from answers still does.
    Raises Unreadable where the file holds what no map of ours can keep.
    """
    given = read.value_map
    named = {each.stakeholder.casefold() for each in (*given.inputs, *given.rows)}
    back = [each for each in record.stakeholders if not each.included and each.name.casefold() in named]
    return (
        *of_settings(record, read),
        *_groups(record, back),
        *_inputs(record, given.inputs, back, source),
        *of_rows(record, known_again(record, read), now, source, read.places),
    )


def changes(record: ValueMap, read: Read, now: Figures, source: Source) -> tuple[Change, ...]:
    """What would be different; nothing is."""
    return tuple(step.change for step in plan(record, read, now, source))


def left(record: ValueMap, read: Read, now: Figures) -> tuple[Problem, ...]:
    """What stands in the file and would not be taken over, each with its place and why."""
    return value_import_left.left(record, read, tuple(known_again(record, read)), now)


def take_in(record: ValueMap, steps: Sequence[Step]) -> None:
    """Make every change of a plan, in the transaction of this request: all or none."""
    for step in steps:
        step.make()
    db.session.flush()
    db.session.refresh(record)
    count = f"{number(len(steps))} {'change' if len(steps) == 1 else 'changes'}"
    trail.note(
        "took in a value map from a spreadsheet",
        record.evaluation,
        detail=f"{value_maps.which(record)}: {count}",
    )


def _groups(record: ValueMap, back: Sequence[MapStakeholder]) -> Iterator[Step]:
    """Those that were left out and stand in the file."""
    for group in back:
        change = Change("Stakeholders", group.name, "left out", "counted")
        yield Step(change, lambda group=group: parts.count_again(group, record))


def _inputs(
    record: ValueMap, given: Sequence[model.Input], back: Sequence[MapStakeholder], source: Source
) -> Iterator[Step]:
    # Those that would be in the sum once their stakeholders are.
    counted = [
        each
        for each in record.inputs
        if each.is_counted or (each.stakeholder in back and each.is_of_counted_kind)
    ]
    for each in given:
        kept = next((one for one in counted if _is_same_input(one, each)), None)
        if kept is not None:
            counted.remove(kept)
        if kept is None:
            change = Change("Inputs", each.description or each.stakeholder, "", f"{money(each.value)}, new")
            yield Step(change, lambda each=each: parts.add_input(record, each, source))
        elif not same(kept.worth, each.value):
            change = Change("Inputs", each.description, _worth(kept), f"{money(each.value)}{_as_sum(kept)}")
            yield Step(change, lambda kept=kept, each=each: _money(kept, each.value, source))
    for gone in counted:
        change = Change("Inputs", gone.description, money(gone.worth), "taken out")
        yield Step(change, lambda gone=gone: record.inputs.remove(gone))


def _is_same_input(kept: MapInput, given: model.Input) -> bool:
    is_theirs = same_name(kept.stakeholder.name, given.stakeholder)
    return is_theirs and kept.year == given.year and same_words(kept.description, given.description)


def _worth(kept: MapInput) -> str:
    if kept.kind == MONEY:
        return money(kept.worth)
    return f"{money(kept.worth)}: {said(kept.hours)} hours at {money(kept.rate)}"


def _as_sum(kept: MapInput) -> str:
    """Hours and their rate are not in the file, and are given up for its sum."""
    return "" if kept.kind == MONEY else ", as a sum of money"


def _money(kept: MapInput, value: Decimal, source: Source) -> None:
    kept.kind, kept.value, kept.hours, kept.rate, kept.source = MONEY, value, None, None, source.words
