"""The two pages of a summary as plain values: what the paper shows, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from survey.analysis.disclosure import SafeTable
from survey.analysis.tables import Column
from survey.reports.impact_page import ImpactPage
from survey.reports.masthead import Masthead
from survey.reports.own_words import OwnWords
from survey.reports.printed_cells import marked, unit_beside
from survey.reports.released_value import ReleasedValue


@dataclass(frozen=True)
class AreaFlower:
    """The flower of an area (or of all of them) as SVG, with the sentence that says the same."""

    area: str
    picture: str
    sentence: str


@dataclass(frozen=True)
class Fact:
    """A thing and what it is: "People asked", "212"; or a word and what it means here."""

    name: str
    words: str


@dataclass(frozen=True)
class Summary(Masthead):
    """All that stands on the paper; numbers only in sentences, pictures and the table of `disclosure`.

    `stamp` says which answers it was made from. Rows of the table are numbered as the petals are, for
    flowers drawn without a key (more than eight outcomes). `moves` holds a small picture by the key of its
    table row. Sentences and `bars` go in the order of the table. `annex` holds the tables that an assurer
    checks the figures with; `impact` is a page of its own, where there is something to say, and so are
    people's own `words` and what a release says of each value map.
    """

    stamp: str
    headline: str
    headline_range: str
    table: SafeTable
    flowers: tuple[AreaFlower, ...]
    sentences: tuple[str, ...]
    bars: str
    bars_sentence: str
    asked: tuple[Fact, ...]
    caveats: tuple[str, ...]
    definitions: tuple[Fact, ...]
    moves: Mapping[str, str] = field(default_factory=dict)
    annex: tuple[SafeTable, ...] = ()
    impact: ImpactPage | None = None
    words: OwnWords | None = None
    value: tuple[ReleasedValue, ...] = ()

    def __post_init__(self) -> None:
        if not all(isinstance(table, SafeTable) for table in (self.table, *self.annex)):
            raise TypeError("Paper shows only a table that survey.analysis.disclosure has let out")
        if not isinstance(self.words, OwnWords | None):
            raise TypeError("Paper quotes only words that survey.access.telling has let out")

    @staticmethod
    def lines(table: SafeTable) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """A table's rows as text: key, heading and cells."""
        return tuple(
            (row.key, row.heading, tuple(marked(table, row, column) for column in table.columns))
            for row in table.rows
        )

    @staticmethod
    def unit(column: Column) -> str:
        """The unit of a column where its heading has to say it."""
        return unit_beside(column)
