"""A value map and a spreadsheet of it: whether they say the same, and how a difference is told."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from survey.analysis.wording import MINUS
from survey.engagement.sheets import CONTROL
from survey.engagement.value_sheet_values import said
from survey.records.value_row import FIGURES
from survey.value import layout

LONGEST_FILENAME = 100
# A spreadsheet keeps 15 figures of a number.
NEAR = Decimal("1e-14")
# What stands as a source, or behind one, where a file was taken in.
OF_A_FILE = re.compile(r"(?:^| \()from the file .*, [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}\)?$", re.DOTALL)
# What a map says of a number that it counts from answers: see reports.value_cells.
COUNTED = re.compile(
    r"(Of .+ with both scores, .+ came out (better|worse) by the rule( and .+ worse)?"
    r"|How far .+ with both scores moved, as a share of the scale)"
    r"(, scaled up to the .+ who were supported\."
    r"|\. It is not scaled up, because it is not known how many people were supported\.)"
    r"|The .+ that .+ counted, added up\. Two may have counted the same\."
)
# Answers that are scaled up have decimals without end.
DECIMALS = 4


@dataclass(frozen=True)
class Source:
    """The file that figures come from, and the day on which it was taken in."""

    filename: str
    day: date

    @property
    def words(self) -> str:
        """What stands as the source of each figure that was taken in."""
        name = " ".join(CONTROL.sub("", self.filename).split()) or "a spreadsheet"
        return f"from the file {name[-LONGEST_FILENAME:]}, {self.day.day} {self.day:%B %Y}"

    def behind(self, said: str) -> str:
        """What the file itself gives as a source, and the file; a file that it came from before goes."""
        first = OF_A_FILE.sub("", said)
        return f"{first} ({self.words})" if first else self.words


def same(before: object, after: Decimal) -> bool:
    """Whether two numbers are the same as far as a spreadsheet can tell."""
    if before is None:
        return False
    return abs(before - after) <= NEAR * max(abs(before), abs(after))


def same_words(before: str, after: str) -> bool:
    """Whether two texts say the same, however they are broken into lines."""
    return before.split() == after.split()


def same_name(before: str, after: str) -> bool:
    """Whether two names are of the same: capitals make no other one."""
    return same_words(before.casefold(), after.casefold())


def same_source(kept: str, given: str) -> bool:
    """Whether a file gives the source that is kept, with or without the file that it came from."""
    return same_words(kept, given) or same_words(OF_A_FILE.sub("", kept), given)


def is_of_answers(said: str) -> bool:
    """Whether this says how answers were counted, which is no source of a number that somebody typed."""
    return COUNTED.fullmatch(" ".join(said.split())) is not None


def shown(value: object) -> str:
    """A setting or a detail of a row, in words."""
    if isinstance(value, bool):
        return layout.YES if value else layout.NO
    if isinstance(value, Decimal):
        return f"{said(value * 100)} per cent"
    return layout.TIMING_WORDS.get(value) or layout.KINDS_OF_VALUE.get(value) or str(value)


def money(value: Decimal) -> str:
    """A sum of money, with no more decimals than anybody reads."""
    return f"{MINUS if value < 0 else ''}£{abs(round(value, DECIMALS)).normalize():,f}"


def figure(name: str, value: object) -> str:
    """A figure of a row: people, or per cent to deduct; nothing where it is not known."""
    if value is None:
        return ""
    if name == FIGURES[0]:
        return said(round(value, DECIMALS))
    return f"{said(round(value * 100, DECIMALS))} per cent"
