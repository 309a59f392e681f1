"""Boxes that are told apart without colour, full, empty or hatched; and the lines that they stand on."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from survey.reports import palette

_STEP = 5.0


@dataclass(frozen=True)
class Scale:
    """Where a figure stands on the paper: `lowest` and `highest` are the ends of what is drawn."""

    left: float
    right: float
    lowest: Decimal
    highest: Decimal

    def at(self, figure: Decimal) -> float:
        """The place of a figure across the paper; all stand at the left where there is but one."""
        whole = self.highest - self.lowest
        share = float((figure - self.lowest) / whole) if whole else 0.0
        return self.left + share * (self.right - self.left)


def filled(x: float, y: float, long: float, tall: float) -> str:
    """A full box."""
    return _rect(x, y, long, tall, palette.NOW, palette.BEFORE)


def outlined(x: float, y: float, long: float, tall: float) -> str:
    """An empty box."""
    return _rect(x, y, long, tall, palette.PAPER, palette.INK)


def hatched(x: float, y: float, long: float, tall: float) -> str:
    """An outlined box with slanting strokes, which no printer takes for a full one."""
    path = "".join(_slants(x, y, long, tall))
    strokes = f'<path d="{path}" stroke="{palette.INK}" stroke-width="1.1"/>' if path else ""
    return outlined(x, y, long, tall) + strokes


def upright(x: float, top: float, bottom: float, *, dashed: bool = False) -> str:
    """A line from top to bottom, such as that of nought."""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    path = f"M{x:.1f},{top:.1f}V{bottom:.1f}"
    return f'<path d="{path}" stroke="{palette.INK}" stroke-width="1.2"{dashes}/>'


def whisker(low: float, high: float, middle: float, tall: float) -> str:
    """A line from low to high with a stop at each end; white under it keeps it clear on a full box."""
    half = tall / 2
    ends = f"M{low:.1f},{middle - half:.1f}v{tall:g}M{high:.1f},{middle - half:.1f}v{tall:g}"
    path = f"M{low:.1f},{middle:.1f}H{high:.1f}{ends}"
    return (
        f'<path d="{path}" fill="none" stroke="{palette.PAPER}" stroke-width="4.4"/>'
        f'<path d="{path}" fill="none" stroke="{palette.INK}" stroke-width="1.8"/>'
    )


def _rect(x: float, y: float, long: float, tall: float, fill: str, edge: str) -> str:
    return (
        f'<rect x="{x:.2f}" y="{y:.1f}" width="{long:.2f}" height="{tall:g}" fill="{fill}"'
        f' stroke="{edge}" stroke-width="1"/>'
    )


def _slants(x: float, y: float, long: float, tall: float) -> Iterator[str]:
    """Strokes that rise to the right, cut where the box ends."""
    foot = x + _STEP - tall
    while foot < x + long:
        start, end = max(foot, x), min(foot + tall, x + long)
        if end - start > 0.5:
            yield f"M{start:.1f},{y + tall - (start - foot):.1f}L{end:.1f},{y + tall - (end - foot):.1f}"
        foot += _STEP
