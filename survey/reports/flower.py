"""The flower: a petal for each outcome, filled as far as the outcome is towards its good end."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey.reports import palette
from survey.reports.lettering import label, svg, width, wrap
from survey.reports.petals import Corolla

_WIDE, _SIZE, _LINE = 300.0, 15.0, 18.0
_COLUMN, _INDENT = 150.0, 25.0
_CENTRE, _HEART, _LENGTH, _RIM = (150.0, 146.0), 12.0, 108.0, 132.0


@dataclass(frozen=True)
class Petal:
    """An outcome: how far towards its good end, 0 to 1; None where it was not answered."""

    name: str
    before: float | None
    now: float | None


@dataclass(frozen=True)
class Words:
    """The few words inside a flower, so that a page can give them in the reader's language."""

    before: str = "Before"
    now: str = "Now"
    whole: str = "Best possible"
    no_before: str = "no answer for before"
    no_now: str = "no answer for now"
    no_answer: str = "no answer"


def flower(
    petals: Sequence[Petal],
    title: str,
    description: str = "",
    *,
    id_prefix: str = "flower",
    words: Words | None = None,
    key: bool = True,
) -> str:
    """The picture as SVG text; the title says what it shows, to those who cannot see it.

    Without the key, the numbers of the petals have to stand in a table beside it.
    """
    if not 1 <= len(petals) <= 16:
        raise ValueError(f"A flower has 1 to 16 petals, not {len(petals)}")
    words = words or Words()
    corolla = Corolla(len(petals), _CENTRE, _HEART, _LENGTH)
    drawn = "".join(_petal(corolla, place, petal) for place, petal in enumerate(petals))
    legend, line = _legend(petals, 2 * _CENTRE[1] + 20, words)
    names, bottom = _key(petals, line + 30, words) if key else ("", line + 8)
    body = f'{_heart()}{drawn}<g fill="{palette.INK}">{legend}{names}</g>'
    size = (_WIDE, bottom)
    return svg(size, title, body, "flower", id_prefix=id_prefix, description=description)


def _heart() -> str:
    x, y = _CENTRE
    return f'<circle cx="{x:g}" cy="{y:g}" r="7" fill="{palette.HEART}"/>'


def _petal(corolla: Corolla, place: int, petal: Petal) -> str:
    answered = petal.before is not None or petal.now is not None
    parts = [_whole(corolla.outline(place, 1), answered)]
    if petal.now is not None:
        parts.append(_filled(corolla.outline(place, petal.now)))
    if petal.before is not None:
        parts.append(_outlined(corolla.outline(place, petal.before)))
    parts.append(_seeds(corolla.place(place, 0, 0), petal))
    x, y = corolla.place(place, 0, _RIM - _HEART)
    number = {"text_anchor": "middle", "font_weight": "700", "fill": palette.INK}
    return "".join(parts) + label(x, y + _SIZE * 0.36, str(place + 1), _SIZE, **number)


def _whole(path: str, answered: bool = True) -> str:
    fill, dashes = (palette.WHOLE, "") if answered else ("none", ' stroke-dasharray="1 3"')
    return f'<path d="{path}" fill="{fill}" stroke="{palette.WHOLE_EDGE}" stroke-width=".6"{dashes}/>'


def _filled(path: str) -> str:
    return f'<path class="now" d="{path}" fill="{palette.NOW}"/>'


def _outlined(path: str) -> str:
    # A white line under the dark one keeps the outline clear on any fill, in greys too.
    return (
        f'<path d="{path}" fill="none" stroke="{palette.PAPER}" stroke-width="3.6"/>'
        f'<path class="before" d="{path}" fill="none" stroke="{palette.BEFORE}" stroke-width="1.8"/>'
    )


def _seeds(foot: tuple[float, float], petal: Petal) -> str:
    """Nothing has no area: a dot for a now of 0, a ring for a before of 0, at the petal's foot."""
    at = f'cx="{foot[0]:.1f}" cy="{foot[1]:.1f}"'
    dot = f'<circle {at} r="2.6" fill="{palette.NOW}"/>' if petal.now == 0 else ""
    ring = f'<circle {at} r="3.2" fill="none" stroke="{palette.BEFORE}" stroke-width="1.6"/>'
    return dot + (ring if petal.before == 0 else "")


def _legend(petals: Sequence[Petal], top: float, words: Words) -> tuple[str, float]:
    """A small petal and its word for each thing drawn, over as many lines as it takes; and where it ends."""
    parts, x, y = [], 2.0, top
    drawn = [(_whole, words.whole)]
    if any(petal.now is not None for petal in petals):
        drawn.insert(0, (_filled, words.now))
    if any(petal.before is not None for petal in petals):
        drawn.insert(0, (_outlined, words.before))
    for shape, word in drawn:
        room = 21 + width(word, _SIZE)
        if x > 2 and x + room > _WIDE:
            x, y = 2.0, y + _LINE + 4
        path = Corolla(8, (x, y - 5), 0, 17).outline(2, 1)
        parts.append(shape(path) + label(x + 21, y, word, _SIZE))
        x += room + 9
    return "".join(parts), y


def _key(petals: Sequence[Petal], top: float, words: Words) -> tuple[str, float]:
    """Which number is which outcome, in two columns; and where the key ends."""
    parts, tall = [], (len(petals) + 1) // 2
    bottoms = []
    for column, start in enumerate((0, tall)):
        y, left = top, column * _COLUMN
        for place, petal in list(enumerate(petals, start=1))[start : start + tall]:
            parts.append(_number(left, y, place))
            for line in _lines(petal, words):
                parts.append(label(left + _INDENT, y, line, _SIZE))
                y += _LINE
            y += 4
        bottoms.append(y)
    return "".join(parts), max(bottoms) - _LINE + 6


def _number(left: float, y: float, place: int) -> str:
    return label(left + 19, y, str(place), _SIZE, text_anchor="end", font_weight="700")


def _lines(petal: Petal, words: Words) -> list[str]:
    missing = {
        (True, True): words.no_answer,
        (True, False): words.no_before,
        (False, True): words.no_now,
    }.get((petal.before is None, petal.now is None))
    text = f"{petal.name} ({missing})" if missing else petal.name
    return wrap(text, _SIZE, _COLUMN - _INDENT - 4)
