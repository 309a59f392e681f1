"""How wide a sheet's columns are, how high its rows, and how it falls on pages of A4."""

import math
import textwrap
from collections.abc import Sequence

from survey.reports.grids import Cell, Grid, Sheet

LINE = 15
NARROWEST, WIDEST, WIDEST_FIGURES = 11, 44, 18
# Points of a landscape page of A4 within our margins, header and footer aside.
PAGE_WIDTH, PAGE_HEIGHT = 725, 490
LEAST_SCALE, LARGEST_SCALE = 40, 85


def widths(sheet: Sheet) -> tuple[int, ...]:
    """How wide each column is, in letters: as asked for, or what its cells and headings need."""
    columns = max(grid.width for grid in sheet.grids)
    fitting = [max(_needed(grid, place, sheet.raw) for grid in sheet.grids) for place in range(columns)]
    return (*sheet.widths, *fitting[len(sheet.widths) :])


def height(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many points a row needs so that the longest of its cells, wrapped, can be read."""
    texts = ((cell, width) for cell, width in zip(cells, widths, strict=False) if isinstance(cell, str))
    return LINE * max((_lines(text, width) for text, width in texts), default=1)


def scale(widths: Sequence[int]) -> int:
    """At how many per cent the columns fit on one page."""
    points = sum(0.75 * (7 * width + 5) for width in widths)
    return max(LEAST_SCALE, min(LARGEST_SCALE, math.floor(100 * PAGE_WIDTH / points)))


def page_breaks(top: float, blocks: Sequence[tuple[int, float]], per_cent: int) -> list[int]:
    """Before which rows to begin a new page, so that no block is cut that fits on one.

    `top` is the height of what every page repeats; a block is its first row and its height.
    """
    room = 100 * PAGE_HEIGHT / per_cent - top
    breaks, used = [], 0.0
    for row, high in blocks:
        if used and used % room + high > room:
            breaks.append(row)
            used = 0.0
        used += high
    return breaks


def is_of_figures(grid: Grid, place: int) -> bool:
    """Whether a column holds figures, which stand to the right."""
    return place < len(grid.formats) and bool(grid.formats[place])


def _needed(grid: Grid, place: int, raw: bool) -> int:
    heading = grid.headings[place] if place < len(grid.headings) else ""
    word = max((len(word) for word in heading.split()), default=0)
    if is_of_figures(grid, place):
        return min(max(word + 3, NARROWEST, math.ceil(len(heading) / 3) + 3), max(word + 3, WIDEST_FIGURES))
    cells = [row[place] for row in grid.rows if place < len(row)]
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    # A button for the filter stands in every heading of a raw sheet.
    return min(max(longest + 2, word + (5 if raw else 2), NARROWEST), WIDEST)


def _lines(text: str, width: float) -> int:
    # Columns are measured in figures, and letters are a little narrower.
    return sum(max(1, len(textwrap.wrap(line, max(1, int(1.08 * width))))) for line in text.split("\n"))
