"""Every colour of our pictures: Paul Tol's "YlOrBr", which a grey printer keeps in order."""

from functools import cache

# https://personal.sron.nl/~pault/ (sequential schemes): light to dark, safe for colour-blind readers.
YLORBR = (
    "#FFFFE5", "#FFF7BC", "#FEE391", "#FEC44F", "#FB9A29",
    "#EC7014", "#CC4C02", "#993404", "#662506",
)  # fmt: skip

NOW = YLORBR[6]
BEFORE = YLORBR[8]
WHOLE = YLORBR[1]
WHOLE_EDGE = "#857D70"
HEART = YLORBR[3]
INK = "#2B2320"
PAPER = "#FFFFFF"


@cache
def scale_colours(points: int) -> tuple[str, ...]:
    """One colour for each point of a scale, palest at the worst answer and darkest at the best."""
    if points == 1:
        return (YLORBR[7],)
    return tuple(_between(1 + 6 * step / (points - 1)) for step in range(points))


@cache
def ink_on(colour: str) -> str:
    """Black or white letters, whichever reads better; on any colour one of the two reaches 4.5."""
    return max(("#000000", PAPER), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    pale, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (pale + 0.05) / (dark + 0.05)


def _between(place: float) -> str:
    below = min(int(place), len(YLORBR) - 2)
    pairs = zip(_channels(YLORBR[below]), _channels(YLORBR[below + 1]), strict=True)
    mixed = [round(low + (high - low) * (place - below)) for low, high in pairs]
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
