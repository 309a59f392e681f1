"""What the full report is built of: chapters of words, lists, tables, pictures and quotations."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup, escape

from survey.analysis.wording import NOTHING
from survey.reports.own_words import Quoted
from survey.reports.report_annex import Figure

TEXT, NUMBER = "text", "number"


@dataclass(frozen=True)
class Words:
    """A paragraph: `kind` is "", "headline", "range" or "note"."""

    text: str
    kind: str = ""
    name: ClassVar[str] = "words"


@dataclass(frozen=True)
class Heading:
    """A heading within a chapter."""

    text: str
    name: ClassVar[str] = "heading"


@dataclass(frozen=True)
class Points:
    """A list of short paragraphs, each with a first word in bold where it has one."""

    items: tuple[tuple[str, str], ...]
    name: ClassVar[str] = "points"


@dataclass(frozen=True)
class Steps:
    """A chain of things, each leading to the next: its name, and what it is in this evaluation."""

    items: tuple[tuple[str, str], ...]
    name: ClassVar[str] = "steps"


@dataclass(frozen=True)
class Drawing:
    """A picture as SVG and the sentence that says the same; "" where that stands beside it."""

    svg: str
    sentence: str
    name: ClassVar[str] = "drawing"


@dataclass(frozen=True)
class Quotes:
    """People's own words on one thing; only what may be told."""

    about: str
    quotes: tuple[Quoted, ...]
    name: ClassVar[str] = "quotes"

    def __post_init__(self) -> None:
        if not all(isinstance(each, Quoted) for each in self.quotes):
            raise TypeError("Paper quotes only words that survey.access.telling has let out")


@dataclass(frozen=True)
class Grid:
    """A table of a few rows or many: `columns` are a heading and TEXT or NUMBER each, the first names a row.

    A number stands with a source of its own, or in a row whose name has one for all of it. Raises TypeError
    for a number without a source, and ValueError for a row of another length.
    """

    caption: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    kind: str = ""
    name: ClassVar[str] = "grid"

    def __post_init__(self) -> None:
        for row in self.rows:
            if isinstance(row[0], Figure):
                continue
            for (heading, kind), cell in zip(self.columns, row, strict=True):
                if kind == NUMBER and not isinstance(cell, Figure) and cell != NOTHING:
                    raise TypeError(
                        f"{self.caption}, {row[0]}, {heading}: a number is printed with its source"
                    )

    @property
    def is_short(self) -> bool:
        """Whether more of it would be headings than cells: then a list is easier to read and to hear."""
        return len(self.columns) + len(self.rows) > len(self.rows) * (len(self.columns) - 1)


@dataclass(frozen=True)
class Beside:
    """Blocks in columns side by side, short enough for a page."""

    columns: tuple[tuple["Block", ...], ...]
    name: ClassVar[str] = "beside"


@dataclass(frozen=True)
class Contents:
    """The list of chapters that follow."""

    name: ClassVar[str] = "contents"


Block = Words | Heading | Points | Steps | Drawing | Quotes | Grid | Beside | Contents


@dataclass(frozen=True)
class Chapter:
    """A chapter begins a page where it `breaks`; a `wide` one stands on pages laid on their side."""

    title: str
    blocks: tuple[Block, ...]
    breaks: bool = True
    wide: bool = False


def sentence(words: str, **figures: str) -> Markup:
    """Words with figures put in; whatever else is put in is text."""
    return escape(words).format(**figures)
