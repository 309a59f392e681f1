"""Finds what may be names and places in a story. A help: it misses some, and takes some words for names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from survey.analysis import names_lists as lists
from survey.analysis import names_signs as signs
from survey.analysis.names_tokens import Token, tokens

NAME, PLACE, ORGANISATION = "name", "place", "organisation"
# Between the parts of the name of one place.
PLACE_JOINS = re.compile(r"(?:[’']s)?[ \t\u00a0]{1,2}")
LONGEST = 4


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    bracket: str
    # Known from a list or from the words around it; otherwise only by its capital letter.
    sure: bool = True


def find(text: str) -> list[Found]:
    """Names and places in a text, in order, none over another."""
    return _Reading(text).found()


class _Reading:
    """One text while it is read: which of its words belong to a name already."""

    def __init__(self, text: str):
        self.words = tokens(text)
        self.spans: dict[int, tuple[int, str, bool]] = {}
        self.taken: set[int] = set()
        # In capitals throughout: there a capital letter says nothing.
        self.loud = sum(each.shouted for each in self.words) * 2 > len(self.words)

    def found(self) -> list[Found]:
        for rule in (self._named_places, self._sure_names, self._places, self._capitals):
            for place in range(len(self.words)):
                if place not in self.taken:
                    rule(place)
        self._again()
        self._join_neighbours()
        return [self._as_found(first, *rest) for first, rest in sorted(self.spans.items())]

    def _as_found(self, first: int, last: int, bracket: str, sure: bool) -> Found:
        return Found(self.words[first].start, self.words[last].end, bracket, sure)

    def _take(self, first: int, last: int, bracket: str, sure: bool = True) -> None:
        self.spans[first] = (last, bracket, sure)
        self.taken.update(range(first, last + 1))

    def _named_places(self, place: int) -> None:
        """ "St Mary's Church", "Elm Tree Centre": what it ends with says what it is."""
        word = self.words[place]
        if not word.capital or (word.begins and not self._may_begin(place)):
            return
        last = self._run(place, PLACE_JOINS)
        ending = self.words[last].key
        if last > place and ending in lists.PLACES | lists.ORGANISATIONS:
            self._take(place, last, PLACE if ending in lists.PLACES else ORGANISATION)

    def _sure_names(self, place: int) -> None:
        if signs.is_name(self.words, place, loud=self.loud):
            called = self._called(place)
            ends = self._name_ends(place) if called == NAME else self._run(place, PLACE_JOINS)
            self._take(place, ends, called)

    def _called(self, place: int) -> str:
        """ "in Preston": a family name that is a place here."""
        before = signs.before(self.words, place)
        is_place = before and before.key in ("in", "from", "at")
        return PLACE if is_place and self.words[place].key not in lists.given() else NAME

    def _places(self, place: int) -> None:
        """After "in", "from", "at": a capital letter says that it is a place."""
        before = signs.before(self.words, place)
        if before is None or not (self._may_begin(place) or self._begins_with_word(place)):
            return
        if before.key == "the" and place > 1:
            before = self.words[place - 2]
        if before.key in lists.BEFORE_PLACES:
            self._take(place, self._run(place, PLACE_JOINS), PLACE, sure=False)

    def _capitals(self, place: int) -> None:
        """Any other word whose capital letter says something."""
        if not self.loud and signs.may_be_name(self.words, place):
            self._take(place, self._run(place, signs.JOINS), NAME, sure=False)

    def _may_begin(self, place: int) -> bool:
        word = self.words[place]
        return word.capital and (word.key not in lists.never() or word.key in ("st", "saint"))

    def _begins_with_word(self, place: int) -> bool:
        """ "Little Wenlow"."""
        is_title = self.words[place].key in lists.TITLES | lists.KIN
        return not is_title and signs.may_be_name(self.words, place)

    def _run(self, first: int, joins: re.Pattern[str]) -> int:
        """The last of the words with capital letters that stand together from here on."""
        last = first
        for place in range(first + 1, min(first + LONGEST + 1, len(self.words))):
            word = self.words[place]
            saint = word.gap == ". " and self.words[place - 1].key == "st"
            if place in self.taken or not (saint or (joins.fullmatch(word.gap) and not word.begins)):
                break
            if word.capital and word.key != "i" and (joins is PLACE_JOINS or word.key not in lists.never()):
                last = place
            elif word.key not in lists.INSIDE_PLACES:
                break
        return last

    def _name_ends(self, first: int) -> int:
        """The last word of a name: what follows with a capital letter belongs to it."""
        last = first
        for place in range(first + 1, min(first + LONGEST, len(self.words))):
            word = self.words[place]
            # Behind the full stop of an initial a name goes on.
            ended = word.begins and len(self.words[last].word) > 1
            if (
                ended
                or place in self.taken
                or not signs.JOINS.fullmatch(word.gap)
                or not self._goes_on(place)
            ):
                break
            last = place
        return last

    def _goes_on(self, place: int) -> bool:
        word = self.words[place]
        if word.key in lists.family() or (word.shouted and word.key in lists.also_words()):
            return True
        could_be = word.key not in lists.never() or word.key in lists.also_words()
        return word.capital and word.key != "i" and could_be

    def _again(self) -> None:
        """What was a name once is one wherever it stands, also at the beginning of a sentence."""
        known = {
            word.key: bracket
            for first, (last, bracket, _) in self.spans.items()
            for word in self.words[first : last + 1]
            if len(word.key) > 2 and word.key not in lists.never() | lists.PLACES | lists.ORGANISATIONS
        }
        for place, word in self._free():
            if word.key in known and (word.capital or word.shouted or word.key not in lists.also_words()):
                self._take(place, place, known[word.key])

    def _free(self) -> Iterator[tuple[int, Token]]:
        return ((place, word) for place, word in enumerate(self.words) if place not in self.taken)

    def _join_neighbours(self) -> None:
        """Two names with only a blank between them are one."""
        for first in sorted(self.spans, reverse=True):
            last, bracket, sure = self.spans[first]
            following = self.spans.get(last + 1)
            joined = following and following[1] == bracket and self.words[last + 1].gap in (" ", "-")
            if joined and not self.words[last + 1].begins:
                del self.spans[last + 1]
                self.spans[first] = (following[0], bracket, sure or following[2])
