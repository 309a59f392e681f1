"""Releases side by side: what the guard lets stand there, in tables made of released cells alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey.analysis.compared import Asked, Side
from survey.analysis.comparison import Verdict, guard
from survey.analysis.definitions import DEFINITIONS
from survey.analysis.disclosure import SafeTable
from survey.analysis.side_by_side import Source, laid_together, released_cell
from survey.analysis.tables import ORGANISATIONS, Column
from survey.analysis.wording import capitalised
from survey.reports.comparison_charts import chart
from survey.reports.comparison_notes import OF_DUE, notes, of_cells, tells_due
from survey.reports.comparison_sides import Chosen, side
from survey.reports.comparison_value import ValueBeside, value_beside

OF_CHANGE = (
    Column("n_pairs", "With both", "people"),
    Column("mean_before", "Before (mean)", "score"),
    Column("mean_after", "Now (mean)", "score"),
)
OF_IMPACT = (
    Column("deadweight", "Deadweight", "band", of=ORGANISATIONS),
    Column("attribution_to_others", "Attribution to others", "band", of=ORGANISATIONS),
    Column("share_from", "Programme’s share, from", "per cent"),
    Column("share_to", "Programme’s share, to", "per cent"),
)


@dataclass(frozen=True)
class OutcomeBeside:
    """One outcome in every release that asks about it; no chart where fewer than two show it."""

    id: str
    name: str
    table: SafeTable
    chart: str


@dataclass(frozen=True)
class Compared:
    """`overview` is None where no outcome can stand side by side."""

    sides: tuple[Side, ...]
    verdict: Verdict
    overview: SafeTable | None
    outcomes: tuple[OutcomeBeside, ...]
    value: ValueBeside | None = None


def compare(chosen: Sequence[Chosen], wanted: str | None = None) -> Compared:
    """Releases side by side, by one definition of percentage change. Raises ValueError for fewer than two."""
    sides = tuple(side(each, name) for each, name in zip(chosen, _names(chosen), strict=True))
    verdict = guard(sides, wanted)
    pairs = list(zip(chosen, sides, strict=True))
    return Compared(
        sides=sides,
        verdict=verdict,
        overview=_overview(pairs, verdict) if verdict.outcomes else None,
        outcomes=tuple(
            _beside(place, outcome, pairs, verdict.definition)
            for place, outcome in enumerate(verdict.outcomes)
        ),
        value=value_beside(chosen),
    )


def _names(chosen: Sequence[Chosen]) -> list[str]:
    """A name for each; two that are called the same are numbered."""
    names = [each.name for each in chosen]
    return [
        name if names.count(name) == 1 else f"{name} ({names[:place].count(name) + 1})"
        for place, name in enumerate(names)
    ]


def _asked(outcome: str, pairs: Sequence[tuple[Chosen, Side]]) -> Asked:
    return next(side.outcomes[outcome] for _, side in pairs if outcome in side.outcomes)


def _called(asked: Asked) -> str:
    name = capitalised(asked.name)
    return f"{name} (lower is better)" if asked.better == "lower" else name


def _overview(pairs: Sequence[tuple[Chosen, Side]], verdict: Verdict) -> SafeTable:
    definition = verdict.definition
    columns, rows = [], []
    for place, (_, each) in enumerate(pairs):
        columns += [
            Column(f"n_{place}", f"{each.name}: with both", "people"),
            Column(f"change_{place}", f"{each.name}: change", "per cent"),
        ]
    for outcome in verdict.outcomes:
        cells: dict[str, Source] = {}
        for place, (chosen, _) in enumerate(pairs):
            cells[f"n_{place}"] = (chosen.change, outcome, "n_pairs")
            cells[f"change_{place}"] = (chosen.change, outcome, definition)
        rows.append((outcome, _called(_asked(outcome, pairs)), cells))
    caption = f"{capitalised(DEFINITIONS[definition].name)}, side by side"
    shown = [released_cell(cell) for *_, cells in rows for cell in cells.values()]
    return laid_together("overview", caption, "Outcome", columns, rows, tuple(of_cells(shown)))


def _beside(place: int, outcome: str, pairs: Sequence[tuple[Chosen, Side]], definition: str) -> OutcomeBeside:
    asked = _asked(outcome, pairs)
    change = Column(definition, capitalised(DEFINITIONS[definition].name), "per cent")
    rows = [
        (str(number), each.name, _cells(chosen, outcome, definition))
        for number, (chosen, each) in enumerate(pairs)
        if outcome in each.outcomes
    ]
    told = {key for *_, cells in rows for key, cell in cells.items() if released_cell(cell) is not None} | {
        definition
    }
    columns = [column for column in (*OF_CHANGE, change, *OF_IMPACT) if column.key in told]
    # What nobody tells has no column.
    rows = [(*named, {key: cells[key] for key in cells if key in told}) for *named, cells in rows]
    caption = f"{_called(asked)}: “{asked.question}”"
    asking = [(chosen, each) for chosen, each in pairs if outcome in each.outcomes]
    said = notes(outcome, asking, definition, _shown(outcome, asking, rows))
    table = laid_together(f"beside_{place}", caption, "Release", columns, rows, said)
    sides = [(each.name, chosen) for chosen, each in asking]
    drawn = chart(f"beside-{place}", _called(asked), outcome, definition, sides)
    return OutcomeBeside(outcome, asked.name, table, drawn)


def _shown(
    outcome: str, asking: Sequence[tuple[Chosen, Side]], rows: Sequence[tuple[str, str, dict]]
) -> list[object]:
    """The cells of a table, but for those of impact where a side tells nothing of it: that is said apart."""
    return [
        released_cell(cell)
        for (chosen, _), (*_, cells) in zip(asking, rows, strict=True)
        for key, cell in cells.items()
        if key not in OF_DUE or tells_due(outcome, chosen)
    ]


def _cells(chosen: Chosen, outcome: str, definition: str) -> dict[str, Source | None]:
    impact = chosen.findings.impact
    # What is due to the programme is told of the whole only.
    due = impact.change if impact and not chosen.part else None
    return {
        **{column.key: (chosen.change, outcome, column.key) for column in OF_CHANGE},
        definition: (chosen.change, outcome, definition),
        **{column.key: (due, outcome, column.key) if due else None for column in OF_IMPACT},
    }
