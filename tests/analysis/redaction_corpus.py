"""A thousand made-up stories of which it is known what could say who somebody is; the same ones each time.

Half of the names come from elsewhere than the library's lists: Faker's other languages, and by hand.
"""

import random
from dataclasses import dataclass

from faker.providers.person.en_GB import Provider as British
from faker.providers.person.en_IE import Provider as Irish
from faker.providers.person.en_NG import Provider as Nigerian
from faker.providers.person.es_ES import Provider as Spanish
from faker.providers.person.ro_RO import Provider as Romanian
from faker.providers.person.tr_TR import Provider as Turkish

from tests.analysis.redaction_sentences import PLAIN, SENTENCES

SEED, STORIES = 20261122, 1000
LISTED, ELSEWHERE, WORD_NAMES = "name (listed)", "name (elsewhere)", "name (also a word)"


def names(text: str) -> list[str]:
    """One after the other: between bars, or else between blanks."""
    return [each.strip() for each in (text.split("|") if "|" in text else text.split())]


BY_HAND = names("""
Xanthe Kezia Tamsin Jorja Zephyr Bodhi Elowen Merryn Piran Jowan Demelza Oswin Thandeka Makena Ayodele Adjoa
Suki Minh Thuy Jun Hiro Anouk Elodie Matteo Giulia Sven Astrid Ilse Kaspar Yael Shira Dov Nadezhda Oksana
Taras Bohdan Zofja Levente Csilla Ardita Besnik Hodan Liban Fartun Yohannes Senait
""")
FAMILIES_BY_HAND = names("""
Trevanion Polglaze Nancarrow Okonjo Achebe Tran Pham Tanaka Rossi Bianchi Lindqvist Bergstrom Shevchenko
Kovalenko Szabo Hoxha Warsame Tesfaye Featherstonehaugh Quigginson Thistlewood Hepplewhite
""")
WORDS = names("Hope Grace Rose Joy Will Mark May Summer Dawn Faith Bill Frank Pearl Ivy Rich Iris Heather")
TOWNS = names("""
Harrowby|Ashcombe|Little Wenlow|Thornaby|Bolsover|Market Drayton|Kirkby Sett|Upper Holme|Denbury|Marlow Bank|
Stanhope|Leeds|Wigan|Stoke-on-Trent|Swansea|Redcar|Burton upon Trent|St Helens|Newport|Walsall
""")
VENUES = names("""
the Elm Tree Centre|St Anne's Church|Riverside Hub|the Red Lion|Harrowby Library|Queen Street Surgery|
the Wellspring Community Centre|Oakfield House|the Salvation Army|Kingsway Primary School
""")
ORGANISATIONS = names("Harrowby Carers Trust|the Wenlow Foundation|Ashcombe Rovers|Bright Steps Charity")
STREETS = names(
    "Elm|Oak|Station|Church|Victoria|Mill|Chapel|Highfield|Park|King's|Albert|Bramley|Long|Sycamore"
)
SUFFIXES = ("Road", "Street", "Lane", "Close", "Avenue", "Drive", "Rd", "Crescent")
MONTHS = names("January February March April May June July August September October November December")


@dataclass(frozen=True)
class Story:
    text: str
    # Start, end and kind of all that could say who somebody is.
    known: tuple[tuple[int, int, str], ...]
    style: str


def stories(count: int = STORIES, seed: int = SEED) -> list[Story]:
    chance = random.Random(seed)
    return [_story(chance) for _ in range(count)]


def _story(chance: random.Random) -> Story:
    people = {"a": _first(chance), "b": _first(chance)}
    told = chance.sample(SENTENCES, chance.randint(3, 8)) + chance.sample(PLAIN, chance.randint(2, 6))
    chance.shuffle(told)
    style = chance.choices(("usual", "small", "loud"), (80, 15, 5))[0]
    text, known = "", []
    for sentence in told:
        text, known = _add(chance, text, known, sentence, people)
        text += chance.choices((" ", "\n\n"), (9, 1))[0]
    written = {"usual": str, "small": str.lower, "loud": str.upper}[style](text)
    # A letter may change its length with its size, as in Turkish: then the story stays as it is.
    return Story(written if len(written) == len(text) else text, tuple(known), style)


def _add(chance, text, known, sentence, people) -> tuple[str, list]:
    """Write a sentence behind a text, and note where what stands."""
    for piece in sentence.replace("}", "{").split("{"):
        made = [(piece, "")] if piece not in MAKERS and piece not in people else None
        for words, kind in made or ([people[piece]] if piece in people else MAKERS[piece](chance)):
            if kind:
                known.append((len(text), len(text) + len(words), kind))
            text += words
    return text, known


