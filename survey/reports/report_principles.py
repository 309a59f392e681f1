"""The eight principles of social value as the full report prints them: what there is to show for each."""

from collections.abc import Iterator

from survey.analysis.wording import number
from survey.records.value_row import FIGURES
from survey.reports import value_principles
from survey.reports.marking import day
from survey.reports.value import ValueFound
from survey.reports.value_cells import ANSWERS, COUNTED_IN, ENTERED, NOT_NEEDED, TYPED
from survey.reports.value_principles import Principle
from survey.reports.value_words import NO_RANGE, between
from survey.value.model import FORECAST

VALUED = "Each outcome has a value with its source, its year and its licence."
TRANSPARENT = "Every setting is printed in this report, and every figure has its source in the annex."
KNOWN_HOW = (
    ((ANSWERS,), "from answers"),
    ((TYPED, ENTERED), "typed or entered by the team"),
    ((NOT_NEEDED, COUNTED_IN), "not needed, or counted in another"),
)


def principles(value: ValueFound) -> tuple[tuple[Principle, str], ...]:
    """All eight, judged as on the page of the map; beside each what there is to show, or what is missing."""
    record = value.record
    to_show = (
        record.involved_how,
        record.negative_found,
        VALUED,
        _material(value),
        _deducted(value),
        TRANSPARENT,
        record.verified_how,
        " ".join(returned(value)),
    )
    judged = value_principles.principles(record, value.gaps)
    return tuple(
        (each, said if each.is_met else " ".join(gap.words for gap in each.missing))
        for each, said in zip(judged, to_show, strict=True)
    )


def _material(value: ValueFound) -> str:
    groups = [each for each in value.record.stakeholders if not each.included]
    counts = (len(value.built.left_out), "outcome"), (len(groups), "group")
    said = [_things(count, what) for count, what in counts if count]
    return f"Left out, each with its reason: {' and '.join(said)}." if said else "Nothing is left out."


def _things(count: int, what: str) -> str:
    return f"{number(count)} {what}{'' if count == 1 else 's'}"


def _deducted(value: ValueFound) -> str:
    cells = [row.cells[name] for row in value.built.rows for name in FIGURES[1:]]
    counts = ((sum(cell.basis in bases for cell in cells), words) for bases, words in KNOWN_HOW)
    how = "; ".join(f"{number(count)} {words}" for count, words in counts if count)
    forecast = " It is a forecast, and called that." if value.record.kind == FORECAST else ""
    return f"Of {_things(len(cells), 'deduction')}: {how}. {_range(value)}{forecast}"


def _range(value: ValueFound) -> str:
    if value.results and between(value.results.simulated) == NO_RANGE:
        return "No range of the ratio is known, and beside the ratio it says so."
    return "The ratio is never shown without its range."


def returned(value: ValueFound) -> Iterator[str]:
    """When and how results went back to those who took part, and what was done with what they said."""
    record = value.record
    if record.returned_on is None:
        yield "Results have not gone back yet to the people who took part."
    else:
        yield f"Results went back to the people who took part on {day(record.returned_on)}."
    if record.returned_how:
        yield record.returned_how
    yield record.responded_how or "What was done in answer is not said yet."
