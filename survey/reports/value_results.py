"""What a value map comes to: the ratio with its range, who gains, and how much it hangs on each figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from survey.records.value_map import ValueMap as Kept
from survey.records.value_row import Incident, Scenario
from survey.reports.value_building import Built
from survey.reports.value_ranges import ranges
from survey.reports.value_second_look import second_look
from survey.value import incidents, plausibility, scenarios, sensitivity
from survey.value.model import COLUMNS, Remark, ValueMap
from survey.value.sensitivity import Assumption, Swing
from survey.value.simulation import Simulated, simulate
from survey.value.worth import DIGITS, Worth, worth

# How many figures a tornado shows: those that move the ratio most.
WIDEST = 12
PENNY = Decimal("0.01")


@dataclass(frozen=True)
class Switch:
    """A figure as it is, and at which the ratio would be 1; None where no figure would do it."""

    assumption: Assumption
    figure: Decimal
    at: Decimal | None


@dataclass(frozen=True)
class WhatIf:
    """A scenario and what the map would come to: always a forecast."""

    record: Scenario
    worth: Worth


@dataclass(frozen=True)
class Avoided:
    """Incidents that did not happen and what they would have cost: low, as judged, high."""

    record: Incident
    low: Decimal
    base: Decimal
    high: Decimal


@dataclass(frozen=True)
class Results:
    """All that follows from a map without gaps. Money in pounds, ratios of money to money, unrounded."""

    worth: Worth
    simulated: Simulated
    swings: tuple[Swing, ...]
    switches: tuple[Switch, ...]
    # The ratio with every figure at its cautious end, as it is, and at its hopeful end.
    joint: tuple[Decimal, Decimal, Decimal]
    # The row of the largest value, and the ratio without it; None where it is the only one.
    without_largest: tuple[str, Decimal] | None
    by_stakeholder: tuple[tuple[str, Decimal], ...]
    by_column: Mapping[str, Decimal]
    per_person: Decimal | None
    what_if: tuple[WhatIf, ...]
    avoided: tuple[Avoided, ...]
    remarks: tuple[Remark, ...]


def results(built: Built, record: Kept) -> Results:
    """Work out all of it. Raises Wrong where a spread does not hold the figure that it is of."""
    with localcontext(prec=DIGITS):
        return _results(built, record)


def _results(built: Built, record: Kept) -> Results:
    value_map = built.value_map
    found, simulated = worth(value_map), simulate(value_map, built.spreads)
    ends = ranges(value_map, simulated.ranges)
    swings = sensitivity.tornado(value_map, ends)
    judged = [_incident(each) for each in record.incidents]
    return Results(
        worth=found,
        simulated=simulated,
        swings=swings[:WIDEST],
        switches=tuple(_switch(value_map, each.assumption) for each in swings[:WIDEST]),
        joint=sensitivity.joint(value_map, ends),
        without_largest=sensitivity.without_largest(value_map),
        by_stakeholder=_by_stakeholder(found),
        by_column={column: found.present_value_of(column) for column in COLUMNS},
        per_person=found.total_present_value / built.supported if built.supported else None,
        what_if=tuple(WhatIf(each, _worth_if(value_map, each)) for each in record.scenarios),
        avoided=tuple(
            Avoided(kept, *_totals(each)) for kept, each in zip(record.incidents, judged, strict=True)
        ),
        remarks=tuple(_remarks(built, found, judged, record)),
    )


def _remarks(
    built: Built, found: Worth, judged: Sequence[incidents.Incident], record: Kept
) -> Iterator[Remark]:
    yield from plausibility.remarks(built.value_map, found)
    yield from second_look(built)
    for one in judged:
        yield from incidents.remarks(one)
    if record.published_value and record.published_inputs:
        published = (record.published_value / record.published_inputs).quantize(PENNY)
        mixed_up = plausibility.compare_published(found, published)
        if mixed_up:
            yield mixed_up


def _switch(value_map: ValueMap, assumption: Assumption) -> Switch:
    row = next(row for row in value_map.rows if row.id == assumption.row)
    figure = Decimal(getattr(row, assumption.name))
    if assumption.name not in sensitivity.VARIED:
        return Switch(assumption, figure, None)
    at = sensitivity.switching_value(value_map, assumption)
    # Fewer than nobody, or worth less than nothing: no figure that there could be.
    return Switch(assumption, figure, None if at is not None and at * figure < 0 else at)


def _by_stakeholder(found: Worth) -> tuple[tuple[str, Decimal], ...]:
    """The present value by stakeholder, the largest first."""
    sums: dict[str, Decimal] = {}
    for each in found.rows:
        name = each.row.stakeholder
        sums[name] = sums.get(name, Decimal(0)) + each.present_value
    return tuple(sorted(sums.items(), key=lambda each: -each[1]))


def _worth_if(value_map: ValueMap, record: Scenario) -> Worth:
    given = scenarios.Scenario(record.name, record.people, record.inputs_added, record.note)
    return worth(scenarios.applied(value_map, given))


def _incident(record: Incident) -> incidents.Incident:
    return incidents.Incident(
        record.what,
        Decimal(record.count),
        record.judged_by,
        record.likelihood,
        record.unit_cost,
        record.low,
        record.high,
    )


def _totals(incident: incidents.Incident) -> tuple[Decimal, Decimal, Decimal]:
    return incident.total_low, incident.total, incident.total_high
