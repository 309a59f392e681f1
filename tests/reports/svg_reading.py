"""Reading our own SVG back: paths as points, areas, and the words with their places."""

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def paths(svg: str, kind: str) -> list[str]:
    return [path.get("d") for path in parsed(svg).iter(f"{SVG}path") if path.get("class") == kind]


def texts(svg: str) -> list[ElementTree.Element]:
    return list(parsed(svg).iter(f"{SVG}text"))


def words(svg: str) -> list[str]:
    return [text.text for text in texts(svg)]


def title(svg: str) -> str:
    return parsed(svg).find(f"{SVG}title").text


def area(path: str, steps: int = 60) -> float:
    """The area inside a closed path of cubic curves, by the shoelace over many points."""
    points = outline(path, steps)
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x * y2 - x2 * y for (x, y), (x2, y2) in pairs)) / 2


def outline(path: str, steps: int = 40) -> list[tuple[float, float]]:
    start, *curves = re.findall(r"[MC]([^MCZ]+)", path)
    here, found = _points(start)[0], []
    for curve in curves:
        corners = [here, *_points(curve)]
        found += [_at(corners, step / steps) for step in range(steps)]
        here = corners[-1]
    return found


def _points(text: str) -> list[tuple[float, float]]:
    return [tuple(float(number) for number in pair.split(",")) for pair in text.split()]


def _at(corners: list[tuple[float, float]], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return tuple(sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
