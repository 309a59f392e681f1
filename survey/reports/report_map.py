"""The chapter with the value map: one row for each outcome, every figure with its own source."""

from collections.abc import Iterator

from survey.analysis.wording import NOTHING, rounded
from survey.questionnaires.partners import PEOPLE
from survey.records.value_row import COLUMNS, PROXY_KINDS
from survey.reports import asked
from survey.reports.report_annex import Source, exact
from survey.reports.report_blocks import NUMBER, TEXT, Block, Chapter, Grid, Words
from survey.reports.report_draft import VALUE, Draft
from survey.reports.value_building import RowFound
from survey.reports.value_cells import QUANTITY, TYPED, Cell
from survey.reports.value_tables import FILTER_COLUMNS
from survey.reports.value_words import rule
from survey.value.simulation import Counts
from survey.value.worth import RowWorth

HEADINGS = (
    ("Outcome", TEXT),
    ("For whom", TEXT),
    ("How many changed", NUMBER),
    ("Worth of one a year (£)", NUMBER),
    ("Lasts (years)", NUMBER),
    *((f"{name} (per cent)", NUMBER) for _, name in FILTER_COLUMNS),
    ("Worth in its first year (£)", NUMBER),
    ("Present value (£)", NUMBER),
)
HOW = (
    "Worth in its first year is how many changed, times the worth of one, less deadweight, displacement and "
    "attribution to others, each taken from what the others leave. Drop-off counts from the second year."
)
RECKONED = f"{HOW} Present value: the row’s value of each year, brought to today by the discount rate"
TYPED_MARK = "*"
TYPED_NOTE = "* Typed: comes from no answer of this evaluation. The annex says where it comes from."


def value_map(draft: Draft) -> Chapter:
    """The map, and what each of its outcomes was measured and valued with."""
    return Chapter("The value map", tuple(_blocks(draft)), wide=True)


def _blocks(draft: Draft) -> Iterator[Block]:
    value = draft.value
    if not value.built.rows:
        yield Words("No outcome stands in the map yet.")
        return
    worths = {each.row.id: each for each in value.results.worth.rows} if value.results else {}
    rows = tuple(_row(draft, each, worths.get(each.code)) for each in value.built.rows)
    notes = (HOW, *_units(draft), *((TYPED_NOTE,) if any(map(_is_typed, value.built.rows)) else ()))
    yield Grid(f"The value map: {value.name}", HEADINGS, rows, notes, kind="rows")
    yield Grid(
        "How each outcome was measured and valued",
        (
            *(("Outcome", TEXT), ("Indicator", TEXT), ("What stands for its value", TEXT)),
            *(("Kind of figure", TEXT), ("Whose gain", TEXT), ("Source and year", TEXT), ("Licence", TEXT)),
        ),
        tuple(_measure(each) for each in value.built.rows),
        kind="measures",
    )


def _units(draft: Draft) -> Iterator[str]:
    """What a quantity is of, where partners counted something else than people."""
    units = {each.id: each.unit for each in asked.counted_outcomes(draft.value.record.evaluation)}
    named = [(row.code, units.get(row.record.outcome, PEOPLE)) for row in draft.value.built.rows]
    others = [f"of {code} it is {unit}" for code, unit in named if unit != PEOPLE]
    if others:
        yield f"How many changed is of people; {'; '.join(others)}."


def _is_typed(row: RowFound) -> bool:
    return any(cell.basis == TYPED for cell in row.cells.values())


def _measure(row: RowFound) -> tuple[str, ...]:
    proxy = row.record.proxy
    of_proxy = (proxy.name, PROXY_KINDS[proxy.kind]) if proxy else (NOTHING, NOTHING)
    return (
        row.code,
        row.record.indicator or row.cells[QUANTITY].said,
        *of_proxy,
        COLUMNS[row.record.kind_of_value],
        row.proxy_said or NOTHING,
        (proxy.licence if proxy else "") or NOTHING,
    )


def _row(draft: Draft, found: RowFound, worth: RowWorth | None) -> tuple[str, ...]:
    filters = (_cell(draft, found, name, heading) for name, heading in FILTER_COLUMNS)
    return (
        found.name,
        found.record.stakeholder.name,
        _cell(draft, found, QUANTITY, "How many changed"),
        _unit_value(draft, found),
        _duration(draft, found),
        *filters,
        *_reckoned(draft, found, worth),
    )


def _cell(draft: Draft, row: RowFound, name: str, called: str) -> str:
    cell = row.cells[name]
    if cell.value is None:
        return NOTHING
    counted, typed = name == QUANTITY, cell.basis == TYPED
    # Amounts that partners counted are added up: no rule says whom to count.
    how = f"{cell.said} Rule: {rule(draft.value.record)}" if _is_of_scores(cell) else cell.said
    source = Source(
        f"{row.code}, {called.lower()}",
        exact(cell.value) if counted else f"{exact(100 * cell.value)} per cent",
        f"Typed: {how}" if typed else how,
        draft.way_to(row, cell, called),
        "" if cell.n is None else f"{cell.n} answers",
    )
    figure = rounded(cell.value, 1) if counted else rounded(100 * cell.value, 0)
    return draft.annex.mark(f"{figure}{TYPED_MARK if typed else ''}", source)


def _is_of_scores(cell: Cell) -> bool:
    return cell.name == QUANTITY and isinstance(cell.spread, Counts)


def _unit_value(draft: Draft, row: RowFound) -> str:
    proxy = row.record.proxy
    if proxy is None or row.unit_value is None:
        return NOTHING
    source = Source(
        f"{row.code}, worth of one a year",
        exact(row.unit_value),
        f"{proxy.name}, in prices of {draft.value.record.price_year}. {row.proxy_said}",
        (VALUE, "Proxies", proxy.name),
    )
    return draft.annex.mark(rounded(row.unit_value, 2), source)


def _duration(draft: Draft, row: RowFound) -> str:
    record = row.record
    when = "Counts from the first year" if record.starts == 1 else "Counts from the year after the activity"
    how = f"{when}. {record.duration_source}".strip()
    what = f"{row.code}, how many years it lasts"
    return draft.mark(str(record.duration_years), what, record.duration_years, how, row.code, "Duration")


def _reckoned(draft: Draft, row: RowFound, worth: RowWorth | None) -> tuple[str, str]:
    if worth is None:
        return NOTHING, NOTHING
    both = f"{exact(worth.impact)}; {exact(worth.present_value)}"
    source = Source(f"{row.code}, worth in its first year; present value", both, RECKONED, (VALUE, row.code))
    first, present = (rounded(each, 0) for each in (worth.impact, worth.present_value))
    return draft.annex.mark(first, source), draft.annex.mark(present, source)
