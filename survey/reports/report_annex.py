"""Each figure of the full report has a number, and each number a line that says where it comes from."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

DIGITS = 15


@dataclass(frozen=True)
class Source:
    """Where a figure comes from.

    `what` it is; `exact` is its value, unrounded; `rule` how it was made or is defined; `path` leads to it in
    the product ("Impact", "Hope", "Deadweight"), its first step being one of those whose addresses are
    printed with the annex. `n` is how many it stands on.
    """

    what: str
    exact: str
    rule: str
    path: tuple[str, ...]
    n: str = ""


@dataclass(frozen=True)
class Line:
    """A line of the annex: its number, which is also that of every mark that leads to it, and of its rule."""

    number: int
    source: Source
    rule: int

    @property
    def path(self) -> str:
        return " > ".join(self.source.path)


class Figure(Markup):
    """A figure with its number beside it. Only an annex makes one: none is printed without a source."""


class Annex:
    """Numbers figures in the order in which they are first printed; the same figure keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def mark(self, shown: str, source: Source) -> Figure:
        """The figure as it is printed, with the number that leads to its line. Raises ValueError for a source
        that does not say what the figure is, what it is exactly, by which rule or where it stands."""
        if not all((source.what, source.exact, source.rule, source.path)):
            raise ValueError(f"{source.what or shown}: a figure is printed with its source, or not at all.")
        is_new = source not in self._numbers
        number = self._numbers.setdefault(source, len(self._numbers) + 1)
        # Where the line leads back to: the first place of the figure.
        place = f' id="figure-{number}"' if is_new else ""
        link = f'<a class="ref" href="#source-{number}">[{number}]</a>'
        # A short figure is never parted from its number.
        kind = "figure short" if len(shown) < 24 else "figure"
        return Figure(f'<span class="{kind}"{place}>{escape(shown)} {link}</span>')

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule of the figures printed so far, once: lines have its place, counted from 1."""
        return tuple(dict.fromkeys(source.rule for source in self._numbers))

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every figure that was printed so far, in the order of its number."""
        places = {rule: place for place, rule in enumerate(self.rules, 1)}
        return tuple(Line(number, source, places[source.rule]) for source, number in self._numbers.items())


def exact(value: object) -> str:
    """A figure unrounded: all its digits, or fifteen and a sign that more follow."""
    if value is None:
        return "not known"
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}"
    if not isinstance(value, Decimal):
        return str(value)
    digits = f"{value.normalize():f}"
    if len(digits.replace("-", "").replace(".", "")) <= DIGITS:
        return digits
    return f"{value:.{DIGITS}g}…"
