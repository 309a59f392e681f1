"""The tables of a value map: its rows, what they come to by year and by whom, and how firm that is."""

from collections.abc import Iterator
from decimal import Decimal

from survey.analysis.tables import Column, Row, Table
from survey.analysis.wording import MINUS, rounded
from survey.records.value_map import ValueMap
from survey.records.value_row import FIGURES
from survey.reports.laid_out import Told, laid_out
from survey.reports.value_building import Built, RowFound, rates_of
from survey.reports.value_cells import QUANTITY, TYPED
from survey.reports.value_ranges import USUAL
from survey.reports.value_results import Results, Switch
from survey.reports.value_words import CAVEAT, COLUMN_MEANINGS, COLUMN_WORDS, FIGURE_WORDS, NOT_ADDED_UP
from survey.value.discounting import factor, years_until
from survey.value.sensitivity import Assumption, Swing

ROWS, YEARS, WHO, KINDS, SWINGS, SCENARIOS, INCIDENTS = (
    *("value rows", "value by year", "value by stakeholder", "value by kind", "value swings"),
    *("value scenarios", "value incidents"),
)
PER_CENT = 100
FILTER_COLUMNS = (
    ("deadweight", "Deadweight"),
    ("displacement", "Displacement"),
    ("attribution_to_others", "Attribution to others"),
    ("drop_off", "Drop-off a year"),
)


def tables(built: Built, results: Results | None, value_map: ValueMap) -> Iterator[Table]:
    """Every table there is something for."""
    yield rows_table(built, results, value_map)
    if results:
        yield years_table(results, value_map)
        yield who_table(results, value_map)
        yield kinds_table(results, value_map)
        yield swings_table(results, value_map)
        if results.what_if:
            yield scenarios_table(results, value_map)
        if results.avoided:
            yield incidents_table(results, value_map)


def rows_table(built: Built, results: Results | None, value_map: ValueMap) -> Table:
    """One row for each outcome that counts, every figure with how it is known."""
    worths = {each.row.id: each for each in results.worth.rows} if results else {}
    columns = (
        Column("stakeholder", "For whom", "text"),
        # Most are people, but visits, homes or hours are counted here as well.
        Column("quantity", "How many", "amount", decimals=1),
        Column("one", "One of them is", "text"),
        Column("n", "From so many answers", "amount"),
        Column("unit_value", "Worth of one a year", "£", decimals=2),
        Column("duration_years", "Lasts", "years"),
        *(Column(name, heading, "per cent") for name, heading in FILTER_COLUMNS),
        Column("impact", "Worth in its first year", "£"),
        Column("present_value", "Present value", "£"),
    )
    rows = (_row(each, worths.get(each.code)) for each in built.rows)
    return Table(
        ROWS,
        f"The value map: {value_map.name}",
        columns,
        tuple(rows),
        "Outcome",
        team_notes=(
            "Worth in its first year is how many there are, times the worth of one, less deadweight, "
            "displacement and attribution, each from what the others leave.",
        ),
    )


def _row(found: RowFound, worth) -> Row:
    record = found.record
    cells = {
        "stakeholder": record.stakeholder.name,
        "quantity": found.cells[QUANTITY].value,
        "one": record.proxy.unit if record.proxy else None,
        "n": found.cells[QUANTITY].n,
        "unit_value": found.unit_value,
        "duration_years": record.duration_years,
        **{name: _per_cent(found.cells[name].value) for name, _ in FILTER_COLUMNS},
        "impact": worth and worth.impact,
        "present_value": worth and worth.present_value,
    }
    typed = [name for name in FIGURES if found.cells[name].basis == TYPED]
    marks = dict.fromkeys((*typed, "duration_years"), "typed")
    return Row(record.code, found.name, cells, marks=marks)


YEAR_COLUMNS: tuple[Told, ...] = (
    (Column("value", "Value in the year", "£"), lambda year: year[0]),
    (Column("factor", "Worth of £1 of that year today", "£", decimals=4), lambda year: year[1]),
    (Column("present_value", "Present value", "£"), lambda year: year[2]),
)


def years_table(results: Results, value_map: ValueMap) -> Table:
    """What each year brings, and what that is worth today."""
    found = results.worth
    years = zip(found.years, _factors(results, value_map), found.present_values, strict=True)
    rows = [(f"year-{place}", f"Year {place}", year) for place, year in enumerate(years, 1)]
    rows.append(("all", "All years", (sum(found.years), None, found.total_present_value)))
    return laid_out(YEARS, f"Value year by year: {value_map.name}", YEAR_COLUMNS, rows, "Year of the map")


def _factors(results: Results, value_map: ValueMap) -> list[Decimal]:
    rates, count = rates_of(value_map), len(results.worth.years)
    return [factor(rates, years_until(value_map.timing, year)) for year in range(1, count + 1)]


def who_table(results: Results, value_map: ValueMap) -> Table:
    """How the present value is distributed."""
    total = results.worth.total_present_value
    columns = (
        (Column("present_value", "Present value", "£"), lambda value: value),
        (Column("share", "Share of all value", "per cent"), lambda value: _share(value, total)),
    )
    shares = enumerate(results.by_stakeholder)
    rows = ((f"who-{place}", name, value) for place, (name, value) in shares)
    return laid_out(WHO, f"Who gains: {value_map.name}", columns, rows, "Stakeholder")


