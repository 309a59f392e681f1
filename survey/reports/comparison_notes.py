"""What stands under a table of a comparison: in words, what is not told there, and why."""

from collections.abc import Iterable, Iterator, Sequence

from survey.analysis.compared import Side
from survey.analysis.comparison_labels import APART, DUE
from survey.analysis.side_by_side import released_cell
from survey.analysis.tables import HIDDEN, is_shown
from survey.analysis.wording import per_cent
from survey.reports.comparison_sides import LEVEL, Chosen, named

OF_DUE = ("deadweight", "attribution_to_others", "share_from", "share_to")
HIDES = (
    "Hidden: the figure stands on too few people or organisations, or such a figure could be worked out "
    "from it."
)
NO_FIGURE = (
    "A dash: there is no such figure. Nobody said or entered one, another covers it, or it cannot be "
    "worked out."
)
Pairs = Sequence[tuple[Chosen, Side]]


def notes(outcome: str, pairs: Pairs, definition: str, cells: Iterable[object]) -> tuple[str, ...]:
    """Of the sides that ask about an outcome; `cells` are those that their table shows of what they tell."""
    return (*_due(outcome, pairs), *of_cells(cells), *_levels(outcome, pairs, definition))


def of_cells(cells: Iterable[object]) -> Iterator[str]:
    """What "hidden" and a dash mean, where they stand."""
    cells = list(cells)
    if HIDDEN in cells:
        yield HIDES
    if None in cells:
        yield NO_FIGURE


def tells_due(outcome: str, chosen: Chosen) -> bool:
    """Whether a side tells how much of the change is due to the programme, be it hidden."""
    impact = chosen.findings.impact
    if chosen.part or not impact:
        return False
    return any(released_cell((impact.change, outcome, key)) is not None for key in OF_DUE)


def _due(outcome: str, pairs: Pairs) -> Iterator[str]:
    if areas := [side.name for _, side in pairs if side.is_area]:
        yield f"{DUE} are told of all areas together only, so not of {'; '.join(areas)}."
    for chosen, side in pairs:
        if not side.is_area and not tells_due(outcome, chosen):
            yield f"{side.name} says nothing of {DUE[:1].lower()}{DUE[1:]} for this outcome."


def _levels(outcome: str, pairs: Pairs, definition: str) -> Iterator[str]:
    """How far levels are apart in all areas of a release, for its areas, whose levels are not told."""
    for whose in dict.fromkeys(chosen.whose for chosen, side in pairs if side.is_area):
        areas = [(chosen, side) for chosen, side in pairs if side.is_area and chosen.whose == whose]
        told = _by_level(outcome, areas[0][0], definition)
        values = list(told.values())
        if len(values) > 1 and all(map(is_shown, values)) and max(values) - min(values) >= APART:
            said = " and ".join(f"{per_cent(value)} at {level}" for level, value in told.items())
            names = "; ".join(side.name for _, side in areas)
            yield (
                f"In all areas of {whose} the change is {said}. How many of each are in {names} is not told."
            )


def _by_level(outcome: str, chosen: Chosen, definition: str) -> dict[str, object]:
    tables = [table for table in chosen.findings.parts if LEVEL.fullmatch(table.name)]
    return {named(table): released_cell((table, outcome, definition)) for table in tables}
