"""A value map laid out as a spreadsheet: its sheets, headings and settings."""

import re

from survey.value.discounting import END_OF_YEAR, YEAR_0
from survey.value.model import COLUMNS, FISCAL_AVOIDED, FISCAL_CASHABLE, LONGEST, SOCIAL, STARTS

ABOUT, INPUTS, MAP, RESULTS = "About", "Inputs", "Value map", "Results"
# More outcomes than any published value map has; a larger file is something else.
MOST_ROWS = 500
YEARS = LONGEST + max(STARTS) - 1

KINDS_OF_VALUE = {SOCIAL: "social", FISCAL_CASHABLE: "fiscal, cashable", FISCAL_AVOIDED: "fiscal, avoided"}

SETTING, SET_TO = "Setting", "Set to"
TITLE, KIND, DISCOUNTING = "Title", "Forecast or evaluative", "Discounting"
INPUTS_DISCOUNTED, RATE_TABLE = "Inputs discounted", "Rate table"
TIMING_WORDS = {END_OF_YEAR: "at the end of each year", YEAR_0: "first year not discounted"}
YES, NO = "yes", "no"
FROM_YEAR, TO_YEAR, RATE = "From year", "To year", "Rate a year"
AND_AFTER = "and after"

assert set(KINDS_OF_VALUE) == set(COLUMNS)


def plain(heading: str) -> str:
    """A heading as it is compared: small letters and single spaces, without signs and what is in brackets."""
    without = re.sub(r"\(.*?\)", " ", heading.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", without))


def letters(place: int) -> str:
    """The letters of a column as a spreadsheet has them; `place` counts from 0. Raises ValueError below 0."""
    if place < 0:
        raise ValueError(place)
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def place_of(found: str) -> int:
    """The place, from 0, of a column with these letters; the other way round than `letters`."""
    place = 0
    for letter in found:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
