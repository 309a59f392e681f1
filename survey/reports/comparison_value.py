"""The value maps of releases side by side: their ratios as they were told, where the guard lets them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from survey.analysis import comparison_value
from survey.analysis.comparison_labels import Label
from survey.analysis.comparison_value import ValueSide
from survey.analysis.disclosure import SafeTable
from survey.analysis.side_by_side import laid_together
from survey.analysis.tables import HIDDEN, Column, is_shown
from survey.records.change import BEFORE_KINDS
from survey.reports import value_charts, value_words
from survey.reports.comparison_sides import Chosen, named
from survey.reports.released_value import IN_TODAYS_MONEY, PUT_IN, RATIO, TODAY, ReleasedValue

STILL = "Those that are worked out alike still stand side by side."
ALONE = "Worked out like no other here, and so not shown"

# A map and the release that tells it.
Told = tuple[Chosen, ReleasedValue]


@dataclass(frozen=True)
class RatiosBeside:
    """Ratios that are worked out alike, two or more; no chart where fewer than two are shown."""

    labels: tuple[Label, ...]
    table: SafeTable
    chart: str


@dataclass(frozen=True)
class ValueBeside:
    """Ratios side by side, in groups of those that are worked out alike, and why others are not there."""

    refusals: tuple[str, ...]
    groups: tuple[RatiosBeside, ...]


def value_beside(chosen: Sequence[Chosen]) -> ValueBeside | None:
    """All value maps of what was chosen; None where there are fewer than two."""
    maps = list(_maps(chosen))
    if len(maps) < 2:
        return None
    sides = [_side(*told) for told in maps]
    alike = comparison_value.alike(sides)
    shown = [places for places in alike if len(places) > 1]
    return ValueBeside(
        refusals=(*comparison_value.refusals(sides), *_left(alike, sides), *_silent(chosen)),
        groups=tuple(
            RatiosBeside(
                labels=comparison_value.labels([sides[place] for place in places]),
                table=_table(f"value_beside_{number}", [maps[place] for place in places]),
                chart=_chart(f"value-beside-{number}", [maps[place] for place in places]),
            )
            for number, places in enumerate(shown)
        ),
    )


def _left(alike: Sequence[Sequence[int]], sides: Sequence[ValueSide]) -> Iterator[str]:
    """What is still shown where some are refused, and what is not."""
    alone = [sides[places[0]].name for places in alike if len(places) == 1]
    if 1 < len(alike) < len(sides):
        yield f"{STILL} {ALONE}: {'; '.join(alone)}." if alone else STILL


def _silent(chosen: Sequence[Chosen]) -> Iterator[str]:
    for each in chosen:
        if not any(_is_of(value, each) for value in each.findings.value):
            yield f"Not told of {each.name}: its release holds no value map of it."


def _maps(chosen: Sequence[Chosen]) -> Iterator[Told]:
    """Each map once: of all of a release its maps, of an area those of that area."""
    seen = set()
    for each in chosen:
        for place, value in enumerate(each.findings.value):
            # Two files may be called the same.
            key = (id(each.findings), place)
            if key not in seen and _is_of(value, each):
                seen.add(key)
                yield each, value


def _is_of(value: ReleasedValue, chosen: Chosen) -> bool:
    if not chosen.part:
        return True
    whose = dict(value.settings).get("Whose answers", "")
    return value_words.is_of(named(chosen.change), whose)


def _side(chosen: Chosen, value: ReleasedValue) -> ValueSide:
    terms = _rate_and_years(value)
    return ValueSide(
        name=_name(chosen, value),
        before=BEFORE_KINDS[chosen.findings.before_kind],
        settings={**dict(value.settings), **({"Rate and years": terms} if terms else {})},
        proxies=frozenset(words for _, words in value.proxies),
    )


def _name(chosen: Chosen, value: ReleasedValue) -> str:
    return f"{chosen.whose}, {value.name}"


def _rate_and_years(value: ReleasedValue) -> str:
    """As the headline says them, behind the range; empty where it says that the ratio is hidden."""
    return value.headline.partition("), ")[2]


def _with_terms(chosen: Chosen, value: ReleasedValue) -> str:
    """The name of a map with what its ratio is never shown without: rate, years and kind."""
    terms = filter(None, (_rate_and_years(value), value_words.KIND_WORDS[value.kind]))
    return f"{_name(chosen, value)} ({', '.join(terms)})"


def _table(name: str, maps: Sequence[Told]) -> SafeTable:
    # The guard sets only those side by side that discount their inputs alike.
    discounted = _discounts_inputs(maps[0][1])
    columns = (*RATIO, PUT_IN, *((TODAY,) if discounted else ()))
    rows = [
        (
            str(place),
            _with_terms(chosen, value),
            {
                column.key: (value.figures, value.figures.rows[0].key, _told_as(column, value))
                for column in columns
            },
        )
        for place, (chosen, value) in enumerate(maps)
    ]
    present = (
        f"Present value is the ratio as it is told, times what was put in{IN_TODAYS_MONEY * discounted}."
    )
    notes = (present, *_hidden(maps), *(_told_discounted(maps) if discounted else ()), value_words.CAVEAT)
    return laid_together(name, "Ratios, side by side", "Value map", columns, rows, notes)


def _discounts_inputs(value: ReleasedValue) -> bool:
    return dict(value.settings).get("Inputs discounted") != "no"


def _told_as(column: Column, value: ReleasedValue) -> str:
    """The key under which a release tells it: in an older one, what was put in is what the ratio is of."""
    is_older = PUT_IN.key not in _keys(value)
    return TODAY.key if column is PUT_IN and is_older and not _discounts_inputs(value) else column.key


def _keys(value: ReleasedValue) -> set[str]:
    return {column.key for column in value.figures.columns}


def _told_discounted(maps: Sequence[Told]) -> Iterator[str]:
    for chosen, value in maps:
        if PUT_IN.key not in _keys(value):
            yield f"{_name(chosen, value)} tells what was put in only in today’s money: the sum is not told."


def _hidden(maps: Sequence[Told]) -> Iterator[str]:
    """Whose ratio is hidden, and why, as its release says it."""
    for chosen, value in maps:
        if value.figures.rows[0].cells.get("ratio") is HIDDEN:
            yield f"{_name(chosen, value)}: {value.headline}"


def _chart(prefix: str, maps: Sequence[Told]) -> str:
    groups = []
    for chosen, value in maps:
        figures = [value.figures.rows[0].cells.get(key) for key in ("ratio_low", "ratio", "ratio_high")]
        if all(map(is_shown, figures)):
            groups.append((_with_terms(chosen, value), *(Decimal(str(figure)) for figure in figures)))
    if len(groups) < 2:
        return ""
    return value_charts.side_by_side(groups, unit="for each £1 put in", title="Value", id_prefix=prefix)
