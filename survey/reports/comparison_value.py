"""The value maps of releases side by side: their ratios as they were told, where the guard lets them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from survey.analysis import comparison_value
from survey.analysis.comparison_labels import Label
from survey.analysis.comparison_value import ValueSide
from survey.analysis.disclosure import SafeTable
from survey.analysis.side_by_side import laid_together
from survey.analysis.tables import is_shown
from survey.records.change import BEFORE_KINDS
from survey.reports import value_charts, value_words
from survey.reports.comparison_sides import Chosen, named
from survey.reports.released_value import ReleasedValue


@dataclass(frozen=True)
class ValueBeside:
    """Ratios side by side; no table where they are refused, no chart where fewer than two are shown."""

    refusals: tuple[str, ...]
    labels: tuple[Label, ...]
    table: SafeTable | None
    chart: str


def value_beside(chosen: Sequence[Chosen]) -> ValueBeside | None:
    """All value maps of what was chosen; None where there are fewer than two."""
    maps = list(_maps(chosen))
    if len(maps) < 2:
        return None
    sides = [_side(each, value) for each, value in maps]
    refused = comparison_value.refusals(sides)
    return ValueBeside(
        refusals=refused,
        labels=comparison_value.labels(sides),
        table=None if refused else _table(maps),
        chart="" if refused else _chart(maps),
    )


def _maps(chosen: Sequence[Chosen]) -> Iterator[tuple[Chosen, ReleasedValue]]:
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
    return ValueSide(
        name=_name(chosen, value),
        before=BEFORE_KINDS[chosen.findings.before_kind],
        settings=dict(value.settings),
        proxies=frozenset(words for _, words in value.proxies),
    )


def _name(chosen: Chosen, value: ReleasedValue) -> str:
    return f"{chosen.whose}, {value.name}"


def _table(maps: Sequence[tuple[Chosen, ReleasedValue]]) -> SafeTable:
    columns = maps[0][1].figures.columns
    rows = [
        (
            str(place),
            _name(chosen, value),
            {column.key: (value.figures, value.figures.rows[0].key, column.key) for column in columns},
        )
        for place, (chosen, value) in enumerate(maps)
    ]
    return laid_together("value_beside", "Ratios, side by side", "Value map", columns, rows)


def _chart(maps: Sequence[tuple[Chosen, ReleasedValue]]) -> str:
    groups = []
    for chosen, value in maps:
        figures = [value.figures.rows[0].cells.get(key) for key in ("ratio_low", "ratio", "ratio_high")]
        if all(map(is_shown, figures)):
            groups.append((_name(chosen, value), *(Decimal(str(figure)) for figure in figures)))
    if len(groups) < 2:
        return ""
    return value_charts.side_by_side(
        groups, unit="for each £1 put in", title="Value", id_prefix="value-beside"
    )
