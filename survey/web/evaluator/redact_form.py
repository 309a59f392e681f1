"""What stands in the form with which names are taken out: nothing of it is lost between its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from flask import request
from werkzeug.datastructures import MultiDict

from survey.analysis.redaction import BRACKETS
from survey.engagement import redactions
from survey.engagement.redactions import Chosen, Row
from survey.records.story import Story
from survey.web.evaluator.fields import tidy

# How many empty lines there are for words of one's own.
EMPTY, MOST_LINES, LONGEST = 3, 200, 200
NOT_THERE = "These words do not stand in the story. Write them as they stand there, or leave this empty."


@dataclass
class Line:
    """Words of one's own to take out."""

    number: int
    words: str = ""
    bracket: str = BRACKETS[0]
    error: str = ""


@dataclass
class Choices:
    """Which rows go, what takes their place, and what else goes."""

    taken: dict[str, bool]
    brackets: dict[str, str]
    lines: list[Line] = field(default_factory=list)

    @property
    def chosen(self) -> Chosen:
        rows = {key: self.brackets[key] for key, goes in self.taken.items() if goes}
        return Chosen(rows, tuple((line.words, line.bracket) for line in self.lines if line.words))

    @property
    def problems(self) -> list[tuple[str, str]]:
        """For the summary above: the place and what is wrong."""
        return [(f"words-{line.number}", line.error) for line in self.lines if line.error]

    def carried(self) -> Iterator[tuple[str, str]]:
        """All of it as fields of a form that nobody sees."""
        yield "listed", " ".join(self.taken)
        for key, goes in self.taken.items():
            if goes:
                yield "take", key
            yield f"bracket-{key}", self.brackets[key]
        for line in self.lines:
            if line.words:
                yield f"words-{line.number}", line.words
                yield f"words-bracket-{line.number}", line.bracket

    def look(self, story: Story) -> bool:
        """Say where words stand nowhere in the story; whether all is well."""
        for line in self.lines:
            line.error = NOT_THERE if line.words and not redactions.is_in(story, line.words) else ""
        return not self.problems


def choices(rows: list[Row]) -> Choices:
    """As they were sent; where nothing was sent of a row, as it is suggested."""
    sent = request.form
    listed, taken = set(sent.get("listed", "").split()), set(sent.getlist("take"))
    made = Choices(
        {row.key: row.key in taken if row.key in listed else row.goes for row in rows},
        {row.key: _bracket(sent.get(f"bracket-{row.key}"), row.bracket) for row in rows},
        list(_lines(sent)),
    )
    first = max((line.number for line in made.lines), default=-1) + 1
    made.lines += [Line(number) for number in range(first, first + EMPTY)]
    return made


def _lines(sent: MultiDict[str, str]) -> Iterator[Line]:
    for number in range(MOST_LINES):
        words = tidy(sent.get(f"words-{number}"))[:LONGEST]
        if words:
            yield Line(number, words, _bracket(sent.get(f"words-bracket-{number}"), BRACKETS[0]))


def _bracket(sent: str | None, otherwise: str) -> str:
    return sent if sent in BRACKETS else otherwise
