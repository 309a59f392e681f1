"""Charts of value: to whom it falls, in which years, side by side. Bars lie, so that long names fit."""

from collections.abc import Sequence
from decimal import Decimal

from survey.analysis.money import pounds
from survey.reports import palette, value_sentences
from survey.reports.lettering import label, svg, width, wrap
from survey.reports.strokes import Scale, filled, hatched, outlined, upright, whisker
from survey.reports.value_sentences import Ranged, ranged

_WIDE, _NAME, _SMALL = 300.0, 15.0, 13.0
_LINE, _TALL, _GAP = 19.0, 18.0, 16.0
# More years than these are drawn without words: the table beside them has every figure.
MOST_WORDED = 10
NOUGHT = Decimal(0)


def distribution(
    shares: Sequence[tuple[str, Decimal]], *, title: str, id_prefix: str = "distribution"
) -> str:
    """Money by stakeholder as SVG text; what is below nought is hatched, to the left of the nought line."""
    values = [value for _, value in shares]
    scale = _about_nought(values, max((_small(pounds(value)) for value in values), default=0))
    body, y = "", 0.0
    for name, value in shares:
        words, y = _name(name, y)
        body += words + _bar(value, y, scale) + _nought(y, scale)
        body += label(max(scale.at(value), scale.at(NOUGHT)) + 6, y + 14, pounds(value), _SMALL)
        y += _TALL + _GAP
    return _framed(y, f"{title}. {value_sentences.of_distribution(shares)}", body, "distribution", id_prefix)


def yearly(years: Sequence[tuple[str, Decimal, Decimal]], *, title: str, id_prefix: str = "yearly") -> str:
    """Year by year as SVG text: an outline for the value in that year, filled as far as it is worth today."""
    worded = len(years) <= MOST_WORDED
    left = 0.0 if worded else max(width(name, _SMALL) for name, *_ in years) + 8
    scale = _about_nought([value for _, *both in years for value in both], 0, left)
    lost = ((hatched, "Below nought"),) if any(present < 0 for *_, present in years) else ()
    body, y = _legend((outlined, "In that year"), (filled, "Worth today"), *lost)
    gap = _GAP
    for name, value, present in years:
        words, y = _year(name, value, present, y) if worded else (label(0, y + 11, name, _SMALL), y)
        tall, gap = (_TALL, _GAP) if worded else (13.0, 5.0)
        body += words + _box(outlined, value, y, scale, tall) + _bar(present, y, scale, tall)
        body += _nought(y, scale, tall)
        y += tall + gap
    return _framed(y - gap + _GAP, f"{title}. {value_sentences.of_years(years)}", body, "yearly", id_prefix)


def side_by_side(groups: Sequence[Ranged], *, unit: str, title: str, id_prefix: str = "side-by-side") -> str:
    """A figure of each group as SVG text, and its range as a line with two ends where it is known.

    `unit` is "per cent" (62 is 62 per cent), "pounds", "ratio", or a word that stands behind the figure.
    """
    scale = _about_nought([value for _, *three in groups for value in three if value is not None], 0)
    body, y = "", 0.0
    for group in groups:
        name, low, base, high = group
        words, y = _name(name, y)
        figure, y = _lines(ranged(group, unit), y - 2)
        body += words + figure
        body += _bar(base, y, scale)
        if low is not None and high is not None:
            body += whisker(scale.at(low), scale.at(high), y + _TALL / 2, 10)
        body += _nought(y, scale)
        y += _TALL + _GAP
    return _framed(y, f"{title}. {value_sentences.of_groups(groups, unit)}", body, "side-by-side", id_prefix)


def _framed(y: float, title: str, body: str, kind: str, id_prefix: str) -> str:
    inked = f'<g fill="{palette.INK}">{body}</g>'
    return svg((_WIDE, max(y - _GAP + 6, 20)), title, inked, kind, id_prefix=id_prefix)


def _about_nought(values: Sequence[Decimal], after: float, left: float = 0.0) -> Scale:
    """Nought is always on the paper, and so is room for words `after` the longest bar."""
    lowest, highest = min((*values, NOUGHT)), max((*values, NOUGHT))
    right = _WIDE - 2 - (after + 6 if after else 0)
    # Words of what is below nought stand to the right of its line, which leaves them the same room.
    return Scale(left + 2, right, lowest, highest)


def _name(name: str, y: float) -> tuple[str, float]:
    """The name over its bar, in as many lines as it takes, and where the bar begins."""
    lines = wrap(name, _NAME * 1.12, _WIDE)
    words = "".join(
        label(0, y + 14 + place * _LINE, line, _NAME, font_weight="700") for place, line in enumerate(lines)
    )
    return words, y + len(lines) * _LINE + 2


def _year(name: str, value: Decimal, present: Decimal, y: float) -> tuple[str, float]:
    said = f"{pounds(value)}; today {pounds(present)}"
    words, below = _name(name, y)
    if width(name, _NAME * 1.12) + _small(said) + 10 <= _WIDE:
        return words + label(_WIDE, y + 14, said, _SMALL, text_anchor="end"), below
    figure, below = _lines(said, below - 4)
    return words + figure, below


def _lines(words: str, y: float) -> tuple[str, float]:
    """Words under a name, and where its bar begins."""
    lines = wrap(words, _SMALL, _WIDE)
    written = (label(0, y + 12 + place * 17, line, _SMALL) for place, line in enumerate(lines))
    return "".join(written), y + len(lines) * 17 + 3


def _bar(value: Decimal, y: float, scale: Scale, tall: float = _TALL) -> str:
    return _box(hatched if value < 0 else filled, value, y, scale, tall)


def _nought(y: float, scale: Scale, tall: float = _TALL) -> str:
    return upright(scale.at(NOUGHT), y - 3, y + tall + 3)


def _box(shape, value: Decimal, y: float, scale: Scale, tall: float) -> str:
    start, end = sorted((scale.at(NOUGHT), scale.at(value)))
    return shape(start, y, end - start, tall)


def _legend(*kinds) -> tuple[str, float]:
    """A small box and its word for each thing drawn."""
    parts, x, y = [], 1.0, 0.0
    for shape, word in kinds:
        if x > 1 and x + 25 + _small(word) > _WIDE:
            x, y = 1.0, y + _LINE
        parts.append(shape(x, y + 3, 18, 13) + label(x + 25, y + 14.5, word, _SMALL))
        x += 25 + _small(word) + 14
    return "".join(parts), y + 30.0


def _small(words: str) -> float:
    return width(words, _SMALL)