def _first(chance: random.Random) -> tuple[str, str]:
    source = chance.choices((LISTED, ELSEWHERE, WORD_NAMES), (45, 45, 10))[0]
    if source == LISTED:
        return chance.choice(list(chance.choice((British.first_names, Irish.first_names)))), source
    if source == WORD_NAMES:
        return chance.choice(WORDS), source
    lists = (BY_HAND, BY_HAND, *(each.first_names for each in (Nigerian, Spanish, Romanian, Turkish)))
    return chance.choice(list(chance.choice(lists))), source


def _family(chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.5:
        return chance.choice(list(chance.choice((British.last_names, Irish.last_names)))), LISTED
    lists = (FAMILIES_BY_HAND, *(each.last_names for each in (Nigerian, Romanian, Turkish)))
    return chance.choice(list(chance.choice(lists))), ELSEWHERE


def _full(chance: random.Random) -> list[tuple[str, str]]:
    (first, source), (last, other) = _first(chance), _family(chance)
    return [(f"{first} {last}", LISTED if source == other == LISTED else ELSEWHERE)]


def _street(chance: random.Random) -> str:
    return f"{chance.choice(STREETS)} {chance.choice(SUFFIXES)}"


def _postcode(chance: random.Random) -> str:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    area = chance.choice(("LS", "M", "B", "SA", "NE", "WN"))
    return f"{area}{chance.randint(1, 19)} {chance.randint(1, 9)}{''.join(chance.choices(letters, k=2))}"


def _nhs(chance: random.Random) -> str:
    while True:
        digits = [chance.randint(4, 7), *(chance.randint(0, 9) for _ in range(8))]
        check = 11 - sum((10 - place) * digit for place, digit in enumerate(digits)) % 11
        if check != 10:
            number = "".join(map(str, digits)) + str(check % 11)
            return chance.choice((number, f"{number[:3]} {number[3:6]} {number[6:]}"))


def _phone(chance: random.Random) -> str:
    end = chance.randint(100, 999)
    return chance.choice((f"07700 900{end}", f"0113 496 0{end}", f"+44 20 7946 0{end}", f"(0161) 4960{end}"))


def _date(chance: random.Random) -> str:
    day, month, year = chance.randint(4, 20), chance.choice(MONTHS), chance.randint(1950, 2026)
    return chance.choice(
        (f"{day}th {month}", f"{day} {month} {year}", f"{day}th of {month}", f"{month} {day}th")
    )


def _short_date(chance: random.Random) -> str:
    return chance.choice(("{}/{}/{}", "{}.{}.{}", "{}-{}-{}")).format(
        chance.randint(1, 28), chance.randint(1, 12), chance.choice((1961, 48, 2003))
    )


def _ni(chance: random.Random) -> str:
    pair = "".join(chance.choices("ABCEHJKLMNPRSTWXYZ", k=2))
    digits = " ".join(str(chance.randint(10, 99)) for _ in range(3))
    return f"{pair} {digits} {chance.choice('ABCD')}"


def _email(chance: random.Random) -> str:
    return f"{_first(chance)[0].lower().replace(' ', '.')}{chance.randint(1, 99)}@example.org"


MAKERS = {
    "f": lambda chance: [_family(chance)],
    "full": _full,
    "town": lambda chance: [(chance.choice(TOWNS), "place")],
    "venue": lambda chance: [(chance.choice(VENUES).removeprefix("the "), "place")],
    "org": lambda chance: [(chance.choice(ORGANISATIONS).removeprefix("the "), "organisation")],
    "street": lambda chance: [(f"{chance.randint(1, 240)} {_street(chance)}", "street")],
    "named_street": lambda chance: [(_street(chance), "street")],
    "postcode": lambda chance: [(_postcode(chance), "postcode")],
    "phone": lambda chance: [(_phone(chance), "telephone")],
    "nhs": lambda chance: [(_nhs(chance), "NHS number")],
    "ni": lambda chance: [(_ni(chance), "National Insurance number")],
    "email": lambda chance: [(_email(chance), "e-mail")],
    "web": lambda chance: [
        (f"www.example.org/{chance.choice(TOWNS).lower().replace(' ', '-')}", "web address")
    ],
    "date": lambda chance: [(_date(chance), "date")],
    "short_date": lambda chance: [(_short_date(chance), "date")],
}
