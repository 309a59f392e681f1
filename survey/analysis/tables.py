"""A table is frozen data: what its numbers are of stands in its columns, and it is rendered last."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Numbers, but for bands (`analysis.bands`) and text, which are words.
UNITS = (
    *("people", "stories", "organisations", "amount", "score", "points", "per cent", "band", "text"),
    # Of value: money, money for each pound put in, and time.
    *("£", "£ for each £1", "years"),
)
IN_WORDS = ("band", "text")
# Whom a figure stands on: how few are few depends on it.
PEOPLE, ORGANISATIONS = "people", "organisations"


@dataclass(frozen=True)
class Hidden:
    """A figure that a release does not show; every one reads the same, so that none says which it is."""

    def __str__(self) -> str:
        return "hidden"


HIDDEN = Hidden()


def is_shown(value: object) -> bool:
    """Whether a cell has a figure: it is defined, and not hidden."""
    return value is not None and value is not HIDDEN


@dataclass(frozen=True)
class Column:
    """`unit` says what the numbers are of (one of UNITS); `decimals` None leaves the rounding to the unit.

    A column that is not `released` stays with the team: tests, ends of the scale. `of` says whom its figures
    stand on: people, or organisations.
    """

    key: str
    heading: str
    unit: str
    decimals: int | None = None
    released: bool = True
    of: str = PEOPLE

    def __post_init__(self):
        if self.unit not in UNITS:
            raise ValueError(f"column {self.key}: no such unit as {self.unit!r}")
        if self.of not in (PEOPLE, ORGANISATIONS):
            raise ValueError(f"column {self.key}: nobody is called {self.of!r}")


@dataclass(frozen=True)
class Row:
    """`cells` holds values by column key: None means not defined, or no answers; HIDDEN, not released.

    `bases` holds by column key the counts that the figure stands on (see `analysis.bases`); () for what is
    public anyway. Only figures with bases can be released. `marks` holds words that stand beside a figure
    wherever it is shown, such as "entered".
    """

    key: str
    heading: str
    cells: Mapping[str, object] = field(default_factory=dict)
    bases: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """Rows and columns under a caption that can stand alone; raises ValueError when a cell has no column.

    `adds_up`: the counts in a column are parts of one whole. `team_notes` may speak of exact figures, so they
    never leave the team; `release_notes` are said where figures are rounded.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_heading: str = ""
    notes: tuple[str, ...] = ()
    team_notes: tuple[str, ...] = ()
    release_notes: tuple[str, ...] = ()
    adds_up: bool = False

    def __post_init__(self):
        keys = {column.key for column in self.columns}
        for row in self.rows:
            if strays := sorted((set(row.cells) | set(row.bases) | set(row.marks)) - keys):
                raise ValueError(f"table {self.name}, row {row.key}: no column for {', '.join(strays)}")

    def cell(self, row: Row, column: Column) -> object:
        """The value where row and column meet; None where there is none."""
        return row.cells.get(column.key)
