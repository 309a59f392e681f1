"""Words on paper and in pictures: how wide they are, where they break, and how they are written safely."""

import re
import unicodedata
from html import escape

# No spaces after the commas: the PDF maker takes each name as it stands.
FONTS = "Atkinson Hyperlegible Next,system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif"

_RIGHT_TO_LEFT = ("R", "AL")
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]- "), frozenset("mwMW@%&")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def width(text: str, size: float) -> float:
    """About how wide the words are in a wide font: phones differ, and too wide is better than cut."""
    return size * sum(_ems(letter) for letter in text)


def way_of(text: str) -> str:
    """Whether a text runs from the right or from the left, as HTML says it: its first letter tells."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", *_RIGHT_TO_LEFT)), "L")
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


def paragraphs(text: str) -> tuple[tuple[str, str], ...]:
    """Each line that is not empty, with the way its script runs."""
    return tuple((line, way_of(line)) for line in map(str.strip, text.splitlines()) if line)


def wrap(text: str, size: float, room: float) -> list[str]:
    """The words in lines that fit the room; a word longer than a line is cut into pieces."""
    lines, line = [], ""
    for word in [piece for whole in text.split() for piece in _pieces(whole, size, room)]:
        longer = f"{line} {word}".strip()
        if line and width(longer, size) > room:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def safe(text: str) -> str:
    """Text as SVG may carry it: marks escaped, characters that XML forbids left out."""
    return escape(_UNWRITABLE.sub("", text))


def label(x: float, y: float, text: str, size: float, **attributes: str) -> str:
    """One line of text; attributes with underscores for hyphens."""
    extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{extra}>{safe(text)}</text>'


def svg(size: tuple[float, float], title: str, body: str, kind: str, **more: str) -> str:
    """The frame of every picture: its title is what people hear who cannot see it.

    With `id_prefix` (unique on its page) title and description are tied to the picture by name.
    """
    prefix, description = more.get("id_prefix", ""), more.get("description", "")
    tied = f' aria-labelledby="{safe(prefix)}-title"' if prefix else ""
    named = f' id="{safe(prefix)}-title"' if prefix else ""
    told = ""
    if prefix and description:
        tied += f' aria-describedby="{safe(prefix)}-description"'
        told = f'<desc id="{safe(prefix)}-description">{safe(description)}</desc>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" role="img"{tied}'
        f' viewBox="0 0 {size[0]:g} {size[1]:g}" width="{size[0]:g}" height="{size[1]:g}"'
        f' font-family="{FONTS}"><title{named}>{safe(title)}</title>{told}{body}</svg>'
    )


def _ems(letter: str) -> float:
    if letter in _NARROW:
        return 0.39
    if letter in _WIDE:
        return 0.99
    return 0.74 if letter.isupper() else 1.0 if ord(letter) > 0x2E80 else 0.62


def _pieces(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
