"""A value map as it stands in the records, built into one that can be worked out; and what it still lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from survey.records import frames
from survey.records.evaluation import Evaluation
from survey.records.value_map import MapInput, ValueMap
from survey.records.value_row import FIGURES, Proxy, ValueRow
from survey.reports import asked, findings, impact
from survey.reports.figures import moves_of
from survey.reports.findings import Filters
from survey.reports.value_cells import MISSING, QUANTITY, Cell, Evidence, cells
from survey.reports.value_words import FIGURE_WORDS
from survey.value import discounting, model, proxies
from survey.value.model import Wrong
from survey.value.quantity import Rule, check_rule
from survey.value.sensitivity import Assumption
from survey.value.simulation import Between, Spread

# Where something is missing: the stage's page, or that of one row.
INPUTS, ROWS, ROW, SETTINGS, PROXY = "inputs", "rows", "row", "settings", "proxy"


@dataclass(frozen=True)
class Gap:
    """What a map still lacks, and where that is said: on a page of it, of a part by its id, of a figure."""

    place: str
    words: str
    part_id: int | None = None
    figure: str = ""


@dataclass(frozen=True)
class RowFound:
    """A row with all its figures. `unit_value` is in prices of the map's year; None without a proxy."""

    record: ValueRow
    cells: Mapping[str, Cell]
    unit_value: Decimal | None
    proxy_said: str

    @property
    def code(self) -> str:
        return self.record.code

    @property
    def name(self) -> str:
        """What the row is called where there is room for a line."""
        return f"{self.record.code} {self.record.description}"


@dataclass(frozen=True)
class Built:
    """Rows that count and rows that are left out; `value_map` is None while there are gaps."""

    rows: tuple[RowFound, ...]
    left_out: tuple[ValueRow, ...]
    inputs: tuple[MapInput, ...]
    inputs_left_out: tuple[MapInput, ...]
    supported: int | None
    gaps: tuple[Gap, ...]
    value_map: model.ValueMap | None

    @property
    def spreads(self) -> dict[Assumption, Spread]:
        """How each figure of the map may vary, where answers or a source say so."""
        found = {}
        for row in self.rows:
            for name, cell in row.cells.items():
                if cell.spread is not None:
                    found[Assumption(row.code, name)] = cell.spread
            proxy = row.record.proxy
            if proxy and proxy.low is not None and proxy.high is not None:
                # Each brought to the map's prices as the value is: an end that is the value stays so.
                ends = (in_prices_of(row.record.value_map, proxy, each) for each in (proxy.low, proxy.high))
                found[Assumption(row.code, "unit_value")] = Between(f"proxy {proxy.id}", *ends)
        return found


def build(evaluation: Evaluation, value_map: ValueMap) -> Built:
    """The map as its answers and typed figures stand now."""
    evidence = evidence_for(evaluation, value_map)
    counted = [row for row in value_map.rows if row.is_counted]
    rows = tuple(_found(row, value_map, evidence) for row in counted)
    inputs = tuple(each for each in value_map.inputs if each.is_counted)
    gaps = tuple(_gaps(value_map, rows, inputs))
    built, more = (None, ()) if gaps else _pure(value_map, rows, inputs)
    return Built(
        rows,
        tuple(row for row in value_map.rows if row not in counted),
        inputs,
        tuple(each for each in value_map.inputs if each not in inputs),
        evidence.supported,
        (*gaps, *more),
        built,
    )


def filters_of(value_map: ValueMap) -> Filters | None:
    """Whose answers a map counts; None where no follow-up is chosen."""
    if value_map.wave is None:
        return None
    return Filters(value_map.wave, value_map.before_kind, value_map.area, value_map.level)


def rule_of(value_map: ValueMap) -> Rule:
    """When somebody counts as changed in this map."""
    return Rule(value_map.rule, value_map.points, value_map.at_least, value_map.net_of_worse)


def evidence_for(evaluation: Evaluation, value_map: ValueMap) -> Evidence:
    """What the rows of a map are counted from, as answers stand now."""
    filters = filters_of(value_map)
    outcomes = {each.id: each for each in asked.outcomes(evaluation)} if filters else {}
    moves = filters and frames.moves(evaluation, filters.wave, filters.before_kind, filters.group)
    return Evidence(
        outcomes=outcomes,
        counted={each.id: each for each in asked.counted_outcomes(evaluation)} if filters else {},
        moves={name: moves_of(moves, outcome) for name, outcome in outcomes.items()},
        heard=impact.hear(evaluation, filters.wave, filters.group) if filters else impact.Heard({}, (), {}),
        rule=rule_of(value_map),
        supported=findings.supported(evaluation, filters) if filters else None,
        with_worse_row=frozenset(
            row.outcome for row in value_map.rows if row.of_worse and row.included and row.outcome
        ),
    )


