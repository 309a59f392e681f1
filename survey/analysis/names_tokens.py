"""The words of a text, with what finding names looks at: capitals, and where a sentence begins."""

import re
from dataclasses import dataclass

from survey.analysis.names_lists import key as looked_up

LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"
WORD = re.compile(rf"({LETTERS}(?:[-’'](?![sS]\b){LETTERS})*)(?:[’'][sS]\b)?")
SENTENCE_ENDS = re.compile(r"[.!?:;…•\n\r\"“”]|- |^$")


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    word: str
    key: str
    # What stands between the word before and this one.
    gap: str
    # Whether a sentence begins here, so that its capital letter says nothing.
    begins: bool
    # Whether it begins with a capital letter that says something: not in words that are all capitals.
    capital: bool
    shouted: bool


def tokens(text: str) -> list[Token]:
    """The words of a text with what the rules look at."""
    made: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        word, gap = match.group(1), text[end : match.start()]
        shouted = len(word) > 1 and word.isupper()
        begins = not made or bool(SENTENCE_ENDS.search(gap))
        capital = word[0].isupper() and not shouted
        # Without the "s" of what belongs to somebody.
        start, end = match.span(1)
        made.append(Token(start, end, word, looked_up(word), gap, begins, capital, shouted))
    return made
