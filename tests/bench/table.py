"""What was measured, beside its floor and its bound, as one table."""

from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("what", "floor", "ours", "ratio", "bound", "within")


@dataclass(frozen=True)
class Line:
    """One measure. `most` is what ours may be at most; with `least`, what it has to be at least."""

    what: str
    ours: float
    unit: str
    bound: str
    most: float | None = None
    least: float | None = None
    floor: float | None = None

    @property
    def within(self) -> bool:
        return (self.most is None or self.ours <= self.most) and (
            self.least is None or self.ours >= self.least
        )

    @property
    def cells(self) -> tuple[str, ...]:
        ratio = f"{self.ours / self.floor:.2f}" if self.floor else ""
        bounded = self.most is not None or self.least is not None
        said = ("yes" if self.within else "NO") if bounded else ""
        return (
            self.what,
            _shown(self.floor, self.unit),
            _shown(self.ours, self.unit),
            ratio,
            self.bound,
            said,
        )


def at_most(what: str, floor: float, ours: float, unit: str, times: float, plus: float = 0) -> Line:
    """Ours may be so many times the floor, and so much more."""
    bound = f"{times} x" + (f" + {plus:g} {unit}" if plus else "")
    return Line(what, ours, unit, bound, most=times * floor + plus, floor=floor)


def at_least(what: str, floor: float, ours: float, unit: str, times: float) -> Line:
    return Line(what, ours, unit, f"at least {times} x", least=times * floor, floor=floor)


def within(what: str, ours: float, unit: str, most: float) -> Line:
    return Line(what, ours, unit, _shown(most, unit), most=most)


def told(what: str, ours: float, unit: str) -> Line:
    """A measure that nothing was promised of."""
    return Line(what, ours, unit, "")


def drawn(lines: Sequence[Line]) -> str:
    """The table in Markdown, with its columns under each other."""
    rows = [HEADINGS, *(line.cells for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    told = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    return "\n".join([told[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *told[1:]])


def _shown(number: float | None, unit: str) -> str:
    if number is None:
        return ""
    return f"{number:,.0f} {unit}" if number >= 100 else f"{number:.3g} {unit}"
