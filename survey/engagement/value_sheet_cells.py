"""What stands in the cells of a spreadsheet: numbers, words, and where there is a formula."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from survey.engagement.sheets import CONTROL
from survey.engagement.value_sheet_package import TOO_LARGE
from survey.engagement.value_sheet_problems import refuse
from survey.engagement.value_sheet_xml import elements, links, parse, target
from survey.value.layout import place_of

MOST_CELLS = 200_000
ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
# How a spreadsheet writes a sign that XML has no room for.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Cell:
    """`value` is a number or words, None where there is nothing or only an error; never what a date means."""

    value: Decimal | str | None
    formula: bool = False
    error: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its filled cells by row, as the spreadsheet numbers it, and by place from 0."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]


def sheets(parts: Mapping[str, bytes]) -> list[Sheet]:
    """Every sheet of an unpacked file, in order. Raises Unreadable where it is no spreadsheet after all."""
    book = target(parts, "", "officeDocument")
    linked = links(parts, book)
    shared = next((to for kind, to in linked.values() if kind == "sharedStrings"), "")
    words = list(_shared(parts[shared])) if shared in parts else []
    found = []
    for tag, with_what in elements(parts[book]):
        kind, to = linked.get(with_what.get("id", ""), ("", ""))
        if tag == "sheet" and kind == "worksheet" and to in parts:
            found.append(Sheet(with_what.get("name", ""), _Cells(words).read(parts[to])))
    return found


class _Cells:
    """Goes through the text of one sheet; nothing is kept but filled cells."""

    def __init__(self, words: list[str]):
        self.words, self.rows, self.count = words, {}, 0
        self.row, self.place, self.kind = 0, -1, ""
        self.text, self.formula, self.listening, self.blocks = [], False, False, []

    def read(self, part: bytes) -> Mapping[int, Mapping[int, Cell]]:
        parse(part, self.start, self.end, self.data)
        for first, last in self.blocks:
            self._mark(first, last)
        return self.rows

    def start(self, tag: str, with_what: Mapping[str, str]) -> None:
        if tag == "row":
            self.row, self.place = int(with_what.get("r", self.row + 1)), -1
        elif tag == "c":
            self._address(with_what.get("r"))
            self.kind, self.text, self.formula = with_what.get("t", "n"), [], False
        elif tag == "f":
            self.formula = True
            if with_what.get("t") == "array":
                self._block(with_what.get("ref", ""))
        self.listening = tag in ("v", "t")

    def data(self, text: str) -> None:
        if self.listening:
            self.text.append(text)

    def end(self, tag: str) -> None:
        self.listening = False
        if tag == "c" and (self.text or self.formula):
            self.count += 1
            if self.count > MOST_CELLS:
                raise refuse(TOO_LARGE)
            self.rows.setdefault(self.row, {})[self.place] = self._cell("".join(self.text))

    def _address(self, said: str | None) -> None:
        """Some programs leave the address out: then it is the next one."""
        found = ADDRESS.fullmatch(said or "")
        self.place, self.row = (place_of(found[1]), int(found[2])) if found else (self.place + 1, self.row)

    def _cell(self, text: str) -> Cell:
        if self.kind == "e":
            return Cell(None, self.formula, text)
        if self.kind == "s":
            return Cell(self.words[int(text)] or None, self.formula)
        if self.kind == "b":
            return Cell("TRUE" if text == "1" else "FALSE", self.formula)
        if self.kind != "n":
            return Cell(_unescaped(text) or None, self.formula)
        return _number(text, self.formula)

    def _block(self, said: str) -> None:
        ends = [ADDRESS.fullmatch(each) for each in said.split(":")]
        if all(ends):
            (first, last) = (ends[0], ends[-1])
            self.blocks.append(((int(first[2]), place_of(first[1])), (int(last[2]), place_of(last[1]))))

    def _mark(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """One formula may fill a whole block of cells."""
        for row, cells in self.rows.items():
            for place, cell in cells.items():
                if first[0] <= row <= last[0] and first[1] <= place <= last[1]:
                    cells[place] = Cell(cell.value, True, cell.error)


def _number(text: str, formula: bool) -> Cell:
    if not text:
        return Cell(None, formula)
    value = float(text)
    if not math.isfinite(value):
        return Cell(None, formula, text)
    # A spreadsheet keeps 0.29 as the nearest number in halves and quarters, and means 0.29.
    return Cell(Decimal(repr(value)), formula)


def _unescaped(text: str) -> str:
    return CONTROL.sub("", ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)).strip()


def _shared(part: bytes) -> Iterator[str]:
    """The words that cells share, in order; how they are to be pronounced is left out."""
    found, text, state = [], [], {"listening": False, "aloud": 0}

    def start(tag, _):
        state["aloud"] += tag == "rPh"
        state["listening"] = tag == "t" and not state["aloud"]
        if tag == "si":
            text.clear()

    def end(tag):
        state["listening"] = False
        state["aloud"] -= tag == "rPh"
        if tag == "si":
            found.append(_unescaped("".join(text)))

    parse(part, start, end, lambda said: text.append(said) if state["listening"] else None)
    return iter(found)
