"""The tornado: how far the ratio moves when one figure alone is low or high, the widest on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from survey.analysis.money import ratio
from survey.reports import palette, value_sentences
from survey.reports.lettering import label, svg, width, wrap
from survey.reports.strokes import Scale, filled, hatched, upright

_WIDE, _NAME, _SMALL = 300.0, 15.0, 13.0
_LINE, _TALL, _GAP = 17.0, 18.0, 20.0
EVEN = Decimal(1)


@dataclass(frozen=True)
class Bar:
    """One figure: what it is, how its low and its high read, and the ratio with each of them."""

    label: str
    low_text: str
    high_text: str
    ratio_low: Decimal
    ratio_high: Decimal


def tornado(bars: Sequence[Bar], base: Decimal, *, title: str, id_prefix: str = "tornado") -> str:
    """The picture as SVG text: hatched with the low figure, full with the high one."""
    ratios = [base, *(each for bar in bars for each in (bar.ratio_low, bar.ratio_high))]
    scale = Scale(2, _WIDE - 2, min(ratios), max(ratios))
    body, y = _legend(scale, base)
    for bar in bars:
        lines, y = _words(bar, y)
        body += lines + _halves(bar, base, y, scale) + _marks(y, scale, base)
        y += _TALL + _GAP
    said = value_sentences.of_tornado([(bar.label, bar.ratio_low, bar.ratio_high) for bar in bars], base)
    inked = f'<g fill="{palette.INK}">{body}</g>'
    return svg((_WIDE, y - _GAP + 8), f"{title}. {said}", inked, "tornado", id_prefix=id_prefix)


def _legend(scale: Scale, base: Decimal) -> tuple[str, float]:
    """What hatched and filled mean, and which ratio each upright line is."""
    parts = label(26, 14.5, "With the low figure", _SMALL) + hatched(1, 3, 18, 13)
    parts += label(26, 34.5, "With the high figure", _SMALL) + filled(1, 23, 18, 13)
    parts += label(26, 54.5, f"The ratio as it is, {ratio(base)}", _SMALL) + upright(10, 42, 58)
    if not scale.lowest < EVEN < scale.highest:
        return parts, 70.0
    parts += label(26, 74.5, "A ratio of 1: worth what was put in", _SMALL)
    return parts + upright(10, 62, 78, dashed=True), 90.0


def _words(bar: Bar, y: float) -> tuple[str, float]:
    """The name over its bar, then the ends in the order in which they lie; and where the bar begins."""
    body, low, high = "", (bar.ratio_low, bar.low_text), (bar.ratio_high, bar.high_text)
    for line in wrap(bar.label, _NAME * 1.12, _WIDE):
        body += label(0, y + 14, line, _NAME, font_weight="700")
        y += _LINE + 2
    left, right = (f"{words}: {ratio(value)}" for value, words in sorted((low, high), key=lambda end: end[0]))
    if width(left, _SMALL) + width(right, _SMALL) + 14 <= _WIDE:
        ends = label(0, y + 11, left, _SMALL) + label(_WIDE, y + 11, right, _SMALL, text_anchor="end")
        return body + ends, y + _LINE + 5
    for words, start, way in ((left, 0.0, "start"), (right, _WIDE, "end")):
        for line in wrap(words, _SMALL, _WIDE):
            body += label(start, y + 11, line, _SMALL, text_anchor=way)
            y += _LINE
    return body, y + 5


def _halves(bar: Bar, base: Decimal, y: float, scale: Scale) -> str:
    """The low and the high half; one above the other where both lie on the same side of the ratio."""
    overlap = (bar.ratio_low - base) * (bar.ratio_high - base) > 0
    tall = _TALL / 2 if overlap else _TALL
    return _half(hatched, bar.ratio_low, base, y, scale, tall) + _half(
        filled, bar.ratio_high, base, y + (tall if overlap else 0), scale, tall
    )


def _half(shape, end: Decimal, base: Decimal, y: float, scale: Scale, tall: float) -> str:
    start, stop = sorted((scale.at(base), scale.at(end)))
    return shape(start, y, stop - start, tall)


def _marks(y: float, scale: Scale, base: Decimal) -> str:
    """The ratio as it is, and a ratio of 1 where it lies within."""
    marks = upright(scale.at(base), y - 4, y + _TALL + 4)
    if not scale.lowest < EVEN < scale.highest:
        return marks
    return marks + upright(scale.at(EVEN), y - 4, y + _TALL + 4, dashed=True)
