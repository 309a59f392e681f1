"""A value map: who put what in, what changed for whom, and what is deducted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from survey.value.discounting import END_OF_YEAR, TIMINGS, Rates

FORECAST, EVALUATIVE = "forecast", "evaluative"
KINDS = (FORECAST, EVALUATIVE)

# Whose gain a row is: never added up to one sum called savings.
SOCIAL, FISCAL_CASHABLE, FISCAL_AVOIDED = "social", "fiscal_cashable", "fiscal_avoided"
COLUMNS = (FISCAL_CASHABLE, FISCAL_AVOIDED, SOCIAL)

FILTERS = ("deadweight", "displacement", "attribution_to_others", "drop_off")
STARTS = (1, 2)
LONGEST = 30
NOUGHT, WHOLE = Decimal(0), Decimal(1)


class Wrong(ValueError):
    """A value map that cannot be worked out: `place` says where, the message what to do."""

    def __init__(self, place: str, message: str):
        super().__init__(f"{place}: {message}")
        self.place = place


@dataclass(frozen=True)
class Remark:
    """Something worth a second look, and no more: `place` says where, the message what and why."""

    place: str
    message: str


@dataclass(frozen=True)
class Input:
    """What somebody put in, in the currency of the map, in year `year` of it (1 is the first)."""

    stakeholder: str
    description: str
    value: Decimal
    year: int = 1


@dataclass(frozen=True)
class Row:
    """One outcome of one stakeholder.

    `quantity` is how many people changed, gross; below nought where the change was for the worse.
    `unit_value` is what one such change is worth for a year, in the currency of the map: the proxy.
    The four filters are fractions from 0 to 1 to deduct. The outcome counts from year `starts` (1 is the
    period of activity, 2 the one after) for `duration_years` whole years.
    """

    id: str
    stakeholder: str
    outcome: str
    quantity: Decimal
    unit_value: Decimal
    duration_years: int
    deadweight: Decimal = NOUGHT
    displacement: Decimal = NOUGHT
    attribution_to_others: Decimal = NOUGHT
    drop_off: Decimal = NOUGHT
    starts: int = 1
    column: str = SOCIAL
    # How it is known, in words; `n` is how many people the quantity was worked out from.
    indicator: str = ""
    proxy: str = ""
    proxy_source: str = ""
    source: str = ""
    n: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Assumptions:
    """What is decided once for the whole map, and printed with every ratio.

    With `inputs_discounted`, inputs stand on the same calendar as outcomes; the Guide's own example does not
    discount those of its only year.
    """

    rates: Rates
    timing: str = END_OF_YEAR
    inputs_discounted: bool = False
    kind: str = FORECAST


@dataclass(frozen=True)
class ValueMap:
    """The whole of it. Raises Wrong, with the place, where no ratio could be worked out from it."""

    inputs: tuple[Input, ...]
    rows: tuple[Row, ...]
    assumptions: Assumptions
    title: str = ""

    def __post_init__(self) -> None:
        for wrong in _wrongs(self):
            raise wrong


def _wrongs(value_map: ValueMap) -> Iterator[Wrong]:
    yield from _of_assumptions(value_map.assumptions)
    for number, each in enumerate(value_map.inputs, 1):
        yield from _of_input(f"input {number}", each)
    if not sum(each.value for each in value_map.inputs):
        yield Wrong("inputs", "these add up to nought; a ratio needs what was put in.")
    for row in value_map.rows:
        yield from _of_row(f"row {row.id}", row)
    if not value_map.rows:
        yield Wrong("rows", "there is none; a value map needs one outcome at least.")
    for name, times in Counter(row.id for row in value_map.rows).items():
        if times > 1:
            yield Wrong(f"row {name}", f"{times} rows have this id; each needs its own.")


def _of_assumptions(assumptions: Assumptions) -> Iterator[Wrong]:
    if assumptions.timing not in TIMINGS:
        yield Wrong("discounting", f"this is one of {', '.join(TIMINGS)}.")
    if assumptions.kind not in KINDS:
        yield Wrong("kind", f"this is one of {', '.join(KINDS)}.")


def _of_input(place: str, given: Input) -> Iterator[Wrong]:
    if not given.value.is_finite() or given.value < 0:
        yield Wrong(place, "its value is a sum of money, nought or more.")
    if not 1 <= given.year <= LONGEST:
        yield Wrong(place, f"its year is a whole number from 1 to {LONGEST}.")


def _of_row(place: str, row: Row) -> Iterator[Wrong]:
    for name, given in vars(row).items():
        if isinstance(given, Decimal) and not given.is_finite():
            yield Wrong(place, f"{name} is not a number.")
    for name in FILTERS:
        share = getattr(row, name)
        if not NOUGHT <= share <= WHOLE:
            yield Wrong(place, f"{name} is a share from 0 to 1 (0 to 100 per cent){_as_per_cent(share)}.")
    if not 1 <= row.duration_years <= LONGEST:
        yield Wrong(place, f"duration is in whole years, from 1 to {LONGEST}.")
    if row.starts not in STARTS:
        yield Wrong(place, "an outcome starts in year 1 (while it runs) or year 2 (the year after).")
    if row.column not in COLUMNS:
        yield Wrong(place, f"its kind of value is one of {', '.join(COLUMNS)}.")


def _as_per_cent(share: Decimal) -> str:
    if not WHOLE < share <= 100:
        return ""
    return f"; {share:f} looks like per cent, which would be {(share / 100).normalize():f}"
