"""What every chart keeps, whatever is drawn: words inside the paper, large enough, none over another."""

from survey.reports.lettering import width
from tests.reports.svg_reading import SVG, parsed, texts

# A phone of 360 pixels leaves 328 for a picture that is 300 units wide.
PHONE = 328 / 300
PAPER = 110 / 25.4 * 72 / 300


def check_words(svg: str) -> None:
    """No word is clipped, small on phone or paper, or written over another."""
    _, _, wide, tall = (float(number) for number in parsed(svg).get("viewBox").split())
    seen = []
    for text in texts(svg):
        size, y = float(text.get("font-size")), float(text.get("y"))
        start, end = _ends(text, size)
        assert start >= -0.1 and end <= wide + 0.1, text.text
        assert size <= y + 4 and y <= tall, text.text
        assert size * min(PHONE, PAPER) >= 11, text.text
        seen.append((start, end, y - size * 0.75, y))
    for place, one in enumerate(seen):
        assert not any(_over(one, other) for other in seen[:place])
    assert len({text.get("font-size") for text in texts(svg)}) <= 2


def check_boxes(svg: str) -> None:
    """No box leaves the paper, and none covers a word."""
    _, _, wide, tall = (float(number) for number in parsed(svg).get("viewBox").split())
    lines = [(*_ends(text, float(text.get("font-size"))), float(text.get("y"))) for text in texts(svg)]
    for x, y, long, high in boxes(svg):
        assert x >= 0 and x + long <= wide + 0.01 and y + high <= tall
        assert not any(
            _over((x, x + long, y, y + high), (start, end, base - 8, base)) for start, end, base in lines
        )


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    rects = parsed(svg).iter(f"{SVG}rect")
    return [tuple(float(box.get(name)) for name in ("x", "y", "width", "height")) for box in rects]


def _ends(text, size: float) -> tuple[float, float]:
    x, long = float(text.get("x")), width(text.text or "", size)
    start = x - long * {"end": 1, "middle": 0.5}.get(text.get("text-anchor"), 0)
    return start, start + long


def _over(one, other) -> bool:
    across = min(one[1], other[1]) - max(one[0], other[0]) > 0.5
    return across and min(one[3], other[3]) - max(one[2], other[2]) > 0.5
