"""Where things stand in a spreadsheet that was read: its sheet, and the row and heading of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from survey.engagement.value_sheet_problems import Problem


@dataclass(frozen=True)
class Places:
    """One table of a file: the row of each of its lines by name, and its headings by the name of a column."""

    sheet: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)

    def has(self, column: str) -> bool:
        """Whether the file has this column; a table that names none is taken for whole."""
        return not self.headings or column in self.headings

    def at(self, line: str, column: str, message: str) -> Problem:
        """What there is to say of one cell."""
        return Problem(message, self.sheet, self.lines.get(line, 0), self.headings.get(column, column))

    def renamed(self, names: Mapping[str, str]) -> "Places":
        """The same places, where lines are known by other names."""
        return replace(self, lines={names.get(name, name): row for name, row in self.lines.items()})
