"""Writes one sheet: what it is on top, its grids one under the other, ready for paper."""

import re
from collections.abc import Sequence

from survey.reports.fitting import height, is_of_figures, page_breaks, scale, widths
from survey.reports.grids import AS_WORDS, Cell, Grid, Sheet
from survey.reports.looks import TABS, Looks

# XML cannot hold these, and no spreadsheet more letters than that in a cell.
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_TEXT = 32_767
A4 = 9


class Page:
    """A sheet that is being written, from the top down."""

    def __init__(self, paper, sheet: Sheet, looks: Looks):
        self.paper, self.sheet, self.looks = paper, sheet, looks
        self.row, self.used = 0, 0.0
        self.widths = widths(sheet)

    def write(self, kind: str, programme: str, mark: str) -> None:
        """Everything; `kind` is "release" for what may leave the building, or "internal"."""
        self._top(kind, programme, mark)
        top, blocks = self.used, []
        for grid in self.sheet.grids:
            row, before = self.row, self.used
            self._grid(grid)
            blocks.append((row, self.used - before))
        row, before = blocks.pop() if blocks else (self.row, 0.0)
        last = self.used
        for note in self.sheet.notes:
            self._across(note, "note")
        # Notes stay with what they are about.
        blocks.append((row, before + self.used - last))
        self._on_paper(TABS[kind], mark)
        if len(blocks) == 1:
            self.paper.fit_to_pages(1, 0)
        else:
            # Who fits a sheet to pages gets no page breaks of their own.
            self.paper.set_print_scale(scale(self.widths))
            self.paper.set_h_pagebreaks(page_breaks(top, blocks, scale(self.widths)))

    def _top(self, kind: str, programme: str, mark: str) -> None:
        """What stays in sight and stands on every page: what this is, and the headings that all share."""
        self._across(self.sheet.title, "title", 22)
        self._across(programme, "programme")
        self._across(mark, kind, 18)
        self._space(6)
        if self.sheet.shared_headings:
            self._headings(self.sheet.grids[0])
        is_of_words = self.sheet.widths or self.sheet.raw
        self.paper.freeze_panes(self.row, 0 if is_of_words else 1)
        self.paper.repeat_rows(0, self.row - 1)
        if self.sheet.raw:
            last = self.row - 1 + len(self.sheet.grids[0].rows)
            self.paper.autofilter(self.row - 1, 0, last, len(self.widths) - 1)

    def _on_paper(self, tab: str, mark: str) -> None:
        self.paper.set_tab_color(tab)
        self.paper.set_landscape()
        self.paper.set_paper(A4)
        self.paper.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
        self.paper.set_footer(f"&L{mark}&C&A&RPage &P of &N")
        self.paper.hide_gridlines(1 if self.sheet.raw else 2)
        for place, width in enumerate(self.widths):
            self.paper.set_column(place, place, width)

    def _grid(self, grid: Grid) -> None:
        if grid.caption and len(self.sheet.grids) > 1:
            self._across(grid.caption, "caption")
        if grid.headings and not self.sheet.shared_headings:
            self._headings(grid)
        for cells in grid.rows:
            looks = [self._look_of(grid, place, cell) for place, cell in enumerate(cells)]
            self._line(cells, looks, height((), ()) if self.sheet.raw else height(cells, self.widths))
        for note in grid.notes:
            self._across(note, "note")
        self._space()

    def _headings(self, grid: Grid) -> None:
        looks = ["heading" if is_of_figures(grid, place) else "words" for place in range(len(grid.headings))]
        self._line(
            grid.headings, [self.looks(look) for look in looks], height(grid.headings, self.widths) + 3
        )

    def _look_of(self, grid: Grid, place: int, cell: Cell):
        if self.sheet.raw:
            return self.looks("raw" if isinstance(cell, str) else "raw figure")
        if not is_of_figures(grid, place):
            return self.looks("text")
        if isinstance(cell, str) and grid.formats[place] != AS_WORDS:
            return self.looks("hidden")
        return self.looks("figure", grid.formats[place])

    def _across(self, text: str, look: str, high: float | None = None) -> None:
        """Words over the whole width; merged cells do not find their height by themselves."""
        rest = len(self.widths) - 1
        if rest:
            self.paper.merge_range(self.row, 0, self.row, rest, "", self.looks(look))
        self._line((text,), [self.looks(look)], high or height((text,), (sum(self.widths),)))

    def _line(self, cells: Sequence[Cell], looks: Sequence, high: float) -> None:
        for place, (cell, look) in enumerate(zip(cells, looks, strict=True)):
            self._cell(place, cell, look)
        self._space(high)

    def _space(self, high: float = 15) -> None:
        self.paper.set_row(self.row, high)
        self.used += high
        self.row += 1

    def _cell(self, place: int, cell: Cell, look) -> None:
        # Never `write`, which guesses: what somebody typed is words, whatever it looks like.
        if cell is None:
            self.paper.write_blank(self.row, place, None, look)
        elif isinstance(cell, str):
            self.paper.write_string(self.row, place, clean(cell), look)
        else:
            self.paper.write_number(self.row, place, cell, look)


def clean(text: str) -> str:
    """The text without what a spreadsheet cannot hold."""
    return NOT_IN_XML.sub("", text)[:LONGEST_TEXT]
