"""The chapter on what it comes to: what was put in, value by year, by who gains and by kind."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from survey.analysis.money import pounds, ratio
from survey.analysis.wording import NOTHING, rounded
from survey.records.value_map import MapInput
from survey.reports.report_annex import Source, exact
from survey.reports.report_blocks import NUMBER, TEXT, Beside, Block, Chapter, Drawing, Grid, Heading, Words
from survey.reports.report_draft import VALUE, Draft
from survey.reports.report_glance import TODAY, all_inputs, todays_inputs
from survey.reports.report_headline import OF_STAKEHOLDERS
from survey.reports.report_tables import Origin, grid
from survey.reports.value_pictures import pictures
from survey.reports.value_results import Results
from survey.reports.value_tables import KINDS, WHO, YEARS
from survey.reports.value_words import COLUMN_WORDS, money
from survey.value.model import COLUMNS

NONE_YET = "This cannot be said before the value map is whole; the first page says what it lacks."
OF_YEARS = "Each row’s value in that year, added up; brought to today by the factor of that year"
OF_KINDS = "Present values of the rows of each kind, added up"


def comes_to(draft: Draft) -> Chapter:
    """Inputs, value by year, by kind and by stakeholder; what was published elsewhere for reference."""
    found = draft.value.results
    blocks = _comes_to(draft, found) if found else (Words(NONE_YET),)
    return Chapter("What it comes to, year by year", (_inputs(draft), *blocks), breaks=False)


def _comes_to(draft: Draft, found: Results) -> Iterator[Block]:
    by_year = pictures(draft.value)["years"]
    worth = found.worth
    totals = f"{exact(sum(worth.years))}; {exact(worth.total_present_value)}"
    source = Source("Value of all years; present value", totals, OF_YEARS, (VALUE, "Results", "Years"))
    drawn = Drawing(by_year.svg, draft.annex.mark(by_year.sentence, source))
    left = drawn, *_published(draft)
    yield Heading("By year, and by who gains")
    years = value_table(draft, YEARS, OF_YEARS, "Years")
    who = value_table(draft, WHO, OF_STAKEHOLDERS, "Who gains")
    yield Beside((left, (years, who)))
    yield Heading("By kind of value")
    yield _kinds(draft, found)


def _kinds(draft: Draft, found: Results) -> Grid:
    """Three columns side by side, a row for each stakeholder and one for all."""
    sums = {name: dict.fromkeys(COLUMNS, Decimal(0)) for name, _ in found.by_stakeholder}
    for each in found.worth.rows:
        sums[each.row.stakeholder][each.row.column] += each.present_value
    return Grid(
        "Present value of three kinds, side by side",
        (("For whom", TEXT), *((f"{COLUMN_WORDS[key]} (£)", NUMBER) for key in COLUMNS)),
        tuple(_kinds_of(draft, *each) for each in (*sums.items(), ("All", found.by_column))),
        draft.value.table(KINDS).notes,
        kind="register",
    )


def _kinds_of(draft: Draft, name: str, by_column: Mapping[str, Decimal]) -> tuple[str, ...]:
    figures = [by_column[key] for key in COLUMNS]
    path = (VALUE, "Results", "Kinds of value")
    source = Source(f"Three kinds of value: {name}", "; ".join(map(exact, figures)), OF_KINDS, path)
    return draft.annex.mark(name, source), *(rounded(each, 0) for each in figures)


def value_table(draft: Draft, name: str, rule: str, *steps: str) -> Grid:
    """A table of the map's results, each row with its source."""
    return grid(draft.value.table(name), draft.annex, Origin(rule, (VALUE, "Results", *steps)))


def _inputs(draft: Draft) -> Grid:
    return Grid(
        "What was put in",
        (("Input", TEXT), ("By whom", TEXT), ("When", TEXT), ("Worth", NUMBER)),
        (*(_input(draft, each) for each in draft.value.built.inputs), *_totals(draft)),
    )


def _totals(draft: Draft) -> Iterator[tuple[str, ...]]:
    """The sum, and what the ratio is worked out with where that is another."""
    found = draft.value.results
    if not draft.value.built.inputs:
        return
    yield "All inputs", NOTHING, "all years", all_inputs(draft)
    today = found and todays_inputs(draft, found)
    if today:
        yield TODAY, NOTHING, "today", today


def _input(draft: Draft, given: MapInput) -> tuple[str, ...]:
    hours = "" if given.hours is None else f"{exact(given.hours)} hours at {money(given.rate)}. "
    worth = draft.mark(
        pounds(given.worth),
        f"Input: {given.description}",
        given.worth,
        f"{hours}{given.source}",
        "Inputs",
        f"{given.description}, year {given.year}",
    )
    return given.description, given.stakeholder.name, f"year\u00a0{given.year}", worth


def _published(draft: Draft) -> Iterator[Block]:
    record = draft.value.record
    if record.published_value is None or not record.published_inputs:
        return
    published = record.published_value / record.published_inputs
    source = Source(
        "What was published elsewhere",
        f"{exact(record.published_value)}; {exact(record.published_inputs)}; {exact(published)}",
        record.published_source or "No source is given",
        (VALUE, "Settings"),
    )
    said = (
        f"{pounds(record.published_value)} on {pounds(record.published_inputs)}, which is {ratio(published)}."
    )
    yield Heading("Published elsewhere, for reference")
    yield Words(draft.annex.mark(said, source))
    yield Words(f"{record.published_source} It is no part of what was reckoned here.".strip(), "note")
