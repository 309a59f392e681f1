"""What a release says of a value map: rounded, without the money of any row; and as text to be kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from survey.analysis.disclosure import RELEASE, SafeTable, freeze, reopen
from survey.analysis.tables import Column

TABLES = ("figures", "rows", "who")
# Words that stand in pairs: what it is, and how it is set.
PAIRS = ("settings", "proxies")
IN_TODAYS_MONEY = ", in today’s money"
# The figures of a map. An older release tells what was put in under the key of `TODAY` alone.
RATIO = (
    Column("ratio", "Ratio", "£ for each £1", decimals=1),
    Column("ratio_low", "It may be as low as", "£ for each £1", decimals=1),
    Column("ratio_high", "It may be as high as", "£ for each £1", decimals=1),
    Column("present_value", "Present value, about", "£"),
)
PUT_IN = Column("put_in", "What was put in", "£")
TODAY = Column("inputs", f"{PUT_IN.heading}{IN_TODAYS_MONEY}", "£")


@dataclass(frozen=True)
class ReleasedValue:
    """`kind` is one of value.model.KINDS. `headline` says the ratio with its range, or that it is hidden.

    `settings` are all that the ratio hangs on; `proxies` say of each row what one change is worth. `who` is
    None where one stakeholder alone gains.
    """

    name: str
    kind: str
    headline: str
    sentence: str
    settings: tuple[tuple[str, str], ...]
    proxies: tuple[tuple[str, str], ...]
    figures: SafeTable
    rows: SafeTable
    who: SafeTable | None = None

    def __post_init__(self) -> None:
        for table in self.tables:
            if not isinstance(table, SafeTable) or table.kind != RELEASE:
                raise TypeError("A release shows only a table that survey.analysis.disclosure has let out")

    @property
    def tables(self) -> tuple[SafeTable, ...]:
        """Every table, in the order of reading."""
        return tuple(table for table in (self.figures, self.who, self.rows) if table)


def plain(value: ReleasedValue) -> dict:
    """As plain values, to be kept."""
    tables = {name: getattr(value, name) for name in TABLES}
    return {**vars(value), **{name: table and freeze(table) for name, table in tables.items()}}


def thawed(kept: Mapping) -> ReleasedValue:
    """From what `plain` made of it."""
    pairs = {name: tuple(tuple(each) for each in kept[name]) for name in PAIRS}
    tables = {name: kept[name] and reopen(kept[name]) for name in TABLES}
    return ReleasedValue(**{**kept, **pairs, **tables})
