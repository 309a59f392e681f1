"""The lists that finding names rests on; read the first time that they are needed, never at the start."""

import unicodedata
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def words(text: str) -> frozenset[str]:
    """A few words written one after the other."""
    return frozenset(text.split())


TITLES = words("mr mrs ms mx dr doctor prof professor sir dame rev reverend pc sgt sergeant")
# A title only before a capital letter: these are common words too.
KIN = words(
    "miss lady lord father sister brother nurse matron aunt auntie aunty uncle nan nana nanna gran "
    "granny grandma grandpa grandad cousin"
)
PEOPLE = words(
    "friend mate neighbour neighbor husband wife partner boyfriend girlfriend fiance fiancee son "
    "daughter stepson stepdaughter brother sister mum mam dad mother father stepmum stepdad cousin "
    "niece nephew grandson granddaughter grandchild coordinator worker carer nurse doctor colleague "
    "boss landlord landlady lady man woman girl boy lad bloke chap ex twin volunteer vicar counsellor "
    "therapist"
)
CALLED = words("called named nicknamed name's i'm im")
# What somebody does whose name begins a sentence.
DOES = words(
    "said says told tells rang rings phoned texted came comes visited visits helped helps introduced "
    "listened asked asks popped invited showed drove cooked smiled laughed cried died passed thinks "
    "thought knew knows encouraged suggested lives lived works worked gave brought took got"
)
IS = words("is was has had")
MONTHS = words("april may june august")
SEASONS = words("summer autumn")
ALWAYS_CALLED = CALLED - {"i'm", "im"} | {"is", "was"}
INSIDE_PLACES = words("of the on upon and under st le")
PLACES = words(
    "church chapel mosque temple surgery hospital infirmary hospice clinic centre center school college "
    "university library park hub house hall estate court ward pub arms inn station market village town "
    "cafe club lion gardens baths pool cemetery crematorium lodge unit theatre cinema"
)
ORGANISATIONS = words(
    "council trust association charity society foundation group team rovers united city fc alliance "
    "partnership project"
)
BEFORE_PLACES = words("in from at near outside around to towards via through visiting visit")
IN_TIME = words("in of last next since by until till early late every this during before after")


def key(word: str) -> str:
    """A word without capitals, accents and curly apostrophes, to be looked up."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return plain.casefold().replace("’", "'")


@cache
def given() -> frozenset[str]:
    """First names that are no words."""
    return _read("names_given") - never()


@cache
def family() -> frozenset[str]:
    """Family names that are no words."""
    return _read("names_family") - never()


@cache
def also_words() -> frozenset[str]:
    """Names that are words, months or places too."""
    return _read("names_also_words")


@cache
def never() -> frozenset[str]:
    """Words that a capital letter does not make a name of."""
    return _read("names_never")


def _read(name: str) -> frozenset[str]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(key(word) for line in lines if not line.startswith("#") for word in line.split())
