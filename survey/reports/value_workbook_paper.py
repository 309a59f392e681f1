"""One sheet of a value map's workbook: words stay words, figures are figures, formulas live."""

from collections.abc import Sequence
from decimal import Decimal

from survey.reports.fitting import height
from survey.reports.looks import TABS, Looks
from survey.reports.marking import INTERNAL
from survey.reports.worksheet import A4, clean
from survey.value.layout import letters

MONEY, RATIO, SHARE, FACTOR = "#,##0.00", "0.00", "0.0##%", "0.000000"
PLAIN, PRICE, YEAR = "General", "#,##0.00##", '"Year "0'


def at(row: int, place: int, fixed: str = "") -> str:
    """The address of a cell, both counted from 0; `fixed` are "$" signs as in "$A$1"."""
    across, down = ("$" if sign in fixed else "" for sign in ("c", "r"))
    return f"{across}{letters(place)}{down}{row + 1}"


def span(first: tuple[int, int], last: tuple[int, int]) -> str:
    """The address of a block of cells that does not move when it is copied."""
    return f"{at(*first, 'cr')}:{at(*last, 'cr')}"


class Paper:
    """A sheet that is being written; places count from 0."""

    def __init__(self, workbook, name: str, widths: Sequence[float], looks: Looks):
        self.sheet, self.widths, self.looks = workbook.add_worksheet(name), tuple(widths), looks
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)

    def top(self, title: str, note: str, across: int = 0) -> None:
        """What this is and that it stays inside, and how to use it, over so many columns."""
        lines = ((title, "title", 22), (f"{INTERNAL}.", "internal", 18), (note, "note", 0))
        across = across or len(self.widths)
        for row, (text, look, high) in enumerate(lines):
            self.sheet.merge_range(row, 0, row, across - 1, "", self.looks(look))
            self.words(row, 0, text, look)
            self.sheet.set_row(row, high or height((text,), (sum(self.widths[:across]),)))

    def headings(self, row: int, names: Sequence[str], figures: Sequence[int] = (), high: float = 48) -> None:
        """Headings from the left; those of `figures` stand to the right, as their figures do."""
        for place, name in enumerate(names):
            usual = "typed heading" if place else "words"
            self.words(row, place, name, "heading" if place in figures else usual)
        self.sheet.set_row(row, high)

    def words(self, row: int, place: int, text: str, look: str = "") -> None:
        # Never `write`, which guesses: what somebody typed is words, whatever it looks like.
        self.sheet.write_string(
            row, place, clean(text), self.looks(look or ("typed words" if place else "text"))
        )

    def figure(
        self, row: int, place: int, value: Decimal | int | None, shown: str = PLAIN, look: str = "typed"
    ) -> None:
        look = self.looks(look, shown)
        if value is None:
            self.sheet.write_blank(row, place, None, look)
        else:
            self.sheet.write_number(row, place, float(value), look)

    def formula(
        self,
        row: int,
        place: int,
        formula: str,
        value: Decimal | int | str,
        shown: str = MONEY,
        look: str = "worked out",
    ) -> None:
        """A live formula, and what we make of it, for those who look without reckoning."""
        kept = value if isinstance(value, str) else float(value)
        self.sheet.write_formula(row, place, formula, self.looks(look, shown), kept)

    def row_of(self, row: int, texts: Sequence[str]) -> None:
        """How high a row is, so that all its words can be read."""
        self.sheet.set_row(row, height(texts, self.widths))

    def on_paper(self, frozen: tuple[int, int], repeated: int) -> None:
        self.sheet.freeze_panes(*frozen)
        self.sheet.repeat_rows(repeated)
        self.sheet.set_tab_color(TABS["internal"])
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer(f"&L{INTERNAL}&C&A&RPage &P of &N")
        self.sheet.hide_gridlines(2)
