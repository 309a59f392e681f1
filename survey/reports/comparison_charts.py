"""One outcome of several releases as a picture: what each of them shows, and how sure it is."""

from collections.abc import Sequence
from decimal import Decimal

from survey.analysis.definitions import DEFINITIONS
from survey.analysis.side_by_side import released_cell
from survey.analysis.tables import is_shown
from survey.reports import value_charts
from survey.reports.comparison_sides import Chosen


def chart(prefix: str, name: str, outcome: str, definition: str, sides: Sequence[tuple[str, Chosen]]) -> str:
    """SVG text with a bar for each side, by its name, that shows a figure; empty where fewer than two do."""
    groups = []
    for whose, chosen in sides:
        if is_shown(value := released_cell((chosen.change, outcome, definition))):
            low, high = _range(chosen, outcome, definition)
            groups.append((whose, low, Decimal(str(value)), high))
    if len(groups) < 2:
        return ""
    title = f"{name}, {DEFINITIONS[definition].name}"
    return value_charts.side_by_side(groups, unit="per cent", title=title, id_prefix=prefix)


def _range(chosen: Chosen, outcome: str, definition: str) -> tuple[Decimal | None, Decimal | None]:
    """The 95 per cent interval, which a release tells of the whole and of its headline definition."""
    if chosen.part or definition != chosen.findings.headline_key:
        return None, None
    ends = [released_cell((chosen.findings.statistics, outcome, end)) for end in ("low", "high")]
    if not all(map(is_shown, ends)):
        return None, None
    return tuple(Decimal(str(end)) for end in ends)