def rates_of(value_map: ValueMap) -> discounting.Rates:
    """The rate table of a map. Raises ValueError where a single rate makes no sense."""
    if value_map.rate_table:
        return discounting.TABLES[value_map.rate_table]
    return discounting.flat(value_map.rate or Decimal(0))


def in_prices_of(value_map: ValueMap, proxy: Proxy, value: Decimal) -> Decimal:
    """The value of a proxy, or an end of its range, in prices of the map's year, where a deflator says so."""
    if not value_map.deflator or proxy.price_year == value_map.price_year:
        return value
    deflator = proxies.deflators()[value_map.deflator]
    return proxies.uprated(value, proxy.price_year, value_map.price_year, deflator)


def _found(row: ValueRow, value_map: ValueMap, evidence: Evidence) -> RowFound:
    proxy, figures = row.proxy, cells(row, evidence)
    if proxy is None:
        return RowFound(row, figures, None, "")
    try:
        value = in_prices_of(value_map, proxy, proxy.value)
    except Wrong as wrong:
        return RowFound(row, figures, None, str(wrong))
    prices = f"in {proxy.price_year} prices"
    if value != proxy.value:
        by = proxies.deflators()[value_map.deflator].name
        prices = f"brought from {proxy.price_year} to {value_map.price_year} prices by the {by}"
    return RowFound(row, figures, value, f"{proxy.source} ({proxy.unit}, {prices})")


def _gaps(value_map: ValueMap, rows: Sequence[RowFound], inputs: Sequence[MapInput]) -> Iterator[Gap]:
    if not sum(each.worth for each in inputs):
        yield Gap(INPUTS, "Say what was put in: a ratio needs it.")
    if not rows:
        yield Gap(ROWS, "Add at least one outcome.")
    for row in rows:
        yield from _gaps_of(row, value_map)


def _gaps_of(row: RowFound, value_map: ValueMap) -> Iterator[Gap]:
    if row.record.proxy is None:
        yield Gap(ROW, f"{row.code}: choose a proxy, which says what one change is worth.", row.record.id)
    else:
        try:
            check_rule(rule_of(value_map), row.record.proxy.values_average_move, row.code)
        except Wrong as wrong:
            yield Gap(ROW, str(wrong), row.record.id)
        if row.unit_value is None:
            yield Gap(SETTINGS, row.proxy_said)
    for name in FIGURES:
        if row.cells[name].basis == MISSING:
            words = f"{row.code}: {FIGURE_WORDS[name]} is not known. {row.cells[name].said}"
            yield Gap(ROW, words, row.record.id, name)


def _pure(
    value_map: ValueMap, rows: Sequence[RowFound], inputs: Sequence[MapInput]
) -> tuple[model.ValueMap | None, tuple[Gap, ...]]:
    try:
        assumed = model.Assumptions(
            rates_of(value_map), value_map.timing, value_map.inputs_discounted, value_map.kind
        )
        given = tuple(
            model.Input(each.stakeholder.name, each.description, each.worth, each.year) for each in inputs
        )
        _check_one_per_change(rows)
        return model.ValueMap(given, tuple(map(_row, rows)), assumed, value_map.name), ()
    except (Wrong, ValueError) as wrong:
        return None, (Gap(SETTINGS, str(wrong)),)


def _check_one_per_change(rows: Sequence[RowFound]) -> None:
    """Raises Wrong where the same outcome is valued in two ways that count the same gain."""
    kinds = {each.code: each.record.proxy.kind for each in rows}
    named = [replace(_row(each), outcome=each.record.outcome or each.record.description) for each in rows]
    proxies.check_one_per_change(named, kinds)


def _row(found: RowFound) -> model.Row:
    record = found.record
    filters = {name: found.cells[name].value for name in FIGURES if name != QUANTITY}
    return model.Row(
        id=record.code,
        stakeholder=record.stakeholder.name,
        outcome=record.description,
        quantity=found.cells[QUANTITY].value,
        unit_value=found.unit_value,
        duration_years=record.duration_years,
        starts=record.starts,
        column=record.kind_of_value,
        indicator=record.indicator,
        proxy=record.proxy.name,
        proxy_source=found.proxy_said,
        source=found.cells[QUANTITY].said,
        n=found.cells[QUANTITY].n,
        note=record.note or "",
        **filters,
    )
