"""Bars: how many people gave each answer, before and now, about the middle of the scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey.reports import palette
from survey.reports.lettering import label, svg, width, wrap

_WIDE, _NAME, _SMALL = 300.0, 15.0, 13.0
_LEFT, _TALL, _GAP = 58.0, 21.0, 3.0


@dataclass(frozen=True)
class Answers:
    """How many people gave each answer to one outcome, from the worst answer to the best."""

    name: str
    before: Sequence[int]
    now: Sequence[int]


@dataclass(frozen=True)
class BarWords:
    before: str = "Before"
    now: str = "Now"
    worst: str = "Worst answer"
    best: str = "Best answer"
    nobody: str = "no answers"


@dataclass(frozen=True)
class _Plot:
    """Where the middle of the scale stands, and how wide everybody together would be."""

    middle: float
    everybody: float


def diverging(
    rows: Sequence[Answers],
    title: str,
    description: str = "",
    *,
    id_prefix: str = "answers",
    words: BarWords | None = None,
) -> str:
    """The picture as SVG text: two bars an outcome, the good end always on the right."""
    points = {len(counts) for row in rows for counts in (row.before, row.now)}
    if len(points) != 1:
        raise ValueError("Every bar of one picture needs the same number of points, and one at least")
    words, colours = words or BarWords(), palette.scale_colours(points.pop())
    plot = _plot(rows)
    body, y = _legend(colours, words)
    for row in rows:
        part, y = _outcome(row, y, plot, colours, words)
        body += part
    body = f'<g fill="{palette.INK}">{body}</g>'
    return svg((_WIDE, y - 20), title, body, "bars", id_prefix=id_prefix, description=description)


def spans(counts: Sequence[int]) -> list[tuple[float, float]]:
    """Where each answer's part starts and ends, in shares of all answers, from the scale's middle."""
    total, half = sum(counts), len(counts) / 2
    below = sum(_share_below(place, half) * count for place, count in enumerate(counts))
    parts, start = [], -float(below)
    for count in counts:
        parts.append((start / total, (start + count) / total))
        start += count
    return parts


def _share_below(place: int, half: float) -> float:
    """All of a worse answer lies left of the middle, half of the middle one, none of a better one."""
    return min(1.0, max(0.0, half - place))


def _plot(rows: Sequence[Answers]) -> _Plot:
    ends = [spans(counts) for row in rows for counts in (row.before, row.now) if sum(counts)]
    left = max((-parts[0][0] for parts in ends), default=0.5)
    right = max((parts[-1][1] for parts in ends), default=0.5)
    everybody = (_WIDE - _LEFT - 2) / (left + right)
    return _Plot(_LEFT + left * everybody, everybody)


def _legend(colours: Sequence[str], words: BarWords) -> tuple[str, float]:
    x = width(words.worst, _SMALL) + 8
    step = min(20.0, (_WIDE - x - width(words.best, _SMALL) - 8) / len(colours))
    swatches = "".join(_box(x + place * step, 3, step, 14, colour) for place, colour in enumerate(colours))
    after = label(x + step * len(colours) + 7, 14.5, words.best, _SMALL)
    return label(0, 14.5, words.worst, _SMALL) + swatches + after, 46.0


def _outcome(
    row: Answers, y: float, plot: _Plot, colours: Sequence[str], words: BarWords
) -> tuple[str, float]:
    parts = []
    for line in wrap(row.name, _NAME * 1.12, _WIDE):
        parts.append(label(0, y, line, _NAME, font_weight="700"))
        y += 19
    y -= 12
    for word, counts in ((words.before, row.before), (words.now, row.now)):
        parts.append(_middle(plot, y) + label(0, y + 15, word, _SMALL))
        parts.extend(_bar(counts, y, plot, colours, words.nobody))
        y += _TALL + _GAP
    return "".join(parts), y + 25


def _middle(plot: _Plot, y: float) -> str:
    """The middle of the scale, seen above and below the bar that hides the rest of it."""
    return f'<path d="M{plot.middle:.1f},{y - 2:.1f}v{_TALL + 4:g}" stroke="{palette.INK}"/>'


def _bar(counts: Sequence[int], y: float, plot: _Plot, colours: Sequence[str], nobody: str) -> Iterator[str]:
    if not sum(counts):
        yield label(_LEFT, y + 15, nobody, _SMALL, font_style="italic")
        return
    for (start, end), count, colour in zip(spans(counts), counts, colours, strict=True):
        x, long = plot.middle + start * plot.everybody, (end - start) * plot.everybody
        if count:
            yield _box(x, y, long, _TALL, colour)
        if count and long >= width(str(count), _SMALL):
            ink = {"fill": palette.ink_on(colour), "text_anchor": "middle"}
            yield label(x + long / 2, y + 15, str(count), _SMALL, **ink)


def _box(x: float, y: float, long: float, tall: float, colour: str) -> str:
    return (
        f'<rect x="{x:.2f}" y="{y:.1f}" width="{long:.2f}" height="{tall:g}" fill="{colour}"'
        f' stroke="{palette.WHOLE_EDGE}" stroke-width=".5"/>'
    )
