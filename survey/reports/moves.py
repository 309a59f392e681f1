"""The smallest bar: how many people got worse, stayed the same, improved; for a row of a table."""

from survey.reports import palette
from survey.reports.lettering import svg

_WIDE, _TALL = 96.0, 14.0


def moves_bar(improved: int, same: int, worse: int, *, title: str = "") -> str:
    """The picture as SVG text, the good end on the right; nobody at all gives an empty frame."""
    title = title or f"{improved} improved, {same} same, {worse} worse"
    everybody = improved + same + worse
    body, x = _rect(0, _WIDE, palette.PAPER), 0.0
    for count, colour in ((worse, palette.PAPER), (same, palette.YLORBR[2]), (improved, palette.NOW)):
        if count:
            long = _WIDE * count / everybody
            body += _rect(x, long, colour)
            body += _strokes(x, long) if colour == palette.PAPER else ""
            x += long
    return svg((_WIDE + 1, _TALL + 1), title, body, "moves")


def _rect(x: float, long: float, colour: str) -> str:
    return (
        f'<rect x="{x + 0.5:.2f}" y=".5" width="{long:.2f}" height="{_TALL:g}" fill="{colour}"'
        f' stroke="{palette.INK}" stroke-width=".7"/>'
    )


def _strokes(x: float, long: float) -> str:
    """Hatching, so that worse is told from the rest without colour."""
    places = (x + 3.5 + 4 * step for step in range(int((long - 2) // 4)))
    path = "".join(f"M{place:.1f},2.5v{_TALL - 4:g}" for place in places)
    return f'<path d="{path}" stroke="{palette.INK}" stroke-width="1.2"/>' if path else ""
