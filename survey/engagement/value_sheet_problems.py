"""What is wrong with a value map in a spreadsheet: where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A plain sentence and its place: the sheet, the row as the spreadsheet numbers it, the column's heading.

    Row 0 and no column are for what is wrong with the whole sheet, no sheet for the whole file.
    """

    message: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    @property
    def place(self) -> str:
        """Where it is, in words; nothing for the whole file."""
        names = (
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        )
        return ", ".join(name for name in names if name)


class Unreadable(ValueError):
    """Why no value map was read: every problem that was found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{each.place}: {each.message}".strip(": ") for each in self.problems))


def refuse(message: str, sheet: str = "") -> Unreadable:
    """One problem of the whole file or sheet, to be raised."""
    return Unreadable([Problem(message, sheet)])
