"""Phrases in a story that may mean a worry, for the safeguarding lead to look at.

A help, never a filter: a story without one of them may be as worrying, and one with them may be well.
"""

import re
from functools import cache
from pathlib import Path

PHRASES = Path(__file__).parent / "worries.txt"
# As people type: no apostrophe, a curly one, more than one blank.
APOSTROPHE, BLANK = "['’`]?", r"[\s\-]+"
# Beginnings that may go on: "hurt*" also finds "hurting".
ANY_ENDING = r"\w*"


def found(text: str) -> tuple[str, ...]:
    """The phrases of the list that stand in a text, in the order of the list; each once."""
    return tuple(phrase for phrase, shape in _shapes() if shape.search(text))


@cache
def phrases() -> tuple[str, ...]:
    """The list, without its headings."""
    lines = (line.strip() for line in PHRASES.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((phrase.replace("*", ""), _shape(phrase)) for phrase in phrases())


def _shape(phrase: str) -> re.Pattern[str]:
    words = (
        re.escape(word).replace("'", APOSTROPHE).replace(r"\*", ANY_ENDING) for word in phrase.split(" ")
    )
    return re.compile(rf"(?<!\w){BLANK.join(words)}(?!\w)", re.IGNORECASE)
