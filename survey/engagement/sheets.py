"""Reading lists that were typed or saved elsewhere: rows and cells, whatever separates them."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

# In the order preferred where several would do: what is pasted from a spreadsheet has tabs.
DELIMITERS = "\t;,"
SAMPLE = 50
LINE_ENDS = re.compile(r"\r\n|\r|\n")
QUOTED = re.compile(r'"[^"]*"')
# Nothing that anyone types, and PostgreSQL keeps no NUL.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Unreadable(ValueError):
    """A plain sentence that says why this is not a list."""


class NotAllGood(ValueError):
    """There are rows that do not fit, and nobody said to leave them out."""


@dataclass(frozen=True)
class Problem:
    """Why a row does not fit, in a plain sentence."""

    row: int
    text: str
    column: str = ""


@dataclass(frozen=True)
class Row:
    """`number` counts from 1, blank rows included, as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 with or without its mark, UTF-16, else what Windows calls ANSI."""
    if data.startswith(WORKBOOKS):
        raise Unreadable(
            "This is a spreadsheet, not a CSV file. In your spreadsheet choose Save as, then CSV UTF-8."
        )
    text = _decoded(data)
    if len(CONTROL.findall(text)) > len(text) // 100:
        raise Unreadable("This file does not hold text. Save your table as CSV, then choose that file.")
    text = CONTROL.sub("", text)
    if not text.strip():
        raise Unreadable("This file is empty.")
    return text


def lines(text: str) -> list[Row]:
    """The rows of a pasted list, one a line, blank ones left out."""
    typed = LINE_ENDS.split(CONTROL.sub("", text))
    separator = _delimiter(typed)
    cells = ((number, _cells(line, separator)) for number, line in enumerate(typed, 1))
    return [Row(number, found) for number, found in cells if any(found)]


def records(text: str) -> list[Row]:
    """The rows of a CSV file, blank ones left out; a cell in quotation marks may run over several lines."""
    separator = _delimiter(LINE_ENDS.split(text))
    whole = io.StringIO(text, newline="")
    reader = csv.reader(whole, delimiter=separator, skipinitialspace=True, strict=True)
    found, number = [], 0
    while True:
        number += 1
        try:
            cells = _tidied(next(reader))
        except StopIteration:
            return found
        except csv.Error:
            raise Unreadable(
                f"A quotation mark in row {number} does not close, so the rows after it cannot be told apart."
            ) from None
        if any(cells):
            found.append(Row(number, cells))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) // 2:
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(typed: Iterable[str]) -> str:
    sample = [QUOTED.sub("", line) for line in typed if line.strip()][:SAMPLE]
    return max(DELIMITERS, key=lambda sign: sum(sign in line for line in sample))


def _cells(line: str, separator: str) -> tuple[str, ...]:
    # A quotation mark that never closes costs its own line only.
    return _tidied(next(csv.reader([line], delimiter=separator, skipinitialspace=True), []))


def _tidied(cells: list[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells)