def kinds_table(results: Results, value_map: ValueMap) -> Table:
    """The three kinds of value side by side."""
    columns = tuple(Column(key, words, "£") for key, words in COLUMN_WORDS.items())
    row = Row("present_value", "Present value", dict(results.by_column))
    meanings = (f"{COLUMN_WORDS[key]}: {meaning}." for key, meaning in COLUMN_MEANINGS.items())
    notes = (*meanings, NOT_ADDED_UP, CAVEAT)
    return Table(KINDS, f"Three kinds of value: {value_map.name}", columns, (row,), "Measure", notes)


SWING_COLUMNS: tuple[Told, ...] = (
    (Column("figure", "As it is", "text"), lambda pair: figure(pair[0].assumption, pair[1].figure)),
    (Column("between", "Tried between", "text"), lambda pair: _between(pair[0])),
    (Column("ratio_low", "Ratio at the first", "£ for each £1"), lambda pair: pair[0].ratio_low),
    (Column("ratio_high", "Ratio at the second", "£ for each £1"), lambda pair: pair[0].ratio_high),
    (Column("switch", "The ratio would be 1 at", "text"), lambda pair: _switch(pair[1])),
)


def swings_table(results: Results, value_map: ValueMap) -> Table:
    """What moves the ratio most, one figure at a time, and where the ratio would be 1."""
    pairs = zip(results.swings, results.switches, strict=True)
    rows = (
        (f"{swing.assumption.row} {swing.assumption.name}", label(swing.assumption), (swing, switch))
        for swing, switch in pairs
    )
    caption = f"What the ratio hangs on: {value_map.name}"
    return laid_out(SWINGS, caption, SWING_COLUMNS, rows, "Figure", (USUAL,))


SCENARIO_COLUMNS: tuple[Told, ...] = (
    (
        Column("people", "People reached, of those now", "per cent"),
        lambda each: PER_CENT * each.record.people,
    ),
    (Column("inputs", "Inputs", "£"), lambda each: each.worth.inputs),
    (Column("present_value", "Present value", "£"), lambda each: each.worth.total_present_value),
    (Column("ratio", "Ratio", "£ for each £1"), lambda each: each.worth.sroi_ratio),
    (Column("note", "What it takes for granted", "text"), lambda each: each.record.note),
)


def scenarios_table(results: Results, value_map: ValueMap) -> Table:
    """What would be, if: forecasts."""
    caption = f"Scenarios, all of them forecasts: {value_map.name}"
    rows = ((f"scenario-{each.record.id}", each.record.name, each) for each in results.what_if)
    return laid_out(SCENARIOS, caption, SCENARIO_COLUMNS, rows, "What if")


INCIDENT_COLUMNS: tuple[Told, ...] = (
    (Column("count", "Incidents", "amount"), lambda each: each.record.count),
    (Column("likelihood", "How likely each was", "per cent"), lambda each: PER_CENT * each.record.likelihood),
    (Column("unit_cost", "Cost of one", "£"), lambda each: each.record.unit_cost),
    (Column("low", "In all, low", "£"), lambda each: each.low),
    (Column("base", "In all, as judged", "£"), lambda each: each.base),
    (Column("high", "In all, high", "£"), lambda each: each.high),
    (Column("judged_by", "Who judged", "text"), lambda each: each.record.judged_by),
)


def incidents_table(results: Results, value_map: ValueMap) -> Table:
    """Incidents that were avoided, by somebody's judgement; beside the ratio, never in it."""
    caption = f"Critical incidents avoided: {value_map.name}"
    rows = ((f"incident-{each.record.id}", each.record.what, each) for each in results.avoided)
    note = "These did not happen: they are somebody’s judgement, and no part of the ratio."
    return laid_out(INCIDENTS, caption, INCIDENT_COLUMNS, rows, "What did not happen", (note, CAVEAT))


def label(assumption: Assumption) -> str:
    """What a figure of a row is called where there is room for a line."""
    return f"{assumption.row}: {FIGURE_WORDS[assumption.name]}"


def figure(assumption: Assumption, value: Decimal) -> str:
    """A figure of a row in its own unit."""
    if assumption.name == "unit_value":
        return f"{MINUS if value < 0 else ''}£{rounded(abs(value), 2)}"
    if assumption.name == "duration_years":
        return "1 year" if value == 1 else f"{rounded(value, 0)} years"
    if assumption.name == QUANTITY:
        return rounded(value, 1)
    return f"{rounded(PER_CENT * value, 0)} per cent"


def _between(swing: Swing) -> str:
    return f"{figure(swing.assumption, swing.low)} to {figure(swing.assumption, swing.high)}"


def _switch(switch: Switch) -> str:
    return "no figure would do it" if switch.at is None else figure(switch.assumption, switch.at)


def _per_cent(value: Decimal | None) -> Decimal | None:
    return None if value is None else PER_CENT * value


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return PER_CENT * part / whole if whole else None
