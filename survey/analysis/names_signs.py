"""What speaks for a word being a name: the lists, and the words around it."""

import re
from collections.abc import Sequence

from survey.analysis import names_lists as lists
from survey.analysis.names_tokens import Token

# Between the parts of one name.
JOINS = re.compile(r"[ \t\u00a0]{1,2}|\. ?|-")
Words = Sequence[Token]


def before(words: Words, place: int) -> Token | None:
    """The word before, in the same sentence."""
    return words[place - 1] if place and not words[place].begins else None


def following(words: Words, place: int) -> Token | None:
    """The word after, where only a blank or the like is between."""
    word = words[place + 1] if place + 1 < len(words) else None
    return word if word and not word.begins and JOINS.fullmatch(word.gap) else None


def is_name(words: Words, place: int, *, loud: bool) -> bool:
    """Whether more than a capital letter speaks for it; `loud` where all is written in capitals."""
    word = words[place]
    if _introduced(words, place):
        return True
    if word.key in lists.given():
        return word.capital or word.shouted or len(word.key) > 2
    if word.key in lists.family():
        return word.capital or (word.shouted and loud)
    return _is_initial(words, place) or _is_word_as_name(words, place)


def may_be_name(words: Words, place: int) -> bool:
    """Whether its capital letter speaks for it: in a sentence, or before what people do or are called."""
    word, after = words[place], following(words, place)
    if len(word.word) == 1 or not word.capital:
        return False
    followed = after is not None and after.capital and after.key not in lists.never()
    if word.key in lists.never():
        return followed and not word.begins
    return not word.begins or followed or (after is not None and after.key in lists.DOES | lists.IS)


def _introduced(words: Words, place: int) -> bool:
    """After "Mrs", "my friend", "called"."""
    word, prior = words[place], before(words, place)
    if prior is None or word.key == "i" or not re.fullmatch(r"\.? |, ", word.gap):
        return False
    if prior.key in lists.TITLES and word.gap != ", ":
        return word.capital or word.key not in lists.never()
    if prior.key in lists.KIN and prior.capital and word.capital and word.gap == " ":
        return _could_be(word)
    if prior.key in lists.CALLED or _says_name_is(words, place):
        return _could_be(word) and (word.capital or prior.key in lists.ALWAYS_CALLED)
    return prior.key in lists.PEOPLE and word.capital and _could_be(word)


def _could_be(word: Token) -> bool:
    return word.key not in lists.never() or word.key in lists.also_words()


def _says_name_is(words: Words, place: int) -> bool:
    """ "her name is", "his name was"."""
    return place > 1 and words[place - 1].key in ("is", "was") and words[place - 2].key == "name"


def _is_word_as_name(words: Words, place: int) -> bool:
    """Will, Hope, Grace: with a capital letter in a sentence, or where somebody does something."""
    word, prior, after = words[place], before(words, place), following(words, place)
    if word.key not in lists.also_words() or not word.capital:
        return False
    if after is not None and after.capital and after.key in lists.family():
        return True
    if prior is None:
        return after is not None and after.key in lists.DOES
    return not _is_time(words, place)


def _is_time(words: Words, place: int) -> bool:
    """ "In May", "May and June"."""
    word, prior = words[place], before(words, place)
    if prior is not None and prior.key in lists.IN_TIME and word.key in lists.MONTHS | lists.SEASONS:
        return True
    near = {word.key for word in words[max(place - 2, 0) : place]}
    return words[place].key in lists.MONTHS and bool(near & lists.MONTHS)


def _is_initial(words: Words, place: int) -> bool:
    """ "J. Smith": a letter before a family name."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or len(word.word) > 1 or not word.word.isupper():
        return False
    return after.gap in (". ", ".") and after.capital and after.key not in lists.never()
