"""Taking names and places out of a story: suggestions, and words in square brackets in their place.

The suggestions are a help: some names are missed, and some words are taken for names.
A person always confirms.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from survey.analysis import graphemes, names, redaction_patterns

# What may stand in square brackets.
BRACKETS = ("name", "place", "date", "number", "organisation", "other")
# A name or place that only its capital letter speaks for.
PERHAPS = "perhaps "
Span = tuple[int, int, str]


@dataclass(frozen=True)
class Suggestion:
    """From `start` up to `end` of the text stands something of a `kind`; `bracket` would take its place."""

    start: int
    end: int
    kind: str
    bracket: str

    @property
    def is_sure(self) -> bool:
        """Whether more than a capital letter speaks for it."""
        return not self.kind.startswith(PERHAPS)


def suggest(text: str) -> tuple[Suggestion, ...]:
    """What could say who somebody is, in the order of the text; none lies over another."""
    shaped = [
        Suggestion(start, end, kind, redaction_patterns.BRACKETS[kind])
        for start, end, kind in redaction_patterns.find(text)
    ]
    named = [
        Suggestion(each.start, each.end, each.bracket if each.sure else PERHAPS + each.bracket, each.bracket)
        for each in names.find(text)
    ]
    return _apart(text, [*shaped, *named])


def apply(text: str, spans: Iterable[Span]) -> str:
    """The text with a word in square brackets in place of each span (start, end, the word)."""
    made, place = [], 0
    for start, end, bracket in merged(text, spans):
        made += [text[place:start], f"[{bracket}]"]
        place = end
    return "".join(made) + text[place:]


def merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, each of whole signs; what lies over one another is one, called after the first.

    Empty ones, and what lies outside the text, are left out.
    """
    found: list[Span] = []
    for start, end, bracket in sorted(_whole(text, spans), key=lambda span: (span[0], -span[1])):
        if found and start < found[-1][1]:
            first, until, called = found.pop()
            found.append((first, max(until, end), called))
        else:
            found.append((start, end, bracket))
    return found


def everywhere(text: str, words: str) -> list[tuple[int, int]]:
    """Where these words stand, however they are written: small or large, with any blanks between them.

    Within other words only where they stand nowhere by themselves, as in languages without blanks.
    """
    if not words.strip():
        return []
    forms = {unicodedata.normalize(form, words.strip()) for form in ("NFC", "NFD")} | {words.strip()}
    shape = "|".join(_shape(form) for form in sorted(forms))
    alone = [match.span() for match in re.finditer(rf"(?<!\w)(?:{shape})(?!\w)", text, re.IGNORECASE)]
    return alone or [match.span() for match in re.finditer(shape, text, re.IGNORECASE)]


def _shape(words: str) -> str:
    """A pattern for words: any blanks, straight or curly apostrophes."""
    parts = [re.sub("[’']", "[’']", re.escape(part)) for part in words.split()]
    return r"\s+".join(parts)


def _whole(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    for start, end, bracket in spans:
        start, end = max(start, 0), min(end, len(text))
        if start < end:
            yield (*graphemes.whole(text, start, end), bracket)


def _apart(text: str, suggestions: list[Suggestion]) -> tuple[Suggestion, ...]:
    """What lies over one another made one, of the kind that comes first."""
    kept: list[Suggestion] = []
    rank = {each.kind: place for place, each in reversed(list(enumerate(suggestions)))}
    for each in sorted(suggestions, key=lambda each: (each.start, -each.end)):
        start, end = graphemes.whole(text, each.start, each.end)
        if kept and start < kept[-1].end:
            other = kept.pop()
            start, end = other.start, max(end, other.end)
            each = min(each, other, key=lambda either: rank[either.kind])
        kept.append(Suggestion(start, end, each.kind, each.bracket))
    return tuple(kept)
